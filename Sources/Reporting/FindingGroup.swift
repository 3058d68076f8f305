internal import Linting
internal import Reading
internal import Refrain
internal import Splitting

/// Findings that one line can tell: one by itself, or several of a rule in one document whose other places stand in one document,
/// too. Copies that contradict each other are always told one by one.
struct FindingGroup {
    /// The findings, by line; never empty.
    let findings: [Finding]

    /// Fewer are told one by one.
    private static let fewest = 3
    private static let rules: Set<String> = [
        IdenticalSection().id, NearDuplicateSection().id, ContainedSection().id,
    ]

    private struct Key: Hashable {
        let rule: String
        let severity: Severity
        let document: Int
        let other: Int?
    }

    /// `findings` in groups, each in the place of its first. O(findings).
    static func groups(of findings: [Finding], in analysis: Analysis) -> [FindingGroup] {
        let keys = findings.map { key(of: $0, in: analysis) }
        let counts = Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +)
        var members: [Key: [Finding]] = [:]
        for (key, finding) in zip(keys, findings) { members[key, default: []].append(finding) }
        return zip(keys, findings).compactMap { key, finding in
            // A record is a page of its own.
            guard rules.contains(key.rule), counts[key, default: 0] >= fewest,
                analysis.documents[key.document].records == nil
            else { return FindingGroup(findings: [finding]) }
            return members.removeValue(forKey: key).map(FindingGroup.init)
        }
    }

    private static func key(of finding: Finding, in analysis: Analysis) -> Key {
        Key(
            rule: finding.rule, severity: finding.severity,
            document: analysis.sections[finding.place.section].document,
            other: finding.related.first.map { analysis.sections[$0.section].document })
    }

    /// What is wrong: one clause.
    func message(in analysis: Analysis) -> String {
        guard findings.count > 1 else { return LintWording.message(findings[0], in: analysis) }
        let others = findings.count - 1
        let subject =
            "“\(DisplayWidth.shortened(analysis.name(of: findings[0].place.section), to: 60))” and \(others) more sections"
        let path =
            findings[0].related.first.map { ControlCharacters.escaped(analysis.path(of: $0.section)) } ?? ""
        let what =
            switch findings[0].evidence {
            case .identical: "\(subject) say word for word what \(path) says"
            case .contained: "\(subject) stand nearly whole in sections of \(path)"
            default: "\(subject) repeat sections of \(path) (similarity \(similarities))"
            }
        return what + ", at lines " + findings.map { String($0.place.startLine) }.joined(separator: ", ")
    }

    /// "0.62 to 0.84".
    private var similarities: String {
        let all = findings.compactMap(\.evidence.similarity)
        guard let least = all.min(), let most = all.max() else { return "" }
        return "\(SixDecimals.shortText(least)) to \(SixDecimals.shortText(most))"
    }
}
