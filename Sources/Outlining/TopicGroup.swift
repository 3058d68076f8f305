internal import Clustering

/// Sections that make one topic.
struct TopicGroup {
    /// The sections, rising.
    var members: [Int]
    /// The medoid, where the sections are those of a cluster.
    var medoid: Int?
    /// The section that a decision makes canonical, and the decision's line.
    var decided: (section: Int, line: Int)?
    /// How similar each member is to the medoid, 0…1.
    var similarities: [Int: Double] = [:]

    /// The groups of `sectionCount` sections by their first one: clusters and lone sections, changed by `decisions`.
    ///
    /// First what is to be merged is put together, then what is to be kept apart is taken out: of the sections of a
    /// decision the one that the topic would have had as canonical stays, or else the first, and each other one leaves
    /// with its copies.
    ///
    /// - Throws: `DecisionConflict.twoCanonicals` and `.mergedAndApart`.
    static func groups(
        sectionCount: Int, clusters: [Cluster], decisions: [DecidedSections.Resolved]
    ) throws(DecisionConflict) -> [TopicGroup] {
        try checkMerges(decisions)
        var groups = undecided(sectionCount: sectionCount, clusters: clusters)
        for decision in decisions where decision.verb == .merge { merge(decision.sections, in: &groups) }
        for decision in decisions where decision.verb == .keepApart { part(decision.groups, in: &groups) }
        var groupOf: [Int: Int] = [:]
        for (index, group) in groups.enumerated() {
            for member in group.members { groupOf[member] = index }
        }
        for decision in decisions where decision.verb == .canonical {
            for section in decision.sections {
                guard let group = groupOf[section] else { continue }
                // Of identical copies in one topic the first is canonical.
                if let (_, line) = groups[group].decided {
                    if line != decision.line { throw .twoCanonicals(line: decision.line, otherLine: line) }
                } else {
                    groups[group].decided = (section, decision.line)
                }
            }
        }
        return groups.sorted { $0.members[0] < $1.members[0] }
    }

    private static func checkMerges(_ decisions: [DecidedSections.Resolved]) throws(DecisionConflict) {
        let merges = decisions.filter { $0.verb == .merge }
        for apart in decisions where apart.verb == .keepApart {
            for merge in merges {
                let together = Set(merge.sections)
                if apart.groups.count(where: { $0.contains(where: together.contains) }) > 1 {
                    throw .mergedAndApart(line: merge.line, otherLine: apart.line)
                }
            }
        }
    }

    private static func undecided(sectionCount: Int, clusters: [Cluster]) -> [TopicGroup] {
        var isInCluster = [Bool](repeating: false, count: sectionCount)
        var groups = clusters.map { cluster in
            for member in cluster.members { isInCluster[member] = true }
            return TopicGroup(
                members: cluster.members, medoid: cluster.canonical,
                similarities: Dictionary(uniqueKeysWithValues: zip(cluster.members, cluster.similarities)))
        }
        for section in 0..<sectionCount where !isInCluster[section] {
            groups.append(TopicGroup(members: [section]))
        }
        return groups
    }

    /// The medoid of the largest of the groups that are put together stays.
    private static func merge(_ sections: [Int], in groups: inout [TopicGroup]) {
        let touched = groups.indices.filter { index in
            sections.contains { groups[index].members.contains($0) }
        }
        guard touched.count > 1 else { return }
        let largest = touched.max { groups[$0].members.count < groups[$1].members.count } ?? touched[0]
        let members = touched.flatMap { groups[$0].members }.sorted()
        groups[touched[0]] = TopicGroup(
            members: members, medoid: groups[largest].medoid, similarities: groups[largest].similarities)
        for index in touched.dropFirst().reversed() { groups.remove(at: index) }
    }

    private static func part(_ apart: [[Int]], in groups: inout [TopicGroup]) {
        for index in groups.indices {
            let present = apart.map { $0.filter(groups[index].members.contains) }.filter { !$0.isEmpty }
            guard present.count > 1 else { continue }
            // A fingerprint named twice keeps its copies apart from each other.
            let units = Set(present.map { $0[0] }).count < present.count ? present[0].map { [$0] } : present
            let staying = units.firstIndex { unit in groups[index].medoid.map(unit.contains) ?? false } ?? 0
            for (place, unit) in units.enumerated() where place != staying {
                groups[index].members.removeAll(where: unit.contains)
                groups.append(TopicGroup(members: unit))
            }
            if let medoid = groups[index].medoid, !groups[index].members.contains(medoid) {
                groups[index].medoid = nil
            }
        }
    }
}
