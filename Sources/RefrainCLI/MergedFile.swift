import Deciding
import Foundation
import Outlining
import Reading
import Refrain
import Reporting

/// Writes the consolidated document, merged again and again until nothing in it repeats: sections that have become alike by
/// a merge, or by the copies that are gone, are merged too, and merging the document once more changes nothing.
///
/// Decisions name sections by their text, which merging changes; what they keep apart stays apart by its place.
struct MergedFile {
    let path: String
    let settings: CommandSettings
    let display: OutlineDisplay

    /// Where the redirect map goes; nil beside standard output.
    private var redirectsPath: String? { path == "-" ? nil : path + ".redirects.json" }

    private var place: MergedPlace {
        MergedPlace(path: path, workingFolder: FileManager.default.currentDirectoryPath)
    }

    /// The document while it is merged.
    private struct Draft {
        var document: MergedDocument
        /// For each section of the input the place of its heading in the document.
        var places: [Int]
        /// For each heading of the input the anchor that it is found under in the document.
        var targets: [String]
        /// How many clusters are left; not 0 where the text is read otherwise than it was written, and can't be followed.
        var clustersLeft = 0
    }

    /// Merges what `outline` says of `analysis` and writes the document and its redirect map.
    func write(_ outline: Outline, of analysis: Analysis) throws(Failure) {
        let file = try ResultFile(path == "-" ? nil : path)
        let map = try redirectsPath.map { path throws(Failure) in try ResultFile(path) }
        let headings = HeadingIndex(analysis)
        let document = MergedDocument(outline, of: analysis, display: display, at: place)
        let draft = try merged(document, headings, of: analysis)
        try file.write(draft.document.text)
        let redirects = Redirects(
            headings: headings, targets: draft.targets, lostLinks: document.lostLinks, document: path)
        try map?.write(redirects.json(of: analysis))
        if settings.isQuiet { return }
        LostLink.messages(on: document.lostLinks, of: analysis, list: redirectsPath).forEach(
            StandardStreams.message)
        guard draft.clustersLeft > 0 else { return }
        StandardStreams.message(
            "\(path): \(Wording.count(draft.clustersLeft, "cluster")) of it still "
                + "\(draft.clustersLeft == 1 ? "repeats" : "repeat") itself; merge it once more")
    }

    /// Merges the document again and again.
    private func merged(
        _ document: MergedDocument, _ headings: HeadingIndex, of analysis: Analysis
    ) throws(Failure) -> Draft {
        var draft = Draft(
            document: document, places: document.placeOfSection,
            targets: headings.headings.map(document.anchor(of:)))
        while true {
            let again = try read(draft, keepingApart: analysis.decisions.decisions)
            draft.clustersLeft = again.clusters.count
            guard !again.clusters.isEmpty,
                let read = sections(of: draft, in: again, analysis.decisions.decisions)
            else { return draft }
            let next = again.outline(threads: threads)
            guard next.ledger.faults.isEmpty else {
                throw .blocksLost(Wording.faults(of: next.ledger, in: again))
            }
            draft.document = MergedDocument(next, of: again, display: display, at: place)
            draft.places = draft.places.map { draft.document.placeOfSection[read[$0]] }
            let headings = HeadingIndex(again)
            draft.targets = draft.targets.map { draft.document.anchor(of: $0, among: headings) }
        }
    }

    /// As which section of `again` each one that was written is read; nil where one is not found, or where `decisions` keep
    /// apart sections that are counted otherwise than they were written.
    private func sections(of draft: Draft, in again: Analysis, _ decisions: [SectionDecision]) -> [Int]? {
        let count = draft.document.anchors.count
        if again.sections.count == count { return Array(0..<count) }
        return decisions.contains { $0.verb == .keepApart } ? nil : draft.document.sections(in: again)
    }

    /// Reads the document as it stands, with what `decisions` about the input keep apart.
    private func read(_ draft: Draft, keepingApart decisions: [SectionDecision]) throws(Failure) -> Analysis {
        let apart = decisions.filter { $0.verb == .keepApart }.map { decision in
            SectionDecision(
                verb: .keepApart, line: decision.line,
                groups: decision.unitsKeptApart.map { Set($0.map { draft.places[$0] }).sorted() })
        }
        let input = ReadResult(
            documents: [Document(path: path, format: .markdown, text: draft.document.text)], skipped: [])
        return Pipeline(
            settings: settings.analysis, choices: ClusterChoices(keepingApart: apart), threads: threads
        ).analysis(of: input)
    }

    private var threads: Int {
        settings.threads
    }
}
