public import Linting
public import Refrain

/// The forms in which `lint` writes its findings.
public enum LintFormat: String, Sendable, CaseIterable {
    /// A finding as compilers write it, and what to do about it.
    case text
    /// For programs; see Schemas/lint.schema.json.
    case json
    /// Workflow commands, which GitHub shows beside the lines of a pull request.
    case github

    /// The report, which was made from `analysis`. The same bytes for the same findings.
    ///
    /// - Parameter isColoured: whether text has colours, for a terminal.
    public func text(of report: LintReport, of analysis: Analysis, isColoured: Bool = false) -> String {
        switch self {
        case .text: LintText(isColoured: isColoured).report(on: report, of: analysis)
        case .json: LintJSON.report(on: report, of: analysis)
        case .github: LintGitHub.report(on: report, of: analysis)
        }
    }
}
