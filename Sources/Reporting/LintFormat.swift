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
    /// SARIF 2.1.0, for code scanning.
    case sarif
    /// Issues as GitLab's Code Quality reads them.
    case codeclimate
    /// For CI that shows what Checkstyle writes.
    case checkstyle
    /// For CI that shows test results.
    case junit
    /// Diagnostics for reviewdog.
    case rdjson
    /// A comment on a pull request.
    case markdown

    /// The report, which was made from `analysis`. The same bytes for the same findings.
    ///
    /// - Parameters:
    ///   - findings: which are written by the forms that hold more than those that count.
    ///   - isGrouped: whether several findings can be one line of text, or one row of Markdown.
    ///   - isColoured: whether text has colours, for a terminal.
    public func text(
        of report: LintReport, of analysis: Analysis, findings: FindingSelection = .all,
        isGrouped: Bool = true, isColoured: Bool = false
    ) -> String {
        switch self {
        case .text: LintText(isColoured: isColoured, isGrouped: isGrouped).report(on: report, of: analysis)
        case .json: LintJSON.report(on: report, of: analysis, findings: findings)
        case .github: LintGitHub.report(on: report, of: analysis)
        case .sarif: LintSARIF.report(on: report, of: analysis, findings: findings)
        case .codeclimate: LintCodeClimate.report(on: report, of: analysis)
        case .checkstyle: LintCheckstyle.report(on: report, of: analysis)
        case .junit: LintJUnit.report(on: report, of: analysis)
        case .rdjson: LintReviewdog.report(on: report, of: analysis)
        case .markdown: LintMarkdown.report(on: report, of: analysis, isGrouped: isGrouped)
        }
    }
}
