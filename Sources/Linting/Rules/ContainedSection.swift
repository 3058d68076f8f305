internal import Outlining
internal import Refrain

/// Finds sections whose points stand nearly all in a larger one.
public struct ContainedSection: Rule {
    /// The rule's id.
    public let id = "contained-section"
    /// What the rule finds, in one line.
    public let summary = "a section whose points stand nearly all in a larger section"
    /// Warnings: the smaller one is a part that was copied.
    public let severity = Severity.warning
    /// The page in the manual.
    public let manual = RuleManual(
        finds: """
            A section of which at least 80 % of the text, by its list items and paragraphs, stands in another, larger section, two of them or more: in \
            the same or nearly the same words, in any order. Of the sections of a cluster the canonical one is compared.
            """,
        matters: """
            The part was copied out of the whole, or the whole was put together from parts that were left behind. Corrections \
            reach one of them.
            """,
        limits: """
            Points shorter than 24 letters, an ideograph counted twice, do not count; nor do points that more than 16 topics \
            share.
            """,
        example: "A page on backups, and a checklist whose first five of seven items are the page's list.",
        settings: "`parallel` names trees whose copies of each other are intended.",
        remedy: "link to the larger section, or let the larger one include this one")

    /// Makes the rule.
    public init() {}

    /// A finding for each section that another contains.
    public func findings(in input: LintInput) -> [Finding] {
        let analysis = input.analysis
        return analysis.pointContainments(threads: input.threads).compactMap { contained in
            guard input.relations.areComparable(contained.section, contained.container),
                !input.areRepetitions(contained.section, contained.container),
                !input.areOfAFamily(contained.section, contained.container)
            else { return nil }
            return input.finding(
                of: self, at: contained.section, related: [contained.container],
                .contained(share: contained.share))
        }
    }
}
