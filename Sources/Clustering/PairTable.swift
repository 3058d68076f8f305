internal import SimilarityJoin

/// The similarities of pairs of rows, to be asked for by row.
struct PairTable: Sendable {
    /// Where the pairs of each row with higher ones begin, and after the last row their number.
    private let starts: [Int]
    /// Per pair the higher row; rising for each lower one.
    private let partners: [UInt32]
    /// Per pair the similarity.
    private let similarities: [Double]

    /// Puts `pairs` in order by row. O(rows + p log p) for the p pairs of a row.
    init(rowCount: Int, pairs: [SimilarPair]) {
        var starts = [Int](repeating: 0, count: rowCount + 1)
        for pair in pairs { starts[pair.a + 1] += 1 }
        for row in 0..<rowCount { starts[row + 1] += starts[row] }
        var cursors = starts
        var order = [Int](repeating: 0, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            order[cursors[pair.a]] = index
            cursors[pair.a] += 1
        }
        for row in 0..<rowCount where starts[row + 1] - starts[row] > 1 {
            order[starts[row]..<starts[row + 1]].sort { pairs[$0].b < pairs[$1].b }
        }
        self.starts = starts
        partners = order.map { UInt32(pairs[$0].b) }
        similarities = order.map { pairs[$0].similarity }
    }

    /// The similarity of two different rows, in either order; nil where they are no pair. O(log) of a row's pairs.
    func similarity(of a: Int, _ b: Int) -> Double? {
        let (row, other) = (min(a, b), UInt32(max(a, b)))
        var (low, high) = (starts[row], starts[row + 1])
        while low < high {
            let middle = (low + high) / 2
            if partners[middle] < other { low = middle + 1 } else { high = middle }
        }
        return low < starts[row + 1] && partners[low] == other ? similarities[low] : nil
    }

    /// The similarities of `rows`, which rise, with each other, where all are pairs; else nil.
    func similarities(among rows: [Int]) -> TriangularMatrix? {
        var result = TriangularMatrix(count: rows.count)
        for (b, row) in rows.enumerated() {
            for a in 0..<b {
                guard let similarity = similarity(of: rows[a], row) else { return nil }
                result[a, b] = Float(similarity)
            }
        }
        return result
    }
}
