internal import Clustering
internal import Outlining
internal import Refrain
internal import Scheduling
internal import Splitting
internal import Vectorizing

/// A cluster whose sections are written to one template: each fills some slot in its own way.
///
/// Copies of a text agree in most places and differ here and there, each from most others. Pages of a template differ all in
/// the same place: a command's name, a system's, a version's.
struct TemplateFamily: Sendable {
    /// The cluster: an index in the analysis.
    let cluster: Int
    /// Its sections without copies word for word, rising; of parallel trees those of one.
    let members: [Int]
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
            let sections = members.map { analysis.sections[$0] }
            let template = SectionTemplate(
                of: sections.map { $0.heading + "\n" + $0.text(includingCode: true) })
            guard template.commonShare >= leastCommon,
                let values = template.slots.lazy.compactMap(valuesOfSlot).first
            else { return nil }
            return TemplateFamily(cluster: index, members: members, slotValues: values)
        }.compactMap { $0 }
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
