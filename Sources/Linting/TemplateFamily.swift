internal import Clustering
internal import Outlining
internal import Refrain
internal import Scheduling
internal import Splitting
internal import Vectorizing

/// A cluster whose sections are written to one template: each fills some slot of the text in its own way.
///
/// Copies of a text agree in most places and differ here and there, each from most others, or in what they are called. Pages of a
/// template differ all in the same place: a command's name, a system's, a version's. A member that fills all such places as an
/// earlier one does is a copy of it, and none of the family.
struct TemplateFamily: Sendable {
    /// The cluster: an index in the analysis.
    let cluster: Int
    /// Its sections without copies, rising; of parallel trees those of one.
    let members: [Int]
    /// For each section of theirs that is nearly a copy of a member, the member.
    let copies: [Int: Int]
    /// What the first members have in the slot in which most differ, at most three different ones, verbatim.
    let slotValues: [String]

    /// Fewer are told one by one.
    private static let fewestMembers = 4
    /// In the slot that makes a family, this share of the members has a value that no other has.
    private static let leastDistinct = 0.75
    /// So much of the first section's text is the template.
    private static let leastCommon = 0.4

    /// The families of `analysis`, by cluster.
    static func families(
        in analysis: Analysis, parallel: ParallelMembership, originals: [Int: Int], workers: Workers
    ) -> [TemplateFamily] {
        workers.map(analysis.clusters.count) { index in
            let cluster = analysis.clusters[index]
            let members = ofOneTree(cluster.members.filter { originals[$0] == nil }, parallel)
            guard members.count >= fewestMembers else { return nil }
            return family(of: members, cluster: index, in: analysis.sections)
        }.compactMap { $0 }
    }

    private static func family(of members: [Int], cluster: Int, in sections: [Section]) -> TemplateFamily? {
        let bodies = members.map { sections[$0].text(includingCode: true) }
        let template = SectionTemplate(of: zip(members, bodies).map { sections[$0].heading + "\n" + $1 })
        guard template.commonShare >= leastCommon,
            let values = template.slots.lazy.compactMap(valuesOfSlot).first
        else { return nil }
        // The values of each member in the slots of the text that set the members apart.
        let slots = SectionTemplate(of: bodies).slots.filter(setsApart)
        guard !slots.isEmpty else { return nil }
        var firsts: [[String]: Int] = [:]
        var copies: [Int: Int] = [:]
        for (place, member) in members.enumerated() {
            let filled = slots.map { $0[place].lowercased() }
            if let first = firsts[filled] { copies[member] = first } else { firsts[filled] = member }
        }
        let own = members.filter { copies[$0] == nil }
        guard own.count >= fewestMembers else { return nil }
        return TemplateFamily(cluster: cluster, members: own, copies: copies, slotValues: values)
    }

    /// Whether enough different values stand in a slot; how often each does is no matter.
    private static func setsApart(_ values: [String]) -> Bool {
        let filled = values.filter { !$0.isEmpty }
        return Double(Set(filled.map { $0.lowercased() }).count) >= leastDistinct * Double(values.count)
    }

    /// Of sections in parallel trees those of the tree with the most of them, the first of several.
    private static func ofOneTree(_ members: [Int], _ parallel: ParallelMembership) -> [Int] {
        var groups: [(trees: [Substring?], members: [Int])] = []
        for member in members {
            let trees = parallel.trees(of: member)
            if let place = groups.firstIndex(where: { $0.trees == trees }) {
                groups[place].members.append(member)
            } else {
                groups.append((trees, [member]))
            }
        }
        return groups.reduce([]) { $1.members.count > $0.count ? $1.members : $0 }
    }

    /// Some of the values where enough of them are like no other.
    static func valuesOfSlot(_ values: [String]) -> [String]? {
        var counts: [String: Int] = [:]
        for value in values { counts[value.lowercased(), default: 0] += 1 }
        let own = values.filter { !$0.isEmpty && counts[$0.lowercased()] == 1 }
        guard Double(own.count) >= leastDistinct * Double(values.count) else { return nil }
        return Array(own.prefix(3))
    }
}
