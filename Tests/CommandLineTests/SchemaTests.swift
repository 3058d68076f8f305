import Foundation
import TestSupport
import Testing

/// JSON reports are what their schemas say.
@Suite(.needsJSONSchema)
struct SchemaTests {
    private static let commands = ["find", "outline", "lint"]

    private func report(_ command: String, _ arguments: String...) throws -> String {
        let result = try Program.run([command, "--format", "json", "--quiet"] + arguments)
        try #require(result.status < 2, "\(result.messages)")
        return result.output
    }

    /// The report on a fixture as it is checked in; `SampleReportTests` hold it against what the program writes.
    private func sample(_ name: String, _ command: String) throws -> String {
        try String(
            contentsOfFile: Repository.path("Reports/Samples/\(name).\(command).json"), encoding: .utf8)
    }

    @Test(arguments: commands)
    func reportsOnTheFixturesAreValid(_ command: String) throws {
        let problems = try Validation.problems(
            in: [
                "question-bank": try sample("question-bank", command),
                "handbook": try sample("handbook", command),
                "one-section": try report(command, "Fixtures/EdgeCases/one-section"),
                "no-headings": try report(command, "Fixtures/EdgeCases/no-headings"),
                "records": try report(
                    command, "Fixtures/Records", "--include", "allotments.*", "--include", "broken.jsonl",
                    "--include", "!*.md"),
            ], schema: command)
        #expect(problems == [])
    }

    @Test(arguments: commands)
    func reportsWithSkippedFilesAndEverySettingAreValid(_ command: String) throws {
        let edgeCases = try report(
            command, "Fixtures/EdgeCases", "--exclude", "one-megabyte-line", "--exclude",
            "ten-thousand-headings",
            "--include", "*.md", "--include", "*.txt", "--threshold", "1", "--linkage", "single", "--ngrams",
            "3",
            "--no-idf", "--pairs", "distinct", "--normalization", "none", "--heading-weight", "0",
            "--max-file-size", "1GB")
        #expect(try JSON(edgeCases)["skipped"].map { _ in 1 }.count == 2)
        #expect(try Validation.problems(in: ["edge-cases": edgeCases], schema: command) == [])
    }

    @Test(arguments: commands)
    func wrongReportsAreNotValid(_ command: String) throws {
        let right = try sample("handbook", command)
        let problems = try Validation.problems(
            in: [
                "right": right,
                "version": right.replacing("\"schemaVersion\": 1", with: "\"schemaVersion\": 2"),
                "extra": right.replacing("\"schemaVersion\"", with: "\"surplus\": 1, \"schemaVersion\""),
                "missing": right.replacing("\"skipped\": [],", with: ""),
                "line": right.replacing("\"startLine\": ", with: "\"startLine\": -"),
                "threshold": right.replacing("\"threshold\": 0.600000", with: "\"threshold\": 1.7"),
                "type": right.replacing("\"sectionCount\": ", with: "\"sectionCount\": 0.5"),
                "nested": right.replacing("\"fingerprint\": \"", with: "\"fingerprint\": \"x"),
            ], schema: command)
        let names = Set(problems.map { $0.prefix { $0 != ":" } })
        #expect(names == ["version", "extra", "missing", "line", "threshold", "type", "nested"])
    }

    @Test func linesOfPairsAreWhatTheSchemaCallsAPair() throws {
        let lines = try Program.output(["find", "--format", "jsonl", "Fixtures/QuestionBank/questions.md"])
        let whole = try sample("question-bank", "find")
        for line in lines.split(separator: "\n") { #expect(whole.contains("    \(line)")) }
        #expect(lines.split(separator: "\n").count == 9)
    }

    @Test func redirectsAreValid() throws {
        let folder = try WorkFolder(["a.md": SampleText.repeating])
        _ = try Program.output(["outline", "a.md", "--merged", "b.md"], in: folder)
        let redirects = try folder.text("b.md.redirects.json")
        #expect(try Validation.problems(in: ["redirects": redirects], schema: "redirects") == [])
        let wrong = redirects.replacing("\"line\": ", with: "\"line\": -")
        #expect(try Validation.problems(in: ["redirects": wrong], schema: "redirects").count == 1)
    }
}
