internal import Reading
internal import Refrain
internal import Splitting

/// Finds headings that say the same as another's.
public struct DuplicateHeading: Rule {
    /// The rule's id.
    public let id = "duplicate-heading"
    /// What the rule finds, in one line.
    public let summary = "a heading that another section under the same parent has, too"
    /// Warnings: links and readers can't tell the two apart.
    public let severity = Severity.warning
    /// The page in the manual.
    public let manual = RuleManual(
        finds: """
            A heading that an earlier section of the same level under the same parent has, too; case, mark-up, white space and \
            numbering do not count. Where the two sections repeat each other as well, that is the finding.
            """,
        matters: """
            An anchor leads to the first of the two only, and a reader of the table of contents can't tell which one is meant.
            """,
        limits: """
            Records are not looked at: their titles are data. By default headings under different parents may be the same, as in a \
            change log; `heading-scope` widens that.
            """,
        example: "Two sections `## Configuration` on one page.",
        settings: "`heading-scope`: `siblings` (default), `document` or `all`.",
        remedy: "give each a heading of its own, or put the two together")

    /// Makes the rule.
    public init() {}

    private struct Place: Hashable {
        let document: Int
        let parents: [String]
        let level: Int
        let heading: String
    }

    /// A finding for each section whose heading an earlier one in its scope has. O(sections).
    public func findings(in input: LintInput) -> [Finding] {
        let analysis = input.analysis
        var firsts: [Place: Int] = [:]
        return analysis.sections.indices.compactMap { index in
            let section = analysis.sections[index]
            guard !section.heading.isEmpty, section.level > 0 else { return nil }
            let place = place(of: section, input.settings.headingScope)
            guard let first = firsts[place] else {
                firsts[place] = index
                return nil
            }
            guard !input.areRepetitions(first, index), input.relations.areComparable(first, index) else {
                return nil
            }
            return Finding(
                rule: id, severity: severity, place: input.place(of: index),
                related: [input.place(of: first)], evidence: .sameHeading(heading: section.heading),
                identity: [HeadingIdentity.fingerprint(of: section)])
        }
    }

    private func place(of section: Section, _ scope: LintSettings.HeadingScope) -> Place {
        let heading = HeadingIdentity.folded(section.heading)
        switch scope {
        case .siblings:
            return Place(
                document: section.document, parents: Array(section.headingPath.dropLast()),
                level: section.level, heading: heading)
        case .document: return Place(document: section.document, parents: [], level: 0, heading: heading)
        case .all: return Place(document: 0, parents: [], level: 0, heading: heading)
        }
    }
}
