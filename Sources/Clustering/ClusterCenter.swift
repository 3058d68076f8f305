internal import Matrices
internal import SimilarityJoin

/// Finds a cluster's medoid and cohesion in time linear in its rows.
///
/// With s the sum of the members, a member x has the sum of similarities x·s − x·x to the others, and all pairs together
/// have (s·s − Σ x·x)/2: no similarity matrix is needed. Sums run in double precision and in a fixed order, so that what is
/// printed does not depend on the machine's BLAS.
struct ClusterCenter {
    private let matrix: SparseMatrix
    private var sums: [Double]

    /// Makes the working memory: 8 bytes a column.
    init(matrix: SparseMatrix) {
        self.matrix = matrix
        sums = [Double](repeating: 0, count: matrix.columnCount)
    }

    /// The cluster of the items `members`, which rise. The medoid is the item with the highest sum of similarities to the
    /// others; sums that differ by less than 1e-9 are ties and go to the lower item.
    mutating func cluster(of members: [Int], groups: RowGroups) -> Cluster {
        let rows = members.map { groups.rowOfItem[$0] }
        for row in rows { add(row: row) }
        var similarityOfRow: [Int: Double] = [:]
        for row in Set(rows) { similarityOfRow[row] = similarityToOthers(of: row) }
        let similarities = rows.map { similarityOfRow[$0, default: 0] }
        for row in rows { clear(row: row) }
        var (best, highest) = (0, -1.0)
        for (place, similarity) in similarities.enumerated() where similarity > highest + 1e-9 {
            (best, highest) = (place, similarity)
        }
        let pairs = Double(members.count * (members.count - 1))
        return Cluster(
            members: members, canonical: members[best],
            similarities: self.similarities(of: rows, to: rows[best]),
            cohesion: min(1, similarities.reduce(0, +) / pairs))
    }

    private mutating func add(row: Int) {
        for entry in matrix.entries(ofRow: row) {
            sums[Int(matrix.columns[entry])] += Double(matrix.values[entry])
        }
    }

    private mutating func clear(row: Int) {
        for entry in matrix.entries(ofRow: row) { sums[Int(matrix.columns[entry])] = 0 }
    }

    /// The cosine of each row with the canonical one; 1 for the same row.
    private mutating func similarities(of rows: [Int], to canonicalRow: Int) -> [Double] {
        add(row: canonicalRow)
        defer { clear(row: canonicalRow) }
        return rows.map { row in
            guard row != canonicalRow else { return 1 }
            let product = matrix.entries(ofRow: row).reduce(0.0) { sum, entry in
                sum + Double(matrix.values[entry]) * sums[Int(matrix.columns[entry])]
            }
            return min(1, product)
        }
    }

    /// The sum of the similarities of an item of `row` to the other members.
    private func similarityToOthers(of row: Int) -> Double {
        var sum = 0.0
        for entry in matrix.entries(ofRow: row) {
            let value = Double(matrix.values[entry])
            sum += value * (sums[Int(matrix.columns[entry])] - value)
        }
        return sum
    }
}
