internal import Matrices

/// A thread's working memory for looking rows up in an index: sums by row, and the row in hand spread out.
final class RowLookup {
    private let matrix: SparseMatrix
    private let suffixes: SuffixNorms
    private let marks: MarkNorms
    private let index: PrefixIndex
    private let accepted: Double

    /// Per row, what the prefixes of the row in hand and of this one give; 0 where they share no column.
    private var sums: [Float]
    /// The rows whose sum is not 0.
    private var met: [UInt32] = []
    private var product: BoundedProduct

    init(
        in matrix: SparseMatrix, suffixes: SuffixNorms, marks: MarkNorms, index: PrefixIndex, accepted: Double
    ) {
        self.matrix = matrix
        self.suffixes = suffixes
        self.marks = marks
        self.index = index
        self.accepted = accepted
        sums = [Float](repeating: 0, count: matrix.rowCount)
        product = BoundedProduct(matrix: matrix)
    }

    /// Appends the pairs of `row` with the rows before it.
    func lookUp(_ row: Int, into pairs: inout [SimilarPair]) {
        meet(row)
        // Sums of non-negative single-precision terms lie within this relative error of the exact ones.
        let slack = 1 + SimilarityStrips.relativeError(entries: Int(suffixes.prefixLengths[row]))
        var isLoaded = false
        for other in met {
            let sum = Double(sums[Int(other)]) * slack
            sums[Int(other)] = 0
            guard sum + Double(marks.gainBehindPrefixes(of: row, Int(other))) >= accepted else { continue }
            if !isLoaded { product.load(row: row) }
            isLoaded = true
            if let similarity = product.product(withRow: Int(other), atLeast: accepted, suffixes: suffixes) {
                pairs.append(SimilarPair(a: Int(other), b: row, similarity: min(1, similarity)))
            }
        }
    }

    /// Adds up the sums of all rows before `row` that share a prefix column with it.
    private func meet(_ row: Int) {
        met.removeAll(keepingCapacity: true)
        let first = matrix.rowStarts[row]
        let prefix = first..<first + Int(suffixes.prefixLengths[row])
        sums.withUnsafeMutableBufferPointer { sums in
            index.rows.withUnsafeBufferPointer { rows in
                index.weights.withUnsafeBufferPointer { weights in
                    for entry in prefix {
                        let column = Int(matrix.columns[entry])
                        let weight = matrix.values[entry]
                        var posting = index.starts[column]
                        // The row's own posting is in every one of its columns' lists, and ends the walk.
                        while rows[posting] < row {
                            let other = Int(rows[posting])
                            if sums[other] == 0 { met.append(rows[posting]) }
                            sums[other] += weight * weights[posting]
                            posting += 1
                        }
                    }
                }
            }
        }
    }
}
