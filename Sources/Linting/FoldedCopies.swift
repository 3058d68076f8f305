internal import Refrain
internal import Vectorizing

/// Copies that stand on each page of a family: findings of their own for the baseline, one for who reads the list.
enum FoldedCopies {
    /// What findings have in common that are shown as one.
    private struct Key: Hashable {
        let family: Int
        let identity: [Fingerprint]
        let isNew: Bool
        let isTouched: Bool
        let severity: Severity
    }

    /// `findings` without copies on pages of a family for which an earlier one stands: the same text, all known or all new, and all
    /// of what changed or none. O(findings).
    static func firsts(
        of findings: [Finding], in input: LintInput, changes: ChangedSections?
    ) -> [Finding] {
        var places: [Key: Int] = [:]
        var folded: [Finding] = []
        for finding in findings {
            guard let key = key(of: finding, in: input, changes: changes) else {
                folded.append(finding)
                continue
            }
            if let place = places[key] {
                folded[place].standsAlso(for: finding)
                folded[place].count += finding.count
            } else {
                places[key] = folded.count
                folded.append(finding)
            }
        }
        return folded
    }

    private static func key(
        of finding: Finding, in input: LintInput, changes: ChangedSections?
    ) -> Key? {
        guard finding.evidence == .identical, let other = finding.related.first,
            let family = input.relations.pageFamily(of: finding.place.section),
            input.relations.pageFamily(of: other.section) == family,
            finding.state == .new || finding.state == .baselined
        else { return nil }
        return Key(
            family: family, identity: finding.identity, isNew: finding.state == .new,
            isTouched: changes.map(finding.touches) ?? false, severity: finding.severity)
    }
}
