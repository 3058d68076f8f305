internal import Clustering
internal import SimilarityJoin

/// Average linkage over topics, from the clusters' cut downwards: which topics come together at which similarity.
///
/// Pairs below the floor count as not similar at all, so the work is that of the pairs and not of all topics with all. By the
/// nearest-neighbour chain (F. Murtagh, 1983); joining groups adds up their links, the smaller ones to the larger ones:
/// O(p log n) for p pairs of n topics, times the links of a group.
struct TopicTree {
    /// Two groups of topics that come together, named by a topic of each.
    struct Merge {
        let first: Int
        let second: Int
        /// The mean similarity of the pairs between them, 0…1.
        let similarity: Double
    }

    /// All merges at or above the floor, similarity falling.
    private(set) var merges: [Merge] = []
    private let topicCount: Int
    private var sizes: [Double]
    /// For each group the sums of similarities to the others, times their sizes.
    private var links: [[Int: Double]]

    /// Builds the tree of topics that stand for `sizes` sections each.
    init(sizes: [Int], pairs: some Sequence<SimilarPair>, floor: Double) {
        topicCount = sizes.count
        self.sizes = sizes.map(Double.init)
        links = [[Int: Double]](repeating: [:], count: sizes.count)
        for pair in pairs {
            let sum = pair.similarity * self.sizes[pair.a] * self.sizes[pair.b]
            links[pair.a][pair.b] = sum
            links[pair.b][pair.a] = sum
        }
        build(floor: floor)
    }

    /// The groups of topics that come together at `threshold` or above, each rising, by their first topic.
    func groups(at threshold: Double) -> [[Int]] {
        var sets = UnionFind(count: topicCount)
        for merge in merges where merge.similarity >= threshold { sets.unite(merge.first, merge.second) }
        return sets.sets()
    }

    private mutating func build(floor: Double) {
        for start in 0..<topicCount {
            var chain = [start]
            while let tip = chain.last {
                let before = chain.count > 1 ? chain[chain.count - 2] : nil
                guard let (nearest, similarity) = nearest(to: tip, before: before), similarity >= floor else {
                    // Links of a chain only rise, so the tip is the whole chain, and nothing comes to it any more.
                    break
                }
                if nearest == before {
                    chain.removeLast(2)
                    merges.append(Merge(first: tip, second: nearest, similarity: similarity))
                    let kept = join(tip, nearest)
                    if chain.isEmpty { chain.append(kept) }
                } else {
                    chain.append(nearest)
                }
            }
        }
        merges.sort {
            $0.similarity != $1.similarity
                ? $0.similarity > $1.similarity : ($0.first, $0.second) < ($1.first, $1.second)
        }
    }

    /// The group most similar to `group`; of equals the one before it in the chain, then the lowest.
    private func nearest(to group: Int, before: Int?) -> (Int, Double)? {
        var best: (Int, Double)?
        for (other, sum) in links[group] {
            let similarity = sum / (sizes[group] * sizes[other])
            guard let (leader, highest) = best else {
                best = (other, similarity)
                continue
            }
            let wins =
                similarity != highest
                ? similarity > highest : leader != before && (other == before || other < leader)
            if wins { best = (other, similarity) }
        }
        return best
    }

    /// Puts two groups together under the name of the one with more links, and gives that.
    private mutating func join(_ a: Int, _ b: Int) -> Int {
        let (kept, gone) = links[a].count >= links[b].count ? (a, b) : (b, a)
        for (other, sum) in links[gone] where other != kept {
            links[kept][other, default: 0] += sum
            links[other][kept, default: 0] += sum
            links[other][gone] = nil
        }
        links[kept][gone] = nil
        links[gone] = [:]
        sizes[kept] += sizes[gone]
        return kept
    }
}
