internal import SimilarityJoin

/// The groups of rows that a chain of pairs connects, by union-find (R. Tarjan, 1975).
struct ConnectedComponents {
    /// Each component with two rows or more: its rows rising, components by their first row.
    let components: [[Int]]

    /// Groups the rows `0 ..< rowCount`. O((rows + pairs) log rows).
    init(rowCount: Int, pairs: [SimilarPair]) {
        var parents = Array(0..<rowCount)
        func root(of row: Int) -> Int {
            var row = row
            while parents[row] != row {
                parents[row] = parents[parents[row]]
                row = parents[row]
            }
            return row
        }
        for pair in pairs {
            let (a, b) = (root(of: pair.a), root(of: pair.b))
            // The lower row becomes the root, so that components come out by their first row.
            parents[max(a, b)] = min(a, b)
        }
        var groups: [Int: [Int]] = [:]
        for row in 0..<rowCount { groups[root(of: row), default: []].append(row) }
        components = groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }
}
