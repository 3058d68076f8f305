/// Finds sections that say word for word what an earlier section says.
public struct IdenticalSection: Rule {
    /// The rule's id.
    public let id = "identical-section"
    /// What the rule finds, in one line.
    public let summary = "a section that says word for word what an earlier section says"
    /// Errors: one of the two can always go.
    public let severity = Severity.error
    /// The page in the manual.
    public let manual = RuleManual(
        finds: """
            A section whose heading and text equal those of another after Unicode normalization: mark-up, case, compatibility \
            forms, white space and the heading's numbering do not count; where links and images lead, what footnotes say and the \
            language of code do. A text of 120 letters or more, an ideograph counted twice, is the same under another heading, too. \
            The first one in reading order is the original, with \
            `--since` or `--staged` the first that was not changed; each further one is a finding, also in a family of pages or \
            sections.
            """,
        matters: """
            Two copies of one text are two places to correct. Sooner or later one of them is forgotten.
            """,
        limits: """
            A section without words under its heading is never a finding, whatever its heading says, nor is one that holds nothing \
            but a link to where it is said. A shorter text that pages written to one template share is a part of the template; under \
            another heading it is compared by its similarity. Addresses are compared as they are written.
            """,
        example: """
            `## Refunds` with the same paragraph in `billing.md` and in `faq.md`: the one in `faq.md` is a finding.
            """,
        settings: "`parallel` names trees whose copies of each other are intended.",
        remedy: "put a link to the other section in its place, or include both from one file")

    /// Makes the rule.
    public init() {}

    /// A finding for every section that says what an earlier one says. O(sections).
    public func findings(in input: LintInput) -> [Finding] {
        let copies = input.relations.originals.sorted { $0.key < $1.key }
        // A short text belongs to the template of its page; what is longer is a copy.
        return copies.filter {
            input.relations.copies.isLong($0.key) || !input.relations.areOnPagesOfAFamily($0.key, $0.value)
        }.map { section, original in
            input.finding(of: self, at: section, related: [original], .identical)
        }
    }
}
