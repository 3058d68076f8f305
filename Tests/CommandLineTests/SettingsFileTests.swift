import Testing

/// Which settings file counts, and what of it.
struct SettingsFileTests {
    /// The line of `refrain config` about the threshold, run in a sub-folder.
    private func threshold(in folder: WorkFolder, _ path: String = "", _ arguments: String...) throws
        -> String
    {
        let output = try Program.output(["config"] + arguments, in: folder, at: path)
        let line = output.split(separator: "\n").first { $0.hasPrefix("threshold:") } ?? ""
        return line.split(separator: " ").joined(separator: " ")
    }

    @Test func fileIsFoundInTheFoldersAbove() throws {
        let folder = try WorkFolder([".refrain.yml": "threshold: 0.8\n", "docs/guide/a.md": ""])
        #expect(
            try threshold(in: folder, "docs/guide") == "threshold: 0.8 # ../../.refrain.yml:1")
    }

    @Test func nearestFileWinsAsAWhole() throws {
        let folder = try WorkFolder([
            ".refrain.yml": "threshold: 0.8\n", "docs/.refrain.yml": "code: true\n", "docs/guide/a.md": "",
        ])
        #expect(try threshold(in: folder, "docs/guide") == "threshold: 0.6 # standard")
    }

    @Test func namedFileTakesThePlaceOfTheOneThatIsFound() throws {
        let folder = try WorkFolder([
            ".refrain.yml": "threshold: 0.8\n", "team/strict.yml": "threshold: 0.6\n",
        ])
        #expect(
            try threshold(in: folder, "", "--config", "team/strict.yml")
                == "threshold: 0.6 # team/strict.yml:1")
    }

    @Test func commandLineWinsOverTheFile() throws {
        let folder = try WorkFolder([".refrain.yml": "threshold: 0.8\n"])
        #expect(
            try threshold(in: folder, "", "--threshold", "0.75") == "threshold: 0.75 # command line")
    }

    @Test(arguments: ["", "\n\n", "# nothing set yet\n", "null\n", "~\n", "---\n", "{}\n", "find:\n"])
    func fileThatSetsNothingIsFine(_ text: String) throws {
        let folder = try WorkFolder([".refrain.yml": text])
        #expect(try threshold(in: folder) == "threshold: 0.6 # standard")
    }

    @Test(arguments: ["threshold: 0.8\r\ncode: true\r\n", "\u{FEFF}threshold: 0.8\n", "threshold: 0.8"])
    func fileOfAnyLineEndingIsRead(_ text: String) throws {
        let folder = try WorkFolder([".refrain.yml": text])
        #expect(try threshold(in: folder) == "threshold: 0.8 # .refrain.yml:1")
    }

    @Test(arguments: ["true", "True", "yes", "ON"])
    func flagsTakeWhatYAMLCallsTrue(_ word: String) throws {
        let folder = try WorkFolder([".refrain.yml": "strict: \(word)\n", "a.md": SampleText.single])
        try folder.copy("Fixtures/EdgeCases/binary")
        #expect(try Program.run(["find"], in: folder).status == 2)
    }

    @Test func settingsOfACommandHoldForItAlone() throws {
        let folder = try WorkFolder([
            ".refrain.yml": "lint:\n  threshold: 0.99\n", "a.md": SampleText.repeating,
        ])
        let found = try Program.output(["find"], in: folder)
        #expect(found.hasPrefix("3 sections, 1 cluster, 1 section repeats others\n"))
        #expect(try Program.output(["lint"], in: folder) == "no findings in 3 sections\n")
    }

    @Test func patternsCanBeOneTextOrAList() throws {
        let folder = try WorkFolder([
            "one.yml": "exclude: drafts/\n", "list.yml": "exclude: [drafts/, old]\n",
            "a.md": SampleText.single, "drafts/b.md": SampleText.single, "old/c.md": SampleText.single,
        ])
        let one = try Program.output(["find", "--config", "one.yml"], in: folder)
        let list = try Program.output(["find", "--config", "list.yml"], in: folder)
        #expect(one.hasPrefix("2 sections,"))
        #expect(list.hasPrefix("1 section,"))
    }

    @Test func patternsOfAFileAboveAreAnchoredInItsFolder() throws {
        let folder = try WorkFolder([
            ".refrain.yml": "exclude: [/sub/drafts/, sub/b.md]\noutput: report.txt\n",
            "sub/a.md": SampleText.single, "sub/b.md": SampleText.single,
            "sub/drafts/c.md": SampleText.single,
            "other/drafts/d.md": SampleText.single,
        ])
        _ = try Program.output(["find"], in: folder)
        #expect(try folder.text("report.txt").hasPrefix("2 sections,"))
        _ = try Program.shell(
            "cd sub && refrain find && refrain find . ../other --output both.txt", in: folder)
        #expect(try folder.text("report.txt").hasPrefix("1 section,"))
        #expect(try folder.text("sub/both.txt").hasPrefix("2 sections,"))
    }

    @Test func typedPatternsAreAnchoredInTheCurrentFolder() throws {
        let folder = try WorkFolder([
            ".refrain.yml": "include: [sub/a.md]\n", "sub/a.md": SampleText.single,
            "sub/b.md": SampleText.single,
        ])
        let result = try Program.shell(
            "cd sub && refrain find --include b.md --format csv -o x.csv; refrain find", in: folder)
        #expect(result.output.hasPrefix("1 section,"))
        let typed = try Program.shell("cd sub && refrain find --include /b.md", in: folder)
        #expect(typed.output.hasPrefix("1 section,"))
    }
}
