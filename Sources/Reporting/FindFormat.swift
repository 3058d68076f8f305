public import Refrain

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

    /// The report on `analysis`. The same bytes for the same analysis.
    ///
    /// - Parameter elapsed: what the stages took, for JSON; without it no report depends on the clock.
    public func report(on analysis: Analysis, elapsed: [StageTime] = []) -> String {
        switch self {
        case .text: FindText(analysis: analysis).report
        case .markdown: FindMarkdown(analysis: analysis).report
        case .json: FindJSON.report(on: analysis, elapsed: elapsed)
        case .jsonl: FindJSONLines.report(on: analysis)
        case .csv: FindCSV.report(on: analysis)
        }
    }
}
