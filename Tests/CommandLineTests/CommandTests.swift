import TestSupport
import Testing

/// What the commands write and how they end.
struct CommandTests {
    @Test func findEndsWithZeroWhereSectionsRepeat() throws {
        let folder = try WorkFolder(["a.md": SampleText.repeating])
        let result = try Program.run(["find", "a.md"], in: folder)
        #expect(result.output.hasPrefix("3 sections, 1 cluster, 1 section repeats others\n"))
        #expect(result.status == 0)
    }

    @Test func lintEndsWithZeroWhereNothingRepeats() throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        let result = try Program.run(["lint", "a.md"], in: folder)
        #expect(result.output == "no findings in 1 section\n")
        #expect(result.status == 0)
    }

    @Test func lintEndsWithOneWhereSectionsRepeat() throws {
        let result = try Program.run(["lint", "Fixtures/EdgeCases/all-identical"])
        #expect(result.output.hasSuffix("\n4 findings (4 errors) in 5 sections\n"))
        #expect(result.status == 1)
    }

    @Test func lintEndsWithTwoWhereNothingWasRead() throws {
        let result = try Program.run(["lint"], in: try WorkFolder())
        #expect(result.output == "")
        #expect(result.status == 2)
    }

    @Test func lintEndsWithTwoUnderStrictEvenWithFindings() throws {
        let result = try Program.run([
            "lint", "--strict", "Fixtures/EdgeCases/all-identical", "Fixtures/EdgeCases/binary",
        ])
        #expect(result.output.hasSuffix("\n4 findings (4 errors) in 5 sections\n"))
        #expect(result.status == 2)
    }

    @Test func lintWritesAFindingWithTheFailingStatusToTheFile() throws {
        let folder = try WorkFolder(["a.md": SampleText.repeating])
        let result = try Program.run(["lint", "a.md", "-o", "findings.txt"], in: folder)
        #expect(result.status == 1)
        #expect(try folder.text("findings.txt").hasSuffix("1 finding (1 warning) in 3 sections\n"))
    }

    @Test func outlineReadAgainHasItsTopicsAsSections() throws {
        let paths = [
            "deep-nesting", "nested-fences", "reference-definitions", "footnotes-tables-tasks",
            "front-matter-toml",
        ].map { "Fixtures/EdgeCases/\($0)/input.md" }
        let outline = try Program.output(["outline"] + paths)
        let json = try JSON(Program.output(["outline", "--format", "json"] + paths))
        let headings = json["topics"].map { $0["heading"].text }
        let expected = json["themes"].flatMap { theme in
            let topics = theme["topics"].map { headings[$0.number] }
            // A theme of one topic has no heading of its own; the front matter's topic is a section of the outline's end.
            return (topics.count > 1 ? [theme["title"].text] : [])
                + topics.filter { $0 != "Ferry timetable: winter" }
        }
        let again = try JSON(Program.output(["find", "-", "--format", "json"], input: outline))
        #expect(
            again["sections"].map { $0["heading"].text } == ["Outline", "Contents"] + expected + [
                "Front matter"
            ])
    }
}
