internal import Clustering

/// The sections that say the same thing: those of clusters, changed by decisions.
struct SectionGroups {
    private struct Group {
        /// The sections, rising.
        var members: [Int]
        /// The canonical section of the cluster that the sections come from.
        let medoid: Int?
    }

    private var groups: [Group]
    /// For each section that is in a cluster or named by a decision, its group.
    private var groupOf: [Int: Int] = [:]
    /// For a section that left its group the decision's line.
    private var lineOfLeaving: [Int: Int] = [:]

    /// Applies `decisions` to `clusters`: first what is to be merged is put together, then what is to be kept apart is taken
    /// out. Of the sections of a decision the one that is the medoid stays, or else the first, and each other one leaves
    /// with its copies. O(members log members) for the clusters that decisions touch.
    ///
    /// - Throws: `DecisionConflict.mergedAndApart`.
    init(_ clusters: [Cluster], decisions: [SectionDecision]) throws(DecisionConflict) {
        groups = clusters.map { Group(members: $0.members, medoid: $0.canonical) }
        for (index, group) in groups.enumerated() {
            for member in group.members { groupOf[member] = index }
        }
        for section in Set(decisions.flatMap(\.sections)).sorted() where groupOf[section] == nil {
            groupOf[section] = groups.count
            groups.append(Group(members: [section], medoid: nil))
        }
        for decision in decisions where decision.verb == .merge { merge(decision.sections) }
        for decision in decisions where decision.verb == .keepApart { part(decision) }
        try checkMerges(decisions)
    }

    /// The groups of two sections or more, by their first.
    var members: [[Int]] { groups.map(\.members).filter { $0.count > 1 }.sorted { $0[0] < $1[0] } }

    /// The medoid of the largest of the groups that are put together stays.
    private mutating func merge(_ sections: [Int]) {
        let touched = Set(sections.compactMap { groupOf[$0] }).sorted()
        guard touched.count > 1 else { return }
        let largest = touched.max { groups[$0].members.count < groups[$1].members.count } ?? touched[0]
        let all = Group(
            members: touched.flatMap { groups[$0].members }.sorted(), medoid: groups[largest].medoid)
        for index in touched { groups[index].members = [] }
        groups[touched[0]] = all
        for member in all.members { groupOf[member] = touched[0] }
    }

    private mutating func part(_ decision: SectionDecision) {
        let units = decision.unitsKeptApart
        for index in Set(units.joined().compactMap { groupOf[$0] }).sorted() {
            let present = units.map { $0.filter { groupOf[$0] == index } }.filter { !$0.isEmpty }
            let staying = present.firstIndex { unit in groups[index].medoid.map(unit.contains) ?? false } ?? 0
            for (place, unit) in present.enumerated() where place != staying {
                for section in unit {
                    groupOf[section] = groups.count
                    lineOfLeaving[section] = decision.line
                }
                groups.append(Group(members: unit, medoid: nil))
            }
            groups[index].members.removeAll { groupOf[$0] != index }
        }
    }

    /// What a decision merges can be kept apart by another, also through a third section.
    private func checkMerges(_ decisions: [SectionDecision]) throws(DecisionConflict) {
        for merge in decisions where merge.verb == .merge {
            guard Set(merge.sections.map { groupOf[$0] }).count > 1 else { continue }
            let lines = merge.sections.compactMap { lineOfLeaving[$0] }
            throw .mergedAndApart(line: merge.line, otherLine: lines.min() ?? merge.line)
        }
    }
}
