public import Outlining
public import Refrain

/// The forms in which `outline` writes the consolidated outline.
public enum OutlineFormat: String, Sendable, CaseIterable {
    /// A document to read.
    case markdown
    /// Everything, for programs; see Schemas/outline.schema.json.
    case json

    /// The report on `outline`, which was made from `analysis`. The same bytes for the same outline.
    public func report(on outline: Outline, of analysis: Analysis) -> String {
        switch self {
        case .markdown: OutlineMarkdown(outline: outline, analysis: analysis).report
        case .json: OutlineJSON.report(on: outline, of: analysis)
        }
    }
}
