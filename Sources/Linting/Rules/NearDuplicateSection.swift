/// Finds sections that say nearly the same as another section, and agree with it in what matters.
public struct NearDuplicateSection: Rule {
    /// The rule's id.
    public let id = "near-duplicate-section"
    /// What the rule finds, in one line.
    public let summary = "a section that says nearly the same as another section"
    /// Warnings: each is a copy that will drift.
    public let severity = Severity.warning
    /// The page in the manual.
    public let manual = RuleManual(
        finds: """
            A section whose similarity to another reaches the threshold. In a cluster every member but the canonical one is a \
            finding and is compared with the canonical one; of two similar sections in no common cluster the later one is, unless \
            it is a finding already. With `--since` or `--staged` a changed one of two is, whichever comes first. Copies word for word are left to `identical-section`, copies that disagree in a number, \
            date, version, unit, negation, address or in code to `drifted-copy`, families written to one template to \
            `parallel-template`.
            """,
        matters: """
            Near-copies drift apart: a number is corrected in one and stays wrong in the other, and readers trust both.
            """,
        limits: """
            Similarity says that two texts read alike, not that they mean the same: two option pages written to one template \
            can be findings.
            """,
        example: """
            The same three paragraphs on backups in two handbooks, one with a sentence more.
            """,
        settings: """
            `threshold`, `linkage`, and what decides similarity: `ngrams`, `heading-weight`, `code`, `normalization`. \
            `parallel` names trees whose copies of each other are intended.
            """,
        remedy: "keep one of the two and link to it, or say in each only what the other does not")

    /// Makes the rule.
    public init() {}

    /// One finding for every section that repeats another and does not contradict it.
    public func findings(in input: LintInput) -> [Finding] {
        input.repetitions.filter { $0.contradictions.isEmpty }.map {
            input.finding(
                of: self, at: $0.section, related: [$0.other],
                .nearDuplicate(similarity: $0.similarity))
        }
    }
}
