internal import Refrain

/// Finds comments that suppress nothing.
public struct UnusedSuppression: Rule {
    /// The rule's id.
    public let id = "unused-suppression"
    /// What the rule finds, in one line.
    public let summary = "a refrain-ignore comment that suppresses nothing"
    /// Warnings: the comment hides what comes next.
    public let severity = Severity.warning
    /// The page in the manual.
    public let manual = RuleManual(
        finds: """
            A `refrain-ignore` comment that is about no finding, that names a rule there is not, or that begins or ends a stretch \
            which has no other end.
            """,
        matters: """
            A comment that outlives its finding hides the next one at the same place, with a reason that was given for another.
            """,
        limits: """
            Comments about rules that a run leaves out are not looked at, nor are comments about copies in a section that a family \
            of `parallel-template` takes in: the family may fall apart again. A finding that `severity` or `allow` takes away uses \
            no comment.
            """,
        example: """
            `<!-- refrain-ignore identical-section: shared legal notice -->` over a notice whose other copy is gone.
            """,
        settings: "None of its own.",
        remedy: "take the comment out")

    /// Makes the rule.
    public init() {}

    /// It looks at what the other rules have found.
    public var readsOtherFindings: Bool { true }

    /// A finding for each suppression that is not used. O(suppressions).
    public func findings(in input: LintInput) -> [Finding] {
        let applied = Set(input.settings.rules.map(\.id)).union([Suppression.allRules])
        return input.suppressions.all.enumerated().compactMap { index, suppression in
            let isKnown =
                Linter.ruleIDs.contains(suppression.rule) || suppression.rule == Suppression.allRules
            if suppression.isUnpaired {
                return finding(.unpairedSuppression(isEnd: suppression.isEnd), suppression)
            }
            guard !input.usedSuppressions.contains(index), !isKnown || applied.contains(suppression.rule),
                !isTakenOver(suppression, in: input)
            else { return nil }
            let suggestion = isKnown ? nil : EditDistance.closest(to: suppression.rule, among: Linter.ruleIDs)
            return finding(
                .unusedSuppression(rule: suppression.rule, isKnown: isKnown, suggestion: suggestion),
                suppression)
        }
    }

    /// Whether a family is told in the place of what the comment is about.
    private func isTakenOver(_ suppression: Suppression, in input: LintInput) -> Bool {
        (suppression.rule == Suppression.allRules
            || ParallelTemplate.rulesTakenOver.contains(suppression.rule))
            && suppression.sections.contains(where: input.isOfAFamily)
    }

    private func finding(_ evidence: Evidence, _ suppression: Suppression) -> Finding {
        Finding(
            rule: id, severity: severity, place: suppression.place, evidence: evidence,
            identity: [suppression.identity])
    }
}
