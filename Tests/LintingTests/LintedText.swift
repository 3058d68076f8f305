import Linting
import Reading
import Refrain
import Splitting

/// Lints documents that a test writes down.
struct LintedText {
    let analysis: Analysis
    let report: LintReport

    /// Lints Markdown documents, each with its path.
    init(
        _ documents: [(path: String, text: String)], settings: [SettingKey: [String]] = [:],
        baseline: Baseline = Baseline(), changes: (Analysis) -> ChangedSections? = { _ in nil }
    ) throws {
        var typed = TypedSettings()
        for (key, values) in settings { typed[key] = TypedSetting(values, origin: .commandLine) }
        analysis = Pipeline(settings: try Settings(typed)).analysis(
            of: ReadResult(
                documents: documents.map { Document(path: $0.path, format: .markdown, text: $0.text) },
                skipped: []))
        report = Linter(settings: try LintSettings(typed)).report(
            on: analysis, baseline: baseline, changes: changes(analysis))
    }

    /// Lints one document, `a.md`.
    init(_ text: String, settings: [SettingKey: [String]] = [:]) throws {
        try self.init([("a.md", text)], settings: settings)
    }

    /// The findings that count: "a.md:5 identical-section a.md:1", of a family the other places, too.
    var found: [String] { report.new.map(line) }

    private func line(_ finding: Finding) -> String {
        ([place(finding.place)] + [finding.rule] + finding.related.map(place)).joined(separator: " ")
    }

    private func place(_ place: FindingPlace) -> String {
        "\(analysis.documents[analysis.sections[place.section].document].path):\(place.startLine)"
    }
}

/// Texts that several tests need, in our own words.
enum Passage {
    static let backups =
        "Backups run every night at two. They are kept for thirty days in two places, and a restore is tried each quarter."
    static let invoices =
        "Invoices are sent on the first of each month to the address that the customer gave, and are due within a fortnight."
    static let visitors =
        "Visitors sign the book at the front desk, wear a badge in the building, and are met by the colleague they came to see."
}
