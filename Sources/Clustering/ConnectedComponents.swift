internal import SimilarityJoin

/// The groups of rows that a chain of pairs connects.
struct ConnectedComponents {
    /// Each component with two rows or more: its rows rising, components by their first row.
    let components: [[Int]]

    /// Groups the rows `0 ..< rowCount`. O((rows + pairs) log rows).
    init(rowCount: Int, pairs: [SimilarPair]) {
        var sets = UnionFind(count: rowCount)
        for pair in pairs { sets.unite(pair.a, pair.b) }
        components = sets.sets().filter { $0.count > 1 }
    }
}
