internal import Scheduling
internal import SimilarityJoin
internal import Splitting

/// Groups topics into themes: the dendrogram of the clusters, cut lower.
///
/// Average linkage goes on from the topics, each in the row of its canonical section and with the weight of its sections.
/// Where no threshold is given, that of `thresholds` wins whose themes have the highest mean silhouette, the higher of two.
struct ThemeFinder {
    let settings: OutlineSettings
    let workers: Workers

    /// The lowest cut that is considered. Below it two sections have no more in common than any two texts of one language
    /// and subject: across the handbook and the question bank of Fixtures unrelated sections have up to 0.15.
    static let floor = 0.15
    /// The cuts that are considered: coarse enough that each is a number to say, fine enough to follow the data.
    static let thresholds = stride(from: 15, through: 65, by: 5).map { Double($0) / 100 }
    /// From this many topics on the lowest cut rises in proportion to their number, up to `highestFloor`: pairs of topics
    /// that have 0.15 in common grow with the square of the topics (24 a topic for 6,000 of them, and a join of 20,000 takes
    /// 15 s of one core from 0.3 on, 5 s from 0.5 on).
    static let mostTopicsFromFloor = 4096
    private static let highestFloor = 0.6

    /// The lowest cut that is considered for so many topics: one of `thresholds`.
    static func floor(topicCount: Int) -> Double {
        let steps = (20 * floor * Double(topicCount) / Double(mostTopicsFromFloor)).rounded(.up)
        return min(highestFloor, max(floor, steps / 20))
    }

    /// Themes and how they were cut.
    struct Themes {
        /// The topics of each theme, rising; themes by their first topic.
        let groups: [[Int]]
        /// The cut that made them; nil where no two topics come together.
        let threshold: Double?
        /// The lowest cut that was considered, where it is above `floor`.
        let raisedFloor: Double?
    }

    /// The themes of `topics`.
    func themes(of topics: [Topic], sections: [Section]) -> Themes {
        let own = Self.floor(topicCount: topics.count)
        let floor = settings.themeThreshold ?? own
        let texts = workers.map(topics.count) { settings.comparedText(sections[topics[$0].canonical]) }
        let join = TextJoin(texts, threshold: floor, settings: settings.vectorizing, workers: workers)
        let tree = TopicTree(sizes: topics.map(\.sections.count), pairs: join.pairs, floor: floor)
        let cut =
            settings.themeThreshold.map { ($0, tree.groups(at: $0)) }
            ?? bestCut(of: tree, pairs: join.pairs, topicCount: topics.count, floor: floor)
        let isRaised = settings.themeThreshold == nil && own > Self.floor
        guard let (threshold, groups) = cut, !tree.merges.isEmpty else {
            return Themes(
                groups: topics.indices.map { [$0] }, threshold: nil, raisedFloor: isRaised ? own : nil)
        }
        return Themes(groups: groups, threshold: threshold, raisedFloor: isRaised ? own : nil)
    }

    /// The cut at or above `floor` whose groups stand apart best, and they.
    private func bestCut(
        of tree: TopicTree, pairs: SimilarPairs, topicCount: Int, floor: Double
    ) -> (Double, [[Int]])? {
        guard let highest = tree.merges.first?.similarity else { return nil }
        let silhouette = Silhouette(topicCount: topicCount, pairs: pairs)
        var best: (threshold: Double, groups: [[Int]], mean: Double)?
        for threshold in Self.thresholds.reversed() where threshold <= highest && threshold >= floor {
            let groups = tree.groups(at: threshold)
            let mean = silhouette.mean(of: groups)
            if best.map({ mean > $0.mean }) ?? true { best = (threshold, groups, mean) }
        }
        return best.map { ($0.threshold, $0.groups) }
    }
}
