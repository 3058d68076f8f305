internal import Linting
internal import Outlining
internal import Reading
internal import Refrain
internal import Reporting
internal import Splitting
internal import TestSupport

/// Documents of any text are analysed, outlined, merged and linted: nothing is lost, and every report can be read.
enum OutlineFuzz {
    /// The line between two documents of an input.
    private static let border = Array("\n%%%%\n".utf8)

    /// - Parameter bytes: documents with `border` between them; the first byte chooses their formats and the settings.
    static func faults(of bytes: [UInt8]) -> [String] {
        guard let choice = bytes.first else { return [] }
        let documents = documents(in: Array(bytes.dropFirst()), choice: choice)
        let analysis = Pipeline(settings: settings(choice)).analysis(
            of: ReadResult(documents: documents, skipped: []))
        guard !analysis.sections.isEmpty else { return [] }
        var faults = documents.indices.flatMap { index in
            LosslessContract.faults(
                in: analysis.sections.filter { $0.document == index }, of: documents[index].text)
        }
        let lossless = LosslessOutline(of: analysis)
        faults += lossless.faults.map { "the ledger does not close: \($0)" }
        faults += ReportForms.faults(of: lossless.outline, of: analysis)
        faults += fixedPointFaults(of: lossless.outline, of: analysis)
        return faults + lintFaults(of: analysis)
    }

    private static func documents(in bytes: [UInt8], choice: UInt8) -> [Document] {
        bytes.split(separator: border).enumerated().compactMap { index, bytes in
            let isText = choice & 1 == 1 && index % 2 == 1
            return Document(
                path: "d\(index)/\(isText ? "a.txt" : "a.md")", format: isText ? .plainText : .markdown,
                bytes: Array(bytes))
        }
    }

    private static func settings(_ choice: UInt8) -> Settings {
        var typed = TypedSettings()
        let threshold = ["0.6", "0.3", "0.8", "0.95"][Int(choice >> 1) % 4]
        typed[.threshold] = TypedSetting([threshold], origin: .commandLine)
        do throws(SettingsError) { return try Settings(typed) } catch {
            preconditionFailure("the thresholds are valid: \(error)")
        }
    }

    /// Whether merging ends, and merging a document without clusters changes nothing.
    private static func fixedPointFaults(of outline: Outline, of analysis: Analysis) -> [String] {
        var document = MergedDocument(outline, of: analysis, display: OutlineDisplay())
        for _ in 0..<8 {
            let again = Pipeline(settings: analysis.settings).analysis(
                of: ReadResult(
                    documents: [Document(path: "m.md", format: .markdown, text: document.text)], skipped: []))
            guard !again.sections.isEmpty else { return [] }
            let next = MergedDocument(again.outline, of: again, display: OutlineDisplay())
            if again.clusters.isEmpty {
                return next.text == document.text
                    ? [] : ["merging once more changes\n\(document.text)\nto\n\(next.text)"]
            }
            document = next
        }
        return []
    }

    /// Whether the reports can be read, and a baseline of all there is ends all findings.
    private static func lintFaults(of analysis: Analysis) -> [String] {
        let report = Linter().report(on: analysis)
        let baseline = Baseline(report) { analysis.name(of: $0) }
        let known = Linter().report(on: analysis, baseline: baseline)
        _ = FixPreview(of: report, of: analysis) { _ in true }
        return ReportForms.faults(of: report, of: analysis)
            + (known.fails ? ["findings stay though all are known"] : [])
    }
}
