public import Refrain

/// Applies rules to an analysis.
public struct Linter: Sendable {
    /// The rules that are applied, in the order of reports.
    public let rules: [any Rule]

    /// Every rule there is, by id.
    public static let allRules: [any Rule] = [IdenticalSection(), NearDuplicateSection()]

    /// Makes a linter.
    public init(rules: [any Rule] = Linter.allRules) {
        self.rules = rules
    }

    /// The findings of all rules, by section, then by rule in the order of `rules`.
    public func findings(in analysis: Analysis) -> [Finding] {
        let found = rules.enumerated().flatMap { order, rule in
            rule.findings(in: analysis).map { (order: order, finding: $0) }
        }
        return found.sorted { ($0.finding.section, $0.order) < ($1.finding.section, $1.order) }.map(\.finding)
    }
}
