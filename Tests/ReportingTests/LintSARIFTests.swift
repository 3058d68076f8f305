import Foundation
import Linting
import Reading
import Refrain
import Testing

@testable import Reporting

/// Findings for code scanning.
struct LintSARIFTests {
    private static let kettle =
        "# Kettle\n\nFill the kettle with fresh water, and wait until it whistles on the left ring.\n"

    /// The suppressions of each result.
    private static func suppressions(_ text: String, known: Bool) throws -> [[[String: String]]] {
        var typed = TypedSettings()
        typed[.select] = TypedSetting(["identical-section"], origin: .commandLine)
        let input = ReadResult(
            documents: [("a.md", kettle), ("b.md", text)].map {
                Document(path: $0.0, format: .markdown, text: $0.1)
            }, skipped: [])
        let analysis = Pipeline(settings: try Settings(typed)).analysis(of: input)
        let linter = Linter(settings: try LintSettings(typed))
        let first = linter.report(on: analysis)
        let report =
            known ? linter.report(on: analysis, baseline: Baseline(first, headingOf: { _ in "" })) : first
        let log = try #require(
            JSONSerialization.jsonObject(
                with: Data(LintFormat.sarif.text(of: report, of: analysis).utf8)) as? [String: Any])
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let results = try #require(run["results"] as? [[String: Any]])
        return results.compactMap { $0["suppressions"] as? [[String: String]] }
    }

    @Test func whatCountsHasNoSuppression() throws {
        #expect(try Self.suppressions(Self.kettle, known: false) == [[]])
    }

    @Test func aKnownFindingIsSuppressedOutsideTheSource() throws {
        #expect(
            try Self.suppressions(Self.kettle, known: true)
                == [[["kind": "external", "justification": "in the baseline"]]])
    }

    @Test func aSuppressedFindingIsSoInTheSource() throws {
        let text = "<!-- refrain-ignore identical-section: shared notice -->\n\(Self.kettle)"
        #expect(
            try Self.suppressions(text, known: false)
                == [[["kind": "inSource", "justification": "shared notice"]]])
    }
}
