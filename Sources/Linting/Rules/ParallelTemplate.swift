internal import Clustering
internal import Refrain
internal import Splitting

/// Finds families of sections and of pages that are written to one template.
public struct ParallelTemplate: Rule {
    /// The rule's id.
    public let id = "parallel-template"
    /// What the rule finds, in one line.
    public let summary =
        "a family of sections or pages that differ only in slots: options, steps per system, versions"
    /// Notes: a template is often intended.
    public let severity = Severity.note
    /// The page in the manual.
    public let manual = RuleManual(
        finds: """
            Four sections or more of one cluster that share the greater part of their text and fill at least one slot of it, besides \
            the heading, in a way of their own: a command's name, an operating system, a version. Four entries of a reference or more: sections side \
            by side that read alike and whose headings differ in an identifier alone (`--key-file`, `AuthUserAddRequest`). Four \
            pages of a folder or more of which any two neighbours have half of their sections in common, and whose titles are written \
            to one template; three, and a fifth of the sections, where the titles are the same but for numbers. \
            A family is one finding, at its first section. Its members are no findings of `near-duplicate-section` and \
            `contained-section` for each other, those of one cluster none of `drifted-copy`. A copy of 120 letters or more, word for \
            word, or but for a few words that are not what the section is about, is none of the family: it is told by its own rule. \
            What a baseline knows as pairs stays pairs.
            """,
        matters: """
            What the template says is kept once a member. Where it changes, all members have to, and a table or a generated page \
            would say it once.
            """,
        limits: """
            Sections of one cluster that contradict each other outside their slots are not told one by one; entries and pages \
            are, by `drifted-copy`, what several pages say in common against one once. What another page outside the family says, \
            too, is told of the first page only. Smaller families are told as near-duplicates. A copy on each page of a family is told \
            once, and counts in the baseline as often as it stands there.
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

    /// The rules whose findings a family is told for.
    static let rulesTakenOver: Set<String> = [
        IdenticalSection().id, NearDuplicateSection().id, ContainedSection().id, DriftedCopy().id,
    ]

    /// Makes the rule.
    public init() {}

    /// A finding for each family, at its first section.
    public func findings(in input: LintInput) -> [Finding] {
        // Of sections of pages that are a family it is said already.
        let families = input.relations.families.filter { family in
            !family.members.dropFirst().allSatisfy {
                input.relations.areOnPagesOfAFamily($0, family.members[0])
            }
        }
        let sections = families.map {
            finding(
                in: input, $0.members, of: input.analysis.clusters[$0.cluster].members,
                .template(count: $0.members.count, slotValues: $0.slotValues))
        }
        let entries = input.entryFamilies.map {
            finding(
                in: input, $0.members, of: $0.members,
                .entries(count: $0.members.count, headings: $0.slotValues))
        }
        let sectionsOfPage = Dictionary(grouping: input.analysis.sections.indices) {
            input.analysis.sections[$0].document
        }
        let pages = input.relations.pageFamilies.all.map { family in
            finding(
                in: input, family.pages.compactMap { sectionsOfPage[$0]?.first },
                of: family.pages.flatMap { sectionsOfPage[$0] ?? [] },
                .pageTemplate(count: family.pages.count, slotValues: family.slotValues))
        }
        return sections + entries + pages
    }

    /// A finding at the first of `members`, the places of the family, which `sections` make up.
    private func finding(
        in input: LintInput, _ members: [Int], of sections: [Int], _ evidence: Evidence
    ) -> Finding {
        var finding = Finding(
            rule: id, severity: severity, place: input.place(of: members[0]),
            related: members.dropFirst().map { input.place(of: $0) }, evidence: evidence,
            // Not those of all: a family that grows stays the same finding, also where the new one comes first.
            identity: [input.analysis.fingerprints[members[0]]])
        finding.members = sections.map { input.analysis.fingerprints[$0] }
        finding.otherIdentities = members.dropFirst().map { [input.analysis.fingerprints[$0]] }
        return finding
    }
}
