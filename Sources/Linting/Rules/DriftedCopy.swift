/// Finds copies that have drifted apart: nearly the same text with another number, date, version, unit, negation, address or
/// other code.
public struct DriftedCopy: Rule {
    /// The rule's id.
    public let id = "drifted-copy"
    /// What the rule finds, in one line.
    public let summary =
        "a near-copy that contradicts the other in a number, date, version, unit, negation, address or code"
    /// Errors: one of the two misleads its readers.
    public let severity = Severity.error
    /// The page in the manual.
    public let manual = RuleManual(
        finds: """
            A section that `near-duplicate-section` would find, and that disagrees with the other: a block of one says what a \
            block of the other says, but with another number, date, version, unit or address, with or without a negation, or with \
            other code. The message shows both values.
            """,
        matters: """
            One of the two is wrong, or was once right: the copy that nobody corrected. Readers follow whichever they find first.
            """,
        limits: """
            A version or year that a page's own title or name has is no contradiction where the other page says one of its own: \
            guides for versions 3.2 and 3.3 say different versions in the same place. Nor is a word of the page's own title or name \
            in code: two commands' pages have each its own command. \
            Nor are two addresses within a site that end in a page of the same name: each copy links its own neighbour. \
            What differs is found by its form. Two amounts that mean the same ("a day", "24 hours") contradict each other here, \
            two that differ in words alone ("weekly", "monthly") don't.
            """,
        example: """
            "Backups are kept for 24 hours" in one handbook and "Backups are kept for 12 hours" in another, with the same \
            paragraphs around them.
            """,
        settings: "As `near-duplicate-section`.",
        remedy: "find out which value holds, correct the other, and keep the text in one place")

    /// Makes the rule.
    public init() {}

    /// One finding for every section that repeats another and contradicts it.
    public func findings(in input: LintInput) -> [Finding] {
        input.repetitions.filter { !$0.contradictions.isEmpty }.map {
            input.finding(
                of: self, at: $0.section, related: [$0.other],
                .drifted(similarity: $0.similarity, contradictions: $0.contradictions))
        }
    }
}
