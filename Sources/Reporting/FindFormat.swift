public import Refrain
internal import Scheduling

/// The forms in which `find` writes what it found.
public enum FindFormat: String, Sendable, CaseIterable {
    /// For a person at a terminal.
    case text
    /// For a person in a document or a pull request.
    case markdown
    /// Everything, for programs; see Schemas/find.schema.json.
    case json
    /// A pair a line, for programs that stream.
    case jsonl
    /// A pair a line, for spreadsheets.
    case csv

    /// Whether a report holds pairs and nothing else.
    public var holdsOnlyPairs: Bool { self == .jsonl || self == .csv }

    /// Writes the report on `analysis`, piece by piece. The same bytes for the same analysis. Memory O(sections), however
    /// many pairs there are.
    ///
    /// - Parameters:
    ///   - pairs: which pairs are written. In the forms for people it holds for the list of pairs that no cluster holds.
    ///   - cost: what the run took, for JSON; without it no report depends on clock and machine.
    ///   - threads: how many threads make the report; it does not depend on them.
    public func write(
        _ analysis: Analysis, pairs: PairSelection = .all, cost: RunCost? = nil, threads: Int = 1,
        to buffer: inout ReportBuffer
    ) throws(ReportError) {
        let workers = Workers(count: threads)
        switch self {
        case .text: try FindText(analysis: analysis, selection: pairs, workers: workers).write(to: &buffer)
        case .markdown: try FindMarkdown(analysis: analysis, selection: pairs).write(to: &buffer)
        case .json:
            try FindJSON(analysis: analysis, selection: pairs, cost: cost, threads: threads).write(
                to: &buffer)
        case .jsonl:
            try FindJSONLines.write(
                pairs.selected(from: analysis.pairs), of: analysis, workers: workers, to: &buffer)
        case .csv:
            try FindCSV.write(
                pairs.selected(from: analysis.pairs), of: analysis, workers: workers, to: &buffer)
        }
    }

    /// The report on `analysis` as one text, for reports that are known to be small.
    public func report(
        on analysis: Analysis, pairs: PairSelection = .all, cost: RunCost? = nil
    ) -> String {
        String(reporting: { buffer throws(ReportError) in
            try write(analysis, pairs: pairs, cost: cost, to: &buffer)
        })
    }
}
