internal import Matrices

/// Products of one row with others that stop when they can no longer reach a threshold.
///
/// A finished product adds up the same terms in the same order as `RowProduct`, so its value is the same to the last bit.
struct BoundedProduct {
    private let matrix: SparseMatrix
    private var spread: [Float]
    private var loaded: Range<Int>
    /// Per bucket of columns, the norm of the chosen row from the bucket's first column on, rounded up.
    private var bucketNorms: [Float]
    private let bucketShift: Int

    /// How many buckets there are at most: their norms stay in the first-level cache.
    private static let bucketCount = 4096

    /// Makes the working memory: 4 bytes a column, and the buckets.
    init(matrix: SparseMatrix) {
        self.matrix = matrix
        spread = [Float](repeating: 0, count: matrix.columnCount)
        loaded = 0..<0
        var shift = 0
        while matrix.columnCount >> shift >= Self.bucketCount { shift += 1 }
        bucketShift = shift
        bucketNorms = [Float](repeating: 0, count: Self.bucketCount)
    }

    /// Chooses the row that the following products are taken with.
    mutating func load(row: Int) {
        for entry in loaded { spread[Int(matrix.columns[entry])] = 0 }
        loaded = matrix.entries(ofRow: row)
        var (squares, bucket) = (0.0, Self.bucketCount - 1)
        for entry in loaded.reversed() {
            let column = Int(matrix.columns[entry])
            let value = matrix.values[entry]
            spread[column] = value
            let norm = SuffixNorms.roundedUp(squares)
            while bucket > column >> bucketShift {
                bucketNorms[bucket] = norm
                bucket -= 1
            }
            squares += Double(value) * Double(value)
        }
        for bucket in 0...max(0, bucket) { bucketNorms[bucket] = SuffixNorms.roundedUp(squares) }
    }

    /// The product with row `other`, or nil as soon as it is sure not to reach `threshold`.
    func product(withRow other: Int, atLeast threshold: Double, suffixes: SuffixNorms) -> Double? {
        let entries = matrix.entries(ofRow: other)
        return spread.withUnsafeBufferPointer { spread in
            matrix.columns.withUnsafeBufferPointer { columns in
                matrix.values.withUnsafeBufferPointer { values in
                    var (sum, entry, block) = (0.0, entries.lowerBound, 0)
                    while entry < entries.upperBound {
                        let gain =
                            suffixes.norm(ofRow: other, fromBlock: block)
                            * bucketNorms[Int(columns[entry]) >> bucketShift]
                        if sum + Double(gain) < threshold { return nil }
                        let end = min(entry + SuffixNorms.stride, entries.upperBound)
                        while entry < end {
                            sum += Double(spread[Int(columns[entry])]) * Double(values[entry])
                            entry += 1
                        }
                        block += 1
                    }
                    return sum >= threshold ? sum : nil
                }
            }
        }
    }
}
