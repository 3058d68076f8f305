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

    /// Where the redirect map of a document at `path` goes.
    static func redirectsPath(of path: String) -> String { path + ".redirects.json" }
    /// Whether the document goes to standard output, beside which no other file can stand.
    private var isStream: Bool { path == ResultFile.standardOutputName }

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
        let file = try ResultFile(path)
        let redirects = isStream ? nil : try ResultFile(Self.redirectsPath(of: path))
        let document = MergedDocument(outline, of: analysis, display: display, at: place)
        let lostLinks = document.lostLinks()
        let draft = try merged(document, of: analysis)
        try file.write(draft.document.text)
        let map = Redirects(
            headings: document.headings, targets: draft.targets, lostLinks: lostLinks, document: path)
        try redirects?.write(map.json(of: analysis))
        if !settings.isQuiet {
            let list = isStream ? nil : Self.redirectsPath(of: path)
            LostLink.messages(on: lostLinks, of: analysis, list: list).forEach(
                StandardStreams.message)
        }
        if isStream, !settings.isQuiet {
            StandardStreams.message(
                "the map of old addresses is left out: it stands beside a file, and --merged names none")
        }
        guard draft.clustersLeft > 0, !settings.isQuiet else { return }
        StandardStreams.message(
            "\(path): \(Wording.count(draft.clustersLeft, "cluster")) of it still "
                + "\(draft.clustersLeft == 1 ? "repeats" : "repeat") itself; merge it once more")
    }

    /// Merges the document again and again.
    private func merged(_ document: MergedDocument, of analysis: Analysis) throws(Failure) -> Draft {
        var draft = Draft(
            document: document, places: document.placeOfSection,
            targets: document.headings.headings.map { document.anchor(of: $0) })
        var sectionCount = Int.max
        while true {
            let again = try read(draft, keepingApart: analysis.decisions.decisions)
            draft.clustersLeft = again.clusters.count
            // A pass leaves fewer sections that say something, unless they are read otherwise than they were written: it ends.
            let count = again.contentSectionCount
            guard !again.clusters.isEmpty, count < sectionCount,
                let read = sections(of: draft, in: again, analysis.decisions.decisions)
            else { return draft }
            sectionCount = count
            sayPass(of: again)
            let next = again.topicsAlone(threads: threads)
            // What can't be merged without loss stays as it is, and is said to repeat itself.
            guard next.ledger.faults.isEmpty else { return draft }
            draft.document = MergedDocument(next, of: again, display: display, at: place)
            draft.places = draft.places.map { draft.document.placeOfSection[read[$0]] }
            draft.targets = draft.targets.map { draft.document.anchor(of: $0) }
        }
    }

    private func sayPass(of again: Analysis) {
        guard settings.isVerbose, !settings.isQuiet else { return }
        StandardStreams.message(
            "\(path): \(Wording.count(again.clusters.count, "cluster")) in \(Wording.count(again.sections.count, "section")) "
                + "that became alike by merging; merging again")
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
