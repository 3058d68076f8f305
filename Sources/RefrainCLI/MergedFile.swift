import Foundation
import Outlining
import Reading
import Refrain
import Reporting

/// Writes the consolidated document, merged again and again until nothing in it repeats: sections that have become alike by
/// a merge, or by the copies that are gone, are merged too, and merging the document once more changes nothing.
struct MergedFile {
    let path: String
    let settings: CommandSettings
    let choices: OutlineChoices
    let display: OutlineDisplay
    /// Whether decisions keep sections apart. They name sections by their text, which merging changes, so that it is done
    /// once only.
    let keepsApart: Bool

    private var redirectsPath: String { path + ".redirects.json" }

    /// Merges what `outline` says of `analysis` and writes the document and its redirect map.
    func write(_ outline: Outline, of analysis: Analysis) throws(Failure) {
        let (file, redirects) = (try ResultFile(path), try ResultFile(redirectsPath))
        let (text, places, anchors) = try merged(outline, of: analysis)
        try file.write(text)
        try redirects.write(report(places: places, anchors: anchors, of: analysis))
    }

    /// The text, the place of each section's heading in it, and the anchors of these.
    private func merged(
        _ outline: Outline, of analysis: Analysis
    ) throws(Failure) -> (text: String, places: [Int], anchors: [String]) {
        var document = MergedDocument(outline, of: analysis, display: display)
        var places = document.placeOfSection
        while !keepsApart {
            let threads = settings.analysis.threads ?? ProcessInfo.processInfo.activeProcessorCount
            let input = ReadResult(
                documents: [Document(path: path, format: .markdown, text: document.text)], skipped: [])
            let again = Pipeline(settings: settings.analysis, threads: threads).analysis(of: input)
            // A text that is read otherwise than it was written can't be followed further.
            guard !again.clusters.isEmpty, again.sections.count == document.anchors.count else { break }
            let next: Outline
            do throws(DecisionConflict) {
                next = try again.outline(settings: choices, threads: threads).outline
            } catch {
                preconditionFailure("without decisions there is no conflict: \(error)")
            }
            guard next.ledger.faults.isEmpty else {
                throw .blocksLost(Wording.faults(of: next.ledger, in: again))
            }
            document = MergedDocument(next, of: again, display: display)
            places = places.map { document.placeOfSection[$0] }
        }
        return (document.text, places, document.anchors)
    }

    private func report(places: [Int], anchors: [String], of analysis: Analysis) -> String {
        MergedDocument.redirects(
            from: MergedDocument.anchors(of: analysis), to: places.map { anchors[$0] }, of: analysis,
            document: path)
    }
}
