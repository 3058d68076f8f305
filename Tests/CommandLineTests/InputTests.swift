import Foundation
import TestSupport
import Testing

/// What is read, and what is said of inputs that are not.
struct InputTests {
    @Test func hyphenReadsStandardInputAsMarkdown() throws {
        let output = try Program.output(["find", "-", "--format", "csv"], input: SampleText.repeating)
        #expect(output.split(separator: "\n").count == 2)
        #expect(output.contains(",-,1,,,Kettle,-,5,,,Teapot\n"))
    }

    @Test func standardInputCanBeAPipe() throws {
        let folder = try WorkFolder(["a.md": SampleText.repeating])
        let piped = try Program.shell("cat a.md | refrain find -", in: folder)
        #expect(piped.output.hasPrefix("3 sections, 1 cluster, 1 section repeats others\n"))
    }

    @Test func inputLargerThanAPipeHoldsIsReadToItsEnd() throws {
        let sections = (1...4000).map { "# Heading \($0)\n\nText number \($0).\n" }.joined()
        let output = try Program.output(["outline", "-", "--threshold", "1"], input: sections)
        #expect(output.hasPrefix("# Outline\n\n4000 sections in 4000 topics"))
        #expect(output.utf8.count > 1 << 17)
    }

    @Test func standardInputAndFilesComeInTheOrderOfTheirPaths() throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        let json = try JSON(
            Program.output(["find", "a.md", "-", "--format", "json"], in: folder, input: "# B\n\nb\n"))
        #expect(json["documents"].map { $0["path"].text } == ["-", "a.md"])
    }

    @Test(arguments: [
        ("binary", "it is binary (a zero byte at offset 49)"),
        ("invalid-utf8", "it is not UTF-8 (line 1, byte 0xE9 at offset 6)"),
    ])
    func unreadableFileIsListedAndTheRunGoesOn(_ name: String, _ reason: String) throws {
        let path = "Fixtures/EdgeCases/\(name)/input.md"
        let result = try Program.run(["find", path, "Fixtures/EdgeCases/one-section", "--format", "json"])
        #expect(result.messages == "refrain: skipped \(path): \(reason)\n")
        #expect(result.status == 0)
        let json = try JSON(result.output)
        #expect(json["skipped"].map { $0["path"].text } == [path])
        #expect(json["skipped"].map { $0["reason"].text } == [reason])
        #expect(json["documents"].map { $0["path"].text } == ["Fixtures/EdgeCases/one-section/input.md"])
    }

    @Test(arguments: ["utf16-be", "utf16-le", "crlf", "lone-cr"])
    func otherEncodingsAndLineEndingsGiveTheSameSections(_ name: String) throws {
        func sections(_ name: String) throws -> [String] {
            let output = try Program.output([
                "find", "Fixtures/EdgeCases/\(name)/input.md", "--format", "json",
            ])
            return try JSON(output)["sections"].map { "\($0["startLine"].text) \($0["fingerprint"].text)" }
        }
        #expect(try sections(name) == sections("bom"))
    }

    @Test func brokenUTF16IsListed() throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        try folder.write(Data([0xFF, 0xFE, 0x23, 0x00, 0x00, 0xD8]), to: "b.md")
        let result = try Program.run(["find"], in: folder)
        #expect(result.messages == "refrain: skipped b.md: its UTF-16 is broken at offset 4\n")
    }

    @Test func tooLargeFileIsListedWithTheSetting() throws {
        let folder = try WorkFolder(["a.md": SampleText.single, "b.md": SampleText.repeating])
        let result = try Program.run(["find", "--max-file-size", "100"], in: folder)
        let size = SampleText.repeating.utf8.count
        #expect(
            result.messages
                == "refrain: skipped b.md: it has \(size) bytes, more than max-file-size (100 bytes)\n")
        #expect(result.status == 0)
    }

    @Test func linksOutOfTheTreeAreListed() throws {
        let folder = try WorkFolder(["docs/a.md": SampleText.single, "other/b.md": SampleText.single])
        for (link, target) in [("out.md", "../other/b.md"), ("broken.md", "nowhere.md")] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.url("docs/\(link)").path(), withDestinationPath: target)
        }
        let result = try Program.run(["find", "docs"], in: folder)
        #expect(
            result.messages == """
                refrain: skipped docs/broken.md: it is a link that leads nowhere (nowhere.md)
                refrain: skipped docs/out.md: it is a link that leads out of the tree (../other/b.md)

                """)
    }
}
