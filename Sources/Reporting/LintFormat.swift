public import Linting
public import Refrain

/// The forms in which `lint` writes its findings.
public enum LintFormat: String, Sendable, CaseIterable {
    /// A line a finding, as compilers write them.
    case text
    /// For programs; see Schemas/lint.schema.json.
    case json

    /// The report on `findings`, which were made from `analysis`. The same bytes for the same findings.
    public func report(on findings: [Finding], of analysis: Analysis) -> String {
        switch self {
        case .text: LintText.report(on: findings, of: analysis)
        case .json: LintJSON.report(on: findings, of: analysis)
        }
    }
}
