import Linting
import Reading
import Refrain
import Testing

@testable import Reporting

/// Findings as a comment.
struct LintMarkdownTests {
    private static func comment(_ documents: [(path: String, text: String)]) throws -> String {
        var typed = TypedSettings()
        typed[.select] = TypedSetting(["empty-section"], origin: .commandLine)
        let input = ReadResult(
            documents: documents.map { Document(path: $0.path, format: .markdown, text: $0.text) },
            skipped: [])
        let analysis = Pipeline(settings: try Settings(typed)).analysis(of: input)
        let report = Linter(settings: try LintSettings(typed)).report(on: analysis)
        return LintFormat.markdown.text(of: report, of: analysis, isGrouped: false)
    }

    private static func headings(_ count: Int) -> String {
        (0..<count).map { "# Kettle \($0)\n\n" }.joined()
    }

    private static func rows(_ comment: String) -> Int {
        comment.split(separator: "\n").count { $0.hasPrefix("| warning |") }
    }

    @Test func aHundredRowsAreWrittenAndTheOthersCounted() throws {
        let comment = try Self.comment([("a.md", Self.headings(130))])
        #expect(Self.rows(comment) == 100)
        #expect(comment.contains("\n\nand 30 more\n\n- **empty-section**: "))
    }

    @Test func longRowsStayBelowWhatACommentTakes() throws {
        let folder = String(repeating: "深层/", count: 500)
        let comment = try Self.comment([("\(folder)a.md", Self.headings(90))])
        let rows = Self.rows(comment)
        #expect((30..<90).contains(rows))
        #expect(comment.unicodeScalars.count <= 60_000)
        #expect(comment.contains("\n\nand \(90 - rows) more\n\n- **empty-section**: "))
    }

    @Test func nobodyIsCalledAndNoIssueLinked() throws {
        let comment = try Self.comment([("@types/#7.md", "# @Autowired 和 @Resource, #12, a @ b, C# 9\n")])
        #expect(
            comment.contains(
                "| warning | @&#8203;types/\\#&#8203;7.md:1 | “@&#8203;Autowired 和 @&#8203;Resource, \\#&#8203;12, a @ b, C\\# 9” is empty "
            ))
    }
}
