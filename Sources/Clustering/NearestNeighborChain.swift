/// Agglomerative clustering by the nearest-neighbour chain (F. Murtagh, A survey of recent advances in
/// hierarchical clustering algorithms, 1983), cut at a threshold.
///
/// All three linkages are reducible: joining two groups makes neither more similar to a third than the closer of
/// them was. So a group whose nearest neighbour is below the threshold is final, reciprocal neighbours can be
/// joined in any order, and the result is that of joining the most similar two groups again and again.
/// Time O(n²) a component of n points, memory that of the matrix.
struct NearestNeighborChain {
    private let similarities: TriangularMatrix
    private var sizes: [Int]
    private var active: [Int]
    private var groups: [[Int]]
    private let linkage: Linkage
    private let threshold: Float

    /// Prepares to cluster points that stand for `sizes` rows each. What is joined is written into `similarities`.
    init(_ similarities: TriangularMatrix, sizes: [Int], linkage: Linkage, threshold: Double) {
        self.similarities = similarities
        self.sizes = sizes
        self.linkage = linkage
        self.threshold = Float(threshold)
        active = Array(sizes.indices)
        groups = sizes.indices.map { [$0] }
    }

    /// The groups of points whose linkage reaches the threshold, each rising, by their first point; groups of one
    /// included. Among equally near neighbours the lowest wins, the one before in the chain first.
    mutating func clusters() -> [[Int]] {
        var done: [[Int]] = []
        var chain: [Int] = []
        while let start = active.first {
            // Rounding can break reducibility by one unit: never go on from a group that has been joined away.
            if let tip = chain.last, groups[tip].isEmpty { chain.removeAll() }
            if chain.isEmpty { chain.append(start) }
            let tip = chain[chain.count - 1]
            let before = chain.count > 1 ? chain[chain.count - 2] : nil
            guard let (nearest, similarity) = nearest(to: tip, before: before), similarity >= threshold else {
                // Links of a chain only rise, so a tip without a neighbour in reach is the whole chain.
                done.append(groups[tip].sorted())
                active.removeAll { $0 == tip }
                chain.removeAll()
                continue
            }
            if nearest == before {
                chain.removeLast(2)
                join(min(tip, nearest), max(tip, nearest))
            } else {
                chain.append(nearest)
            }
        }
        return done.sorted { $0[0] < $1[0] }
    }

    private func nearest(to point: Int, before: Int?) -> (Int, Float)? {
        var best = before.map { ($0, similarities[point, $0]) }
        for other in active where other != point {
            let similarity = similarities[point, other]
            if best == nil || similarity > best!.1 { best = (other, similarity) }
        }
        return best
    }

    /// Joins the group `other` into `kept`.
    private mutating func join(_ kept: Int, _ other: Int) {
        active.removeAll { $0 == other }
        for third in active where third != kept {
            similarities[kept, third] = linkage.merged(
                similarities[kept, third], size: sizes[kept], similarities[other, third], size: sizes[other])
        }
        sizes[kept] += sizes[other]
        groups[kept] += groups[other]
        groups[other] = []
    }
}
