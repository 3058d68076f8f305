internal import Matrices

/// The entries of all rows' prefixes, by column: the rows that a row can be a pair with.
///
/// If the product of two rows reaches the threshold, the first column that they share lies in the prefixes of both: from it
/// on, the norm of each must reach the threshold. (R. Bayardo, Y. Ma, R. Srikant, Scaling up all pairs similarity search,
/// 2007; the norm in place of their bound by largest weights: Anastasiu and Karypis, 2014.)
struct PrefixIndex: Sendable {
    /// Where each column's postings begin, and after the last their number.
    let starts: [Int]
    /// The rows of each column, rising.
    let rows: [UInt32]
    /// The weight of each posting.
    let weights: [Float]

    /// Indexes the first `prefixLengths[i]` entries of every row i. O(columns + indexed entries).
    init(_ matrix: SparseMatrix, prefixLengths: [UInt32]) {
        let starts = Self.starts(of: matrix, prefixLengths: prefixLengths)
        var cursors = starts
        var rows = [UInt32](repeating: 0, count: starts[matrix.columnCount])
        var weights = [Float](repeating: 0, count: rows.count)
        for row in 0..<matrix.rowCount {
            let first = matrix.rowStarts[row]
            for entry in first..<first + Int(prefixLengths[row]) {
                let place = cursors[Int(matrix.columns[entry])]
                rows[place] = UInt32(truncatingIfNeeded: row)
                weights[place] = matrix.values[entry]
                cursors[Int(matrix.columns[entry])] = place + 1
            }
        }
        (self.starts, self.rows, self.weights) = (starts, rows, weights)
    }

    /// How many postings are visited when every row is looked up among the rows before it: half of the sum of the
    /// squared lengths of the columns' lists.
    static func visitCount(in matrix: SparseMatrix, prefixLengths: [UInt32]) -> Double {
        let starts = starts(of: matrix, prefixLengths: prefixLengths)
        return zip(starts, starts.dropFirst()).reduce(0) { sum, bounds in
            let length = Double(bounds.1 - bounds.0)
            return sum + length * length / 2
        }
    }

    private static func starts(of matrix: SparseMatrix, prefixLengths: [UInt32]) -> [Int] {
        var starts = [Int](repeating: 0, count: matrix.columnCount + 1)
        for row in 0..<matrix.rowCount {
            let first = matrix.rowStarts[row]
            for entry in first..<first + Int(prefixLengths[row]) {
                starts[Int(matrix.columns[entry]) + 1] += 1
            }
        }
        for column in 0..<matrix.columnCount { starts[column + 1] += starts[column] }
        return starts
    }
}
