internal import SimilarityJoin

/// The similarities of pairs of rows, to be asked for by row.
struct PairTable: Sendable {
    /// Where the pairs of each row with higher ones begin, and after the last row their number.
    private let starts: [Int]
    /// Per pair the higher row and the similarity; rows rising for each lower one.
    private var partners: [Partner]

    private struct Partner: Sendable {
        var row: UInt32
        /// In billionths.
        var similarity: UInt32
    }

    /// Puts `pairs` in order by row. O(rows + p log p) for the p pairs of a row; 8 bytes a pair.
    init(rowCount: Int, pairs: [SimilarPair]) {
        var starts = [Int](repeating: 0, count: rowCount + 1)
        for pair in pairs { starts[pair.a + 1] += 1 }
        for row in 0..<rowCount { starts[row + 1] += starts[row] }
        var cursors = starts
        var partners = [Partner](repeating: Partner(row: 0, similarity: 0), count: pairs.count)
        for pair in pairs {
            partners[cursors[pair.a]] = Partner(
                row: UInt32(pair.b), similarity: UInt32((pair.similarity * 1e9).rounded()))
            cursors[pair.a] += 1
        }
        for row in 0..<rowCount where starts[row + 1] - starts[row] > 1 {
            partners[starts[row]..<starts[row + 1]].sort { $0.row < $1.row }
        }
        (self.starts, self.partners) = (starts, partners)
    }

    /// The same table, in which `pairs`, all of them its own, are not similar at all. O(log) of a row's pairs for each.
    func parting(_ pairs: [SimilarPair]) -> PairTable {
        guard !pairs.isEmpty else { return self }
        var table = self
        for pair in pairs {
            guard let place = place(of: pair.a, pair.b) else { preconditionFailure("a pair of the table") }
            table.partners[place].similarity = 0
        }
        return table
    }

    /// The similarity of two different rows, in either order; nil where they are no pair. O(log) of a row's pairs.
    func similarity(of a: Int, _ b: Int) -> Double? {
        place(of: a, b).map { Double(partners[$0].similarity) / 1e9 }
    }

    /// Whether two different rows are a pair.
    func holds(_ a: Int, _ b: Int) -> Bool { place(of: a, b) != nil }

    /// Where the pair of two different rows stands; nil where they are none.
    private func place(of a: Int, _ b: Int) -> Int? {
        let (row, other) = (min(a, b), UInt32(max(a, b)))
        var (low, high) = (starts[row], starts[row + 1])
        while low < high {
            let middle = (low + high) / 2
            if partners[middle].row < other { low = middle + 1 } else { high = middle }
        }
        return low < starts[row + 1] && partners[low].row == other ? low : nil
    }

    /// The similarities of `rows`, which rise, with each other, where all are pairs; else nil.
    func similarities(among rows: [Int]) -> TriangularMatrix? {
        let result = TriangularMatrix(count: rows.count)
        for (b, row) in rows.enumerated() {
            for a in 0..<b {
                guard let similarity = similarity(of: rows[a], row) else { return nil }
                result[a, b] = Float(similarity)
            }
        }
        return result
    }

    /// Writes what is known of `rows`, which rise, into the similarities that were computed for them in single precision: pairs
    /// as they are, and others and demoted ones below `accepted`, so that what is a pair and what is not does not depend on
    /// rounding, nor on BLAS. O(m² + p log m) for m rows and p pairs.
    func put(into similarities: TriangularMatrix, of rows: [Int], accepted: Double) {
        let (least, most) = (Float(accepted), Float(accepted).nextDown)
        for index in similarities.values.indices {
            similarities.values[index] = min(similarities.values[index], most)
        }
        for (place, row) in rows.enumerated() {
            for partner in partners[starts[row]..<starts[row + 1]] {
                guard let other = Self.place(of: Int(partner.row), in: rows) else { continue }
                let known = Double(partner.similarity) / 1e9
                // Pairs are kept in billionths: rounding must not demote one.
                similarities[place, other] =
                    known >= accepted - 1e-9 ? max(least, Float(known)) : min(most, Float(known))
            }
        }
    }

    /// Where `row` stands in `rows`, which rise.
    private static func place(of row: Int, in rows: [Int]) -> Int? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle] < row { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low] == row ? low : nil
    }
}
