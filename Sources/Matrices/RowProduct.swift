/// Scalar products of one row with others, added up in double precision.
///
/// The chosen row is spread over an array of all columns, so that each product costs one look-up per entry of
/// the other row: O(m) for a row of m entries, against O(n + m) mispredicted steps of a merge. The order of
/// addition is the other row's column order, so a value depends on neither tiles nor threads.
///
/// Memory: 4 bytes a column of the matrix, held until the value goes.
package struct RowProduct {
    private let matrix: SparseMatrix
    private var spread: [Float]
    private var loaded: Range<Int>

    /// Makes the working memory for products of rows of `matrix`; no row is chosen yet (products are 0).
    package init(matrix: SparseMatrix) {
        self.matrix = matrix
        spread = [Float](repeating: 0, count: matrix.columnCount)
        loaded = 0..<0
    }

    /// Chooses the row that the following products are taken with.
    package mutating func load(row: Int) {
        for entry in loaded { spread[Int(matrix.columns[entry])] = 0 }
        loaded = matrix.entries(ofRow: row)
        for entry in loaded { spread[Int(matrix.columns[entry])] = matrix.values[entry] }
    }

    /// The scalar product of the chosen row and row `other`.
    package func product(withRow other: Int) -> Double {
        let entries = matrix.entries(ofRow: other)
        return spread.withUnsafeBufferPointer { spread in
            matrix.columns.withUnsafeBufferPointer { columns in
                matrix.values.withUnsafeBufferPointer { values in
                    var sum = 0.0
                    for entry in entries {
                        sum += Double(spread[Int(columns[entry])]) * Double(values[entry])
                    }
                    return sum
                }
            }
        }
    }
}
