internal import Clustering
internal import Refrain
internal import Scheduling
internal import Splitting
internal import Vectorizing

/// How the sections of an analysis stand to each other, as several rules need it.
struct SectionRelations: Sendable {
    /// Where sections lie in parallel trees.
    let parallel: ParallelMembership
    /// Per section in a cluster the cluster's index.
    let clusterOfSection: [Int: Int]
    /// Per section that says word for word what an earlier one says, the earlier one.
    let originals: [Int: Int]
    /// The clusters whose sections fill the slots of one template, by cluster.
    let families: [TemplateFamily]
    private let familyClusters: Set<Int>

    /// Gathers the relations. O(sections + tokens of clusters that may be families).
    init(_ analysis: Analysis, trees: ParallelTrees, workers: Workers) {
        parallel = trees.membership(in: analysis)
        clusterOfSection = analysis.clusterOfSection
        originals = Self.originals(in: analysis, parallel: parallel)
        families = TemplateFamily.families(
            in: analysis, parallel: parallel, originals: originals, workers: workers)
        familyClusters = Set(families.map(\.cluster))
    }

    /// Whether the sections of a cluster are a family.
    func isFamily(cluster: Int) -> Bool { familyClusters.contains(cluster) }

    /// For each section with words whose fingerprint an earlier one has that is not parallel to it, the first such.
    private static func originals(in analysis: Analysis, parallel: ParallelMembership) -> [Int: Int] {
        // Sections that lie in the same trees are parallel to the same others: one of them stands for all.
        var firsts: [Fingerprint: [Int]] = [:]
        var originals: [Int: Int] = [:]
        for (index, fingerprint) in analysis.fingerprints.enumerated()
        where analysis.sections[index].hasText {
            let known = firsts[fingerprint] ?? []
            if let original = known.first(where: { !parallel.areParallel($0, index) }) {
                originals[index] = original
            }
            if !known.contains(where: { parallel.trees(of: $0) == parallel.trees(of: index) }) {
                firsts[fingerprint, default: []].append(index)
            }
        }
        return originals
    }
}
