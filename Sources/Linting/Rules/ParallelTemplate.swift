internal import Refrain

/// Finds families of sections that are written to one template.
public struct ParallelTemplate: Rule {
    /// The rule's id.
    public let id = "parallel-template"
    /// What the rule finds, in one line.
    public let summary =
        "a family of sections that differ only in slots: option pages, steps per system, versions"
    /// Notes: a template is often intended.
    public let severity = Severity.note
    /// The page in the manual.
    public let manual = RuleManual(
        finds: """
            Four sections or more of one cluster that share the greater part of their text and fill at least one slot of it in a \
            way of their own: a command's name, an operating system, a version. The family is one finding, at its first section, \
            and its sections are no findings of `near-duplicate-section` and `drifted-copy`.
            """,
        matters: """
            What the template says is kept once a member. Where it changes, all members have to, and a table or a generated page \
            would say it once.
            """,
        limits: """
            Members that contradict each other outside their slots are not told one by one. Fewer than four sections are told as \
            near-duplicates.
            """,
        example: """
            `## tool add`, `## tool remove`, `## tool list` and `## tool show`, each with the same paragraphs about exit status and \
            global options.
            """,
        settings: """
            A family that is intended is declared by `allow: ["parallel-template in cli/"]`, or by a comment \
            `<!-- refrain-ignore parallel-template: option pages -->` before its first section. `parallel` is for whole trees.
            """,
        remedy:
            "say what is the same once and leave a table of what differs, or declare the family with allow")

    /// Makes the rule.
    public init() {}

    /// A finding for each family, at its first section.
    public func findings(in input: LintInput) -> [Finding] {
        input.relations.families.map { family in
            let first = family.members[0]
            return Finding(
                rule: id, severity: severity, place: input.place(of: first),
                related: family.members.dropFirst().map { input.place(of: $0) },
                evidence: .template(count: family.members.count, slotValues: family.slotValues),
                // Not those of the others: a family that grows stays the same finding.
                identity: [input.analysis.fingerprints[first]])
        }
    }
}
