/// Finds comments that suppress findings and don't say why.
public struct UnexplainedSuppression: Rule {
    static let id = "unexplained-suppression"

    /// The rule's id.
    public var id: String { Self.id }
    /// What the rule finds, in one line.
    public let summary = "a refrain-ignore comment that gives no reason"
    /// Warnings: the next editor can't judge whether it still holds.
    public let severity = Severity.warning
    /// The page in the manual.
    public let manual = RuleManual(
        finds: """
            A `refrain-ignore` comment with nothing behind a colon. The rule applies only with `require-reason`, or where `select` \
            names it.
            """,
        matters: """
            Whoever meets the comment in a year has to find out anew whether the copy is intended.
            """,
        limits: "Any word counts as a reason.",
        example: "`<!-- refrain-ignore identical-section -->`",
        settings: "`require-reason`: whether the rule applies.",
        remedy:
            "write the reason behind a colon, as in <!-- refrain-ignore identical-section: shared legal notice -->"
    )

    /// Makes the rule.
    public init() {}

    /// A finding for each suppression without a reason. O(suppressions).
    public func findings(in input: LintInput) -> [Finding] {
        input.suppressions.all.filter { $0.reason == nil && !$0.isEnd }.map {
            Finding(
                rule: id, severity: severity, place: $0.place,
                evidence: .unexplainedSuppression(rule: $0.rule),
                identity: [$0.identity])
        }
    }
}
