internal import Matrices

/// Finds a cluster's medoid and cohesion in time linear in its rows.
///
/// With s the sum of the members, a member x has the sum of similarities x·s − x·x to the others, and all pairs
/// together (s·s − Σ x·x)/2: no similarity matrix is needed. Sums run in double precision and in a fixed order,
/// so that what is printed does not depend on the machine's BLAS.
struct ClusterCenter {
    private let matrix: SparseMatrix
    private var sums: [Double]

    /// Makes the working memory: 8 bytes a column.
    init(matrix: SparseMatrix) {
        self.matrix = matrix
        sums = [Double](repeating: 0, count: matrix.columnCount)
    }

    /// The cluster of `members`, which rise. The medoid is the member with the highest sum of similarities to the
    /// others; sums that differ by less than 1e-9 are ties and go to the lower row.
    mutating func cluster(of members: [Int]) -> Cluster {
        for member in members {
            for entry in matrix.entries(ofRow: member) {
                sums[Int(matrix.columns[entry])] += Double(matrix.values[entry])
            }
        }
        var (canonical, highest, total) = (members[0], -1.0, 0.0)
        for member in members {
            let similarity = similarityToOthers(of: member)
            total += similarity
            if similarity > highest + 1e-9 { (canonical, highest) = (member, similarity) }
        }
        for member in members { clear(row: member) }
        let pairs = Double(members.count * (members.count - 1))
        return Cluster(
            members: members, canonical: canonical, similarities: similarities(of: members, to: canonical),
            cohesion: min(1, total / pairs))
    }

    private mutating func clear(row: Int) {
        for entry in matrix.entries(ofRow: row) { sums[Int(matrix.columns[entry])] = 0 }
    }

    /// The cosine of each member with the canonical one.
    private mutating func similarities(of members: [Int], to canonical: Int) -> [Double] {
        for entry in matrix.entries(ofRow: canonical) {
            sums[Int(matrix.columns[entry])] = Double(matrix.values[entry])
        }
        defer { clear(row: canonical) }
        return members.map { member in
            guard member != canonical else { return 1 }
            let product = matrix.entries(ofRow: member).reduce(0.0) { sum, entry in
                sum + Double(matrix.values[entry]) * sums[Int(matrix.columns[entry])]
            }
            return min(1, product)
        }
    }

    /// The sum of the similarities of `member` to the other members.
    private func similarityToOthers(of member: Int) -> Double {
        var sum = 0.0
        for entry in matrix.entries(ofRow: member) {
            let value = Double(matrix.values[entry])
            sum += value * (sums[Int(matrix.columns[entry])] - value)
        }
        return sum
    }
}
