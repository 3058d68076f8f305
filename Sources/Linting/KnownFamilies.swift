internal import Vectorizing

/// Which families a baseline allows.
///
/// Some sections are told as pairs while they are few, and would be a family with one more. Where the baseline knows them as pairs,
/// they stay pairs: or else what is known would end because something was added, and nothing would count what is new.
struct KnownFamilies: Sendable {
    /// The contents of both sections, by the first.
    private var pairs: [Fingerprint: [[Fingerprint]]] = [:]
    /// The contents of families.
    private var families: Set<Fingerprint> = []

    /// Notes what `baseline` has.
    init(_ baseline: Baseline) {
        for entry in baseline.entries {
            if entry.rule == ParallelTemplate().id {
                families.formUnion(entry.identity + entry.members)
            } else if ParallelTemplate.rulesTakenOver.contains(entry.rule), let first = entry.identity.first {
                pairs[first, default: []].append(entry.identity)
            }
        }
    }

    /// Whether sections may be a family: the baseline knows it as one, or knows no two of its sections as a pair.
    ///
    /// - Parameter contents: all that the sections are known by. O(contents + their pairs).
    func allows(_ contents: @autoclosure () -> [Fingerprint]) -> Bool {
        if pairs.isEmpty { return true }
        let contents = Set(contents())
        if !families.isDisjoint(with: contents) { return true }
        return !contents.contains { first in
            pairs[first, default: []].contains { $0.allSatisfy(contents.contains) }
        }
    }
}
