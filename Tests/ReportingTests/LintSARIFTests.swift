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

    private struct Log: Decodable {
        struct Run: Decodable {
            let results: [Result]
        }

        struct Result: Decodable {
            let message: [String: String]
            let suppressions: [[String: String]]
            let locations: [Location]
            let partialFingerprints: [String: String]
        }

        struct Location: Decodable {
            let physicalLocation: Place
        }

        struct Place: Decodable {
            let region: [String: Int]
            let contextRegion: [String: Int]
        }

        let runs: [Run]
    }

    /// The results for two documents of which one has `text`.
    private static func results(_ text: String, known: Bool) throws -> [Log.Result] {
        var typed = TypedSettings()
        typed[.select] = TypedSetting(["identical-section"], origin: .commandLine)
        let input = ReadResult(
            documents: [("a[1].md", kettle), ("b.md", text)].map {
                Document(path: $0.0, format: .markdown, text: $0.1)
            }, skipped: [])
        let analysis = Pipeline(settings: try Settings(typed)).analysis(of: input)
        let linter = Linter(settings: try LintSettings(typed))
        let first = linter.report(on: analysis)
        let report =
            known ? linter.report(on: analysis, baseline: Baseline(first, headingOf: { _ in "" })) : first
        return try results(LintFormat.sarif.text(of: report, of: analysis))
    }

    private static func results(_ log: String) throws -> [Log.Result] {
        try JSONDecoder().decode(Log.self, from: Data(log.utf8)).runs.flatMap(\.results)
    }

    /// What lint says of these documents, of which the first two are known.
    private static func reports(_ texts: [String]) throws -> (all: String, new: String) {
        var typed = TypedSettings()
        typed[.select] = TypedSetting(["identical-section"], origin: .commandLine)
        let documents = texts.enumerated().map {
            Document(path: "\($0).md", format: .markdown, text: $1)
        }
        let pipeline = Pipeline(settings: try Settings(typed))
        let linter = Linter(settings: try LintSettings(typed))
        let old = pipeline.analysis(of: ReadResult(documents: Array(documents[..<2]), skipped: []))
        let known = Baseline(linter.report(on: old), headingOf: { _ in "" })
        let analysis = pipeline.analysis(of: ReadResult(documents: documents, skipped: []))
        let report = linter.report(on: analysis, baseline: known)
        return (
            LintFormat.sarif.text(of: report, of: analysis),
            LintFormat.sarif.text(of: report, of: analysis, findings: .new)
        )
    }

    /// The suppressions of each result.
    private static func suppressions(_ text: String, known: Bool) throws -> [[[String: String]]] {
        try results(text, known: known).map(\.suppressions)
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

    @Test func theMessageLinksToTheOtherPlace() throws {
        let messages = try Self.results(Self.kettle, known: false).compactMap { $0.message["text"] }
        #expect(
            messages == [
                "“Kettle” repeats [a\\[1\\].md:1](1) word for word. To mend it: put a link to the other section in its "
                    + "place, or include both from one file."
            ])
    }

    @Test func theHeadingIsTheRegionAndTheSectionItsContext() throws {
        let places = try Self.results("Tea 茶 is\n\n\(Self.kettle)", known: false).flatMap(\.locations)
        #expect(
            places.map(\.physicalLocation.region) == [
                ["startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 9]
            ])
        #expect(places.map(\.physicalLocation.contextRegion) == [["startLine": 3, "endLine": 5]])
    }

    @Test func whatDoesNotCountIsLeftOutAndCounted() throws {
        let suppressed = "<!-- refrain-ignore identical-section -->\n\n" + Self.kettle
        let log = try Self.reports([Self.kettle, Self.kettle, suppressed]).new
        let end = try #require(log.range(of: "\"columnKind\""))
        #expect(
            log[end.lowerBound...] == """
                "columnKind": "unicodeCodePoints", "results": [], "properties": {"baselinedCount": 1, "suppressedCount": 1}}
                  ]
                }

                """)
    }

    /// A reader that has seen one of both logs meets no new alert in the other.
    @Test func anAlertIsTheSameWhicheverFindingsAreWritten() throws {
        let logs = try Self.reports([Self.kettle, Self.kettle, Self.kettle])
        let (all, new) = (try Self.results(logs.all), try Self.results(logs.new))
        #expect(all.count == 2 && new.count == 1)
        let counting = all.filter(\.suppressions.isEmpty).map(\.partialFingerprints)
        #expect(new.map(\.partialFingerprints) == counting)
    }
}
