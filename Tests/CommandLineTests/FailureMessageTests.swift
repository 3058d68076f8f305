import Foundation
import Testing

/// What the program says where it can't do its work: the full text, and status 2.
struct FailureMessageTests {
    @Test func missingPathIsNamed() throws {
        try expectFailure(["find", "nope.md"], "refrain: nope.md: there is no such file or folder")
    }

    @Test(arguments: [
        (["find", "a\n\u{1B}[2J.md"], "a\\x0A\\x1B[2J.md: there is no such file or folder"),
        (
            ["x\u{202E}.md\t"],
            "there is no command “x\\u202E.md\\x09”; the commands are find, outline, decide, lint, init, explain, rules, calibrate, cache and config"
        ),
    ])
    func controlCharactersInMessagesAreWrittenOut(_ arguments: [String], _ message: String) throws {
        try expectFailure(arguments, in: try WorkFolder(), "refrain: \(message)")
    }

    @Test func controlCharactersInUsageErrorsAreWrittenOut() throws {
        let result = try Program.run(["find", "--\u{1B}[31m"])
        #expect(result.messages.hasPrefix("Error: Unknown option '--\\x1B[31m'"))
        #expect(!result.messages.contains("\u{1B}"))
    }

    @Test func skippedInputsStandOnALineEach() throws {
        let folder = try WorkFolder(["a\nb.md": "a\0", "c.md": SampleText.single])
        #expect(
            try Program.run(["find"], in: folder).messages
                == "refrain: skipped a\\x0Ab.md: it is binary (a zero byte at offset 1)\n")
    }

    @Test func settingsFileWithoutAnEndIsRefused() throws {
        let text = String(repeating: "# no settings\n", count: 80_000)
        try expectFailure(
            ["find", "--config", "large.yml"], in: try WorkFolder(["large.yml": text]),
            "refrain: large.yml: the settings can't be read: they take more than 1 MB; give --config the path of a "
                + "settings file")
    }

    @Test func emptyPathIsShownInQuotes() throws {
        try expectFailure(["find", ""], "refrain: “”: there is no such file or folder")
    }

    @Test func circleOfLinksIsNamedWithWhatTheSystemSays() throws {
        let folder = try WorkFolder()
        try folder.link("a.md", to: "a.md")
        try expectFailure(
            ["find", "a.md"], in: folder,
            "refrain: skipped a.md: it can't be read (too many levels of symbolic links)\n"
                + "refrain: nothing was read: no section in a.md (1 input was skipped)")
    }

    @Test func folderWithoutDocumentsSaysWhatIsSearchedFor() throws {
        try expectFailure(
            ["find", "docs"], in: try WorkFolder(["docs/picture.png": "not a document"]),
            "refrain: nothing was read: no section in docs; folders are searched for .md, .markdown, .mdown, "
                + ".mkd, .mdx, .txt and .text files")
    }

    @Test func emptyCurrentFolderIsShownAsADot() throws {
        try expectFailure(
            ["lint"], in: try WorkFolder(),
            "refrain: nothing was read: no section in .; folders are searched for .md, .markdown, .mdown, "
                + ".mkd, .mdx, .txt and .text files")
    }

    @Test func emptyStandardInputIsNothingRead() throws {
        try expectFailure(
            ["find", "-"],
            "refrain: nothing was read: no section in standard input (1 document is blank)")
    }

    @Test func blankFilesAreNothingRead() throws {
        try expectFailure(
            ["outline", "a.md", "b.md"], in: try WorkFolder(["a.md": "", "b.md": "  \n\n"]),
            "refrain: nothing was read: no section in a.md and b.md (2 documents are blank)")
    }

    @Test func onlySkippedInputsAreNothingRead() throws {
        try expectFailure(
            ["find", "Fixtures/EdgeCases/binary"],
            """
            refrain: skipped Fixtures/EdgeCases/binary/input.md: it is binary (a zero byte at offset 49)
            refrain: nothing was read: no section in Fixtures/EdgeCases/binary (1 input was skipped)
            """)
    }

    @Test func blankAndSkippedInputsAreCountedApart() throws {
        try expectFailure(
            ["find", "--quiet", "Fixtures/EdgeCases/binary", "Fixtures/EdgeCases/empty-file"],
            "refrain: nothing was read: no section in Fixtures/EdgeCases/binary and "
                + "Fixtures/EdgeCases/empty-file (1 document is blank and 1 input was skipped)")
    }

    @Test func badPatternOnTheCommandLineNamesItsOption() throws {
        try expectFailure(
            ["find", "--exclude", "[a"],
            "refrain: --exclude: the pattern “[a” matches nothing: the [ at byte 1 has no ]; write \\[ for the "
                + "character itself")
    }

    @Test func badPatternInTheSettingsFileNamesItsLine() throws {
        try expectFailure(
            ["find"], in: try WorkFolder([".refrain.yml": "code: true\ninclude: [docs, 'a\\']\n"]),
            "refrain: .refrain.yml:2: include: the pattern “a\\” matches nothing: it ends in a backslash that "
                + "escapes nothing")
    }

    @Test func emptyPatternIsNamedAsSuch() throws {
        try expectFailure(
            ["find"], in: try WorkFolder([".refrain.yml": "exclude: ''\n"]),
            "refrain: .refrain.yml:1: exclude: the pattern “” matches nothing: it is empty")
    }

    @Test func unknownCharacterClassIsNamed() throws {
        try expectFailure(
            ["find", "--include", "[[:letter:]]*.md"],
            "refrain: --include: the pattern “[[:letter:]]*.md” matches nothing: there is no character class "
                + "[:letter:]")
    }

    @Test func outputIntoAMissingFolderNamesTheFolder() throws {
        try expectFailure(
            ["find", "a.md", "--output", "reports/today/a.txt"],
            in: try WorkFolder(["a.md": SampleText.single]),
            "refrain: reports/today/a.txt: the result can't be written: there is no folder “reports/today”")
    }

    @Test func outputToAFolderIsRefused() throws {
        try expectFailure(
            ["find", "a.md", "--output", "docs"],
            in: try WorkFolder(["a.md": SampleText.single, "docs/b.md": SampleText.single]),
            "refrain: docs: the result can't be written: it is a folder")
    }

    @Test func outputToACircleOfLinksIsRefused() throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        try folder.link("x", to: "y")
        try folder.link("y", to: "x")
        try expectFailure(
            ["find", "a.md", "--output", "x"], in: folder,
            "refrain: x: the result can't be written: too many levels of symbolic links")
        #expect(try folder.names() == ["a.md", "x", "y"])
    }

    @Test func outputToALinkIntoAMissingFolderNamesThatFolder() throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        try folder.link("x", to: "reports/today.txt")
        try expectFailure(
            ["find", "a.md", "--output", "x"], in: folder,
            "refrain: x: the result can't be written: there is no folder “reports”")
    }

    @Test func outputToADescriptorThatIsNotOpenIsRefused() throws {
        try expectFailure(
            ["find", "a.md", "--output", "/dev/fd/99"], in: try WorkFolder(["a.md": SampleText.single]),
            "refrain: /dev/fd/99: the result can't be written: no such file or directory")
    }

    @Test func outputOverANamedInputIsRefused() throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        try expectFailure(
            ["outline", "./a.md", "--output", "a.md"], in: folder,
            "refrain: ./a.md: the result would replace what is read; give --output another file")
        #expect(try folder.text("a.md") == SampleText.single)
    }

    @Test func fullDeviceIsAFailure() throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        let redirected = try Program.shell("refrain find a.md > /dev/full", in: folder)
        #expect(
            redirected.messages
                == "refrain: the result can't be written to standard output: no space left on device\n")
        #expect(redirected.status == 2)
    }

    @Test(arguments: [">&-", "<&- >&-"])
    func closedStandardOutputIsAFailure(_ redirection: String) throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        let result = try Program.shell("refrain find a.md \(redirection)", in: folder)
        #expect(
            result.messages
                == "refrain: the result can't be written to standard output: it is not open for writing\n")
        #expect(result.status == 2)
        #expect(try folder.names() == ["a.md"])
        #expect(try folder.text("a.md") == SampleText.single)
    }

    @Test func closedStandardOutputByItsNameIsAFailure() throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        let result = try Program.shell("refrain find a.md -o /dev/fd/1 >&-", in: folder)
        #expect(result.messages == "refrain: /dev/fd/1: the result can't be written: is a directory\n")
        #expect(result.status == 2)
    }

    @Test func closedStandardInputIsAFailure() throws {
        let result = try Program.shell("refrain find - <&-", in: try WorkFolder())
        #expect(result.messages == "refrain: standard input can't be read: it is not open for reading\n")
        #expect(result.status == 2)
    }

    @Test func standardInputThatIsAFolderIsAFailure() throws {
        let result = try Program.shell("refrain find - < .", in: try WorkFolder())
        #expect(result.messages == "refrain: standard input can't be read: is a directory\n")
        #expect(result.status == 2)
    }

    @Test func strictFailsAfterTheReportIsWritten() throws {
        let result = try Program.run([
            "find", "--strict", "Fixtures/EdgeCases/invalid-utf8", "Fixtures/EdgeCases/one-section",
        ])
        #expect(
            result.messages == """
                refrain: skipped Fixtures/EdgeCases/invalid-utf8/input.md: it is not UTF-8 (line 1, byte 0xE9 at \
                offset 6)
                refrain: 1 input was skipped, and --strict is on

                """)
        #expect(result.output == "1 section, 0 clusters, 0 sections repeat others\n")
        #expect(result.status == 2)
    }
}
