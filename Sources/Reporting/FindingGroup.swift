internal import Linting
internal import Outlining
internal import Reading
internal import Refrain
internal import Splitting

/// Findings that one line can tell: one by itself, or several of a rule that are about the same two documents, repeat the same section,
/// or have the same empty heading. Copies that contradict each other are always told one by one.
struct FindingGroup {
    /// What the findings have in common, beside the rule.
    enum Kind {
        /// It is one finding.
        case alone
        /// The document, and the one that the other sections stand in.
        case documents
        /// The other section, or the heading.
        case section
        /// Documents that other findings link; of empty sections the document, or that they are empty.
        case linked
        /// The rule alone.
        case lone
    }

    /// The findings, by line; never empty.
    let findings: [Finding]
    /// What they have in common.
    let kind: Kind

    private static let rules: Set<String> = [
        IdenticalSection().id, NearDuplicateSection().id, ContainedSection().id, EmptySection().id,
    ]

    private enum Common: Hashable {
        case documents(Int, Int)
        case section(Int)
        case heading(String, placeholder: String?)
        case nothing(Int)
    }

    private struct Key: Hashable {
        let rule: String
        let severity: Severity
        let common: Common
    }

    /// `findings` in groups, the gravest first, copies that contradict each other before others, and of equal ones each in the place of
    /// its first. O(n log n) in the findings.
    ///
    /// - Parameter isGrouped: whether there are groups of several.
    static func groups(of findings: [Finding], in analysis: Analysis, isGrouped: Bool) -> [FindingGroup] {
        let keys = keys(of: findings, in: analysis, isGrouped: isGrouped)
        var members: [Key: [Finding]] = [:]
        for (key, finding) in zip(keys, findings) { members[key, default: []].append(finding) }
        let groups = keys.compactMap { key in
            members.removeValue(forKey: key).map { FindingGroup(findings: $0, kind: kind(of: key, $0.count)) }
        }
        return groups.enumerated().sorted { a, b in
            let (first, second) = (a.element, b.element)
            if first.severity != second.severity { return first.severity > second.severity }
            return (first.order, a.offset) < (second.order, b.offset)
        }.map(\.element)
    }

    /// How much each of the findings matters.
    var severity: Severity { findings[0].severity }

    /// Whether copies say something in two ways to readers.
    var contradictsInProse: Bool { order == 0 }

    /// Where it stands among those of one severity: first what is said in two ways to readers, then what only code differs in.
    private var order: Int {
        guard case .drifted(_, let contradictions) = findings[0].evidence else { return 2 }
        return contradictions.allSatisfy(\.isInCode) ? 1 : 0
    }

    /// The key of each finding: what it has in common with the most others.
    private static func keys(of findings: [Finding], in analysis: Analysis, isGrouped: Bool) -> [Key] {
        let possible = findings.enumerated().map { place, finding in
            (isGrouped ? commons(of: finding, in: analysis) : []).map {
                Key(rule: finding.rule, severity: finding.severity, common: $0)
            } + [Key(rule: finding.rule, severity: finding.severity, common: .nothing(place))]
        }
        let counts = Dictionary(possible.joined().map { ($0, 1) }, uniquingKeysWith: +)
        return possible.map { keys in
            keys.reduce(keys[keys.count - 1]) { best, key in
                counts[key, default: 0] > counts[best, default: 0] ? key : best
            }
        }
    }

    private static func commons(of finding: Finding, in analysis: Analysis) -> [Common] {
        guard rules.contains(finding.rule) else { return [] }
        let section = analysis.sections[finding.place.section]
        if case .empty(let placeholder) = finding.evidence {
            return [.heading(section.heading.lowercased(), placeholder: placeholder)]
        }
        guard let other = finding.related.first?.section else { return [] }
        // A record is a page of its own.
        let isRecord = analysis.documents[section.document].records != nil
        return [.section(other)]
            + (isRecord ? [] : [.documents(section.document, analysis.sections[other].document)])
    }

    private static func kind(of key: Key, _ count: Int) -> Kind {
        if count == 1 { return .alone }
        return if case .documents = key.common { .documents } else { .section }
    }
}

extension Finding {
    /// Whether copies say something in two ways.
    var contradicts: Bool { if case .drifted = evidence { true } else { false } }

    /// Its section and the one to compare it with: of a family its own alone.
    var comparedSections: [Int] {
        switch evidence {
        case .template, .pageTemplate, .entries: [place.section]
        default: Array(sections.prefix(2))
        }
    }
}
