public import Outlining
public import Refrain

/// The forms in which `outline` writes the consolidated outline.
public enum OutlineFormat: String, Sendable, CaseIterable {
    /// A document to read.
    case markdown
    /// Everything, for programs; see Schemas/outline.schema.json.
    case json
    /// A page for a browser.
    case html
    /// For outliners.
    case opml
    /// A tree for the terminal.
    case text

    /// The report on `outline`, which was made from `analysis`. The same bytes for the same outline.
    ///
    /// - Parameter display: what is shown of sources and variants; JSON has everything.
    public func report(
        on outline: Outline, of analysis: Analysis, display: OutlineDisplay = OutlineDisplay()
    ) -> String {
        switch self {
        case .markdown: OutlineMarkdown(outline: outline, analysis: analysis, display: display).report
        case .json: OutlineJSON.report(on: outline, of: analysis)
        case .html: OutlineHTML(outline: outline, analysis: analysis, display: display).report
        case .opml: OutlineOPML(outline: outline, analysis: analysis, display: display).report
        case .text: OutlineText(outline: outline, analysis: analysis, display: display).report
        }
    }
}
