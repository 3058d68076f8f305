internal import SimilarityJoin

/// How well groups of topics stand apart from each other (P. Rousseeuw, Silhouettes: a graphical aid to the
/// interpretation and validation of cluster analysis, 1987), with 1 − similarity as the distance.
///
/// Of a topic it is (b − a) / max(a, b), where a is its mean distance to the others of its group and b that to the nearest
/// other group; 0 for a topic alone. Pairs that are not given have similarity 0.
struct Silhouette {
    private var neighbors: [[(topic: Int, similarity: Double)]]

    /// Takes in the pairs of `topicCount` topics. O(pairs).
    init(topicCount: Int, pairs: some Sequence<SimilarPair>) {
        neighbors = [[(topic: Int, similarity: Double)]](repeating: [], count: topicCount)
        for pair in pairs {
            neighbors[pair.a].append((pair.b, pair.similarity))
            neighbors[pair.b].append((pair.a, pair.similarity))
        }
    }

    /// The mean over all topics of what they have in `groups`, which are a partition: −1…1. O(topics + pairs).
    func mean(of groups: [[Int]]) -> Double {
        var groupOf = [Int](repeating: 0, count: neighbors.count)
        for (index, group) in groups.enumerated() {
            for topic in group { groupOf[topic] = index }
        }
        var sums = [Double](repeating: 0, count: groups.count)
        var total = 0.0
        for (own, group) in groups.enumerated() where group.count > 1 {
            for topic in group {
                for (other, similarity) in neighbors[topic] { sums[groupOf[other]] += similarity }
                let near = sums[own] / Double(group.count - 1)
                var far = 0.0
                for (other, _) in neighbors[topic] where groupOf[other] != own {
                    far = max(far, sums[groupOf[other]] / Double(groups[groupOf[other]].count))
                }
                for (other, _) in neighbors[topic] { sums[groupOf[other]] = 0 }
                let (a, b) = (1 - near, 1 - far)
                if max(a, b) > 0 { total += (b - a) / max(a, b) }
            }
        }
        return neighbors.isEmpty ? 0 : total / Double(neighbors.count)
    }
}
