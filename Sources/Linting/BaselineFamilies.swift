internal import Vectorizing

/// What the baseline knows of a family when it is none any more: some of its members were mended, and too few are left.
extension Baseline {
    /// A family, and a content of one of its sections.
    private struct Content: Hashable {
        let entry: Int
        let fingerprint: Fingerprint
    }

    /// Marks findings whose sections all stand in one family that the baseline has, and returns the entries of these families: places
    /// in `entries`.
    ///
    /// What a family says more often now than the baseline has it is not all known: as many of the findings about it count, the last
    /// of `order`. O(members of families + findings).
    ///
    /// - Parameters:
    ///   - order: the places of all findings, those that are known first before others.
    ///   - counts: how often each content stands in what was read.
    func markOfFamilies(
        _ findings: inout [Finding], order: [Int], counts: () -> [Fingerprint: Int]
    ) -> Set<Int> {
        let families = entries.indices.filter { !entries[$0].members.isEmpty }
        let rules = ParallelTemplate.rulesTakenOver.union([ParallelTemplate().id, EmptySection().id])
        let open = order.filter { findings[$0].state == .new && rules.contains(findings[$0].rule) }
        guard !families.isEmpty, !open.isEmpty else { return [] }
        let known = Self.counted(families.flatMap { entry in entries[entry].members.map { (entry, $0) } })
        let familiesOfContent = Dictionary(
            grouping: known.keys.sorted { $0.entry < $1.entry }, by: \.fingerprint)
        let counts = counts()
        var excess: [Content: Int] = [:]
        var met: Set<Int> = []
        for place in open.reversed() {
            let contents = Set(findings[place].allContent)
            let candidates = familiesOfContent[findings[place].content[0]] ?? []
            guard
                let content = candidates.first(where: { candidate in
                    contents.allSatisfy { known[Content(entry: candidate.entry, fingerprint: $0)] != nil }
                })
            else { continue }
            let more = counts[content.fingerprint, default: 0] - known[content, default: 0]
            guard excess[content, default: 0] >= more else {
                excess[content, default: 0] += 1
                continue
            }
            findings[place].state = .baselined
            met.insert(content.entry)
        }
        return met
    }

    private static func counted(_ contents: [(Int, Fingerprint)]) -> [Content: Int] {
        var counts: [Content: Int] = [:]
        for (entry, fingerprint) in contents {
            counts[Content(entry: entry, fingerprint: fingerprint), default: 0] += 1
        }
        return counts
    }
}
