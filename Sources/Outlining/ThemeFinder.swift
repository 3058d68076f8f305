internal import Scheduling
internal import SimilarityJoin
internal import Splitting

/// Groups topics into themes: the dendrogram of the clusters, cut lower.
///
/// Average linkage goes on from the topics, each in the row of its canonical section and with the weight of its sections.
/// Where no threshold is given, that of `thresholds` wins whose themes have the highest mean silhouette, the higher of two.
struct ThemeFinder {
    let settings: OutlineSettings
    let facts: SectionFacts
    let workers: Workers

    /// The lowest cut that is considered. Below it two sections have no more in common than any two texts of one language
    /// and subject: across the handbook and the question bank of Fixtures unrelated sections have up to 0.15.
    static let floor = 0.15
    /// The cuts that are considered: coarse enough that each is a number to say, fine enough to follow the data.
    static let thresholds = stride(from: 15, through: 65, by: 5).map { Double($0) / 100 }

    /// The groups of topics, each rising, by their first topic, and the cut that made them; nil where no two topics
    /// come together.
    func groups(of topics: [TopicGroup], canonical: [Int], sections: [Section]) -> (
        groups: [[Int]], threshold: Double?
    ) {
        let texts = workers.map(topics.count) { facts.comparedText(sections[canonical[$0]]) }
        let floor = settings.themeThreshold ?? Self.floor
        let join = TextJoin(texts, threshold: floor, settings: settings.vectorizing, workers: workers)
        let tree = TopicTree(sizes: topics.map(\.members.count), pairs: join.pairs, floor: floor)
        guard let highest = tree.merges.first?.similarity else { return (topics.indices.map { [$0] }, nil) }
        if let threshold = settings.themeThreshold { return (tree.groups(at: threshold), threshold) }
        let silhouette = Silhouette(topicCount: topics.count, pairs: join.pairs)
        var best: (groups: [[Int]], threshold: Double?, mean: Double) = ([], nil, -.infinity)
        for threshold in Self.thresholds.reversed() where threshold <= highest {
            let groups = tree.groups(at: threshold)
            let mean = silhouette.mean(of: groups)
            if mean > best.mean { best = (groups, threshold, mean) }
        }
        guard let threshold = best.threshold else { return (topics.indices.map { [$0] }, nil) }
        return (best.groups, threshold)
    }
}
