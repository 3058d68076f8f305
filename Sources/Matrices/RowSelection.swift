/// Cuts rows out of a sparse matrix and renumbers the columns that still matter.
///
/// Made once a thread and used for many cuts: the column table is as long as the matrix is wide, and each cut
/// costs only what its rows hold.
package struct RowSelection {
    private let matrix: SparseMatrix
    /// Per column: 0 = not seen, 1 = seen in one row, 2 + k = renumbered to k.
    private var marks: [UInt32]

    /// Makes the working memory for cuts from `matrix`: 4 bytes a column.
    package init(matrix: SparseMatrix) {
        self.matrix = matrix
        marks = [UInt32](repeating: 0, count: matrix.columnCount)
    }

    /// The rows `rows` of the matrix, in that order, without the columns that only one of them has.
    ///
    /// Products between different rows are unchanged: a column of one row adds nothing to them. Columns keep
    /// their order. O(e log c) for e entries in the rows over c kept columns.
    package mutating func selecting(rows: [Int]) -> SparseMatrix {
        let kept = markSharedColumns(rows)
        var rowStarts = [0]
        var columns: [UInt32] = []
        var values: [Float] = []
        for row in rows {
            for entry in matrix.entries(ofRow: row) where marks[Int(matrix.columns[entry])] >= 2 {
                columns.append(marks[Int(matrix.columns[entry])] - 2)
                values.append(matrix.values[entry])
            }
            rowStarts.append(columns.count)
        }
        for row in rows {
            for entry in matrix.entries(ofRow: row) { marks[Int(matrix.columns[entry])] = 0 }
        }
        return SparseMatrix(columnCount: kept, rowStarts: rowStarts, columns: columns, values: values)
    }

    /// Numbers the columns that at least two of the rows have, rising, and returns how many they are.
    private mutating func markSharedColumns(_ rows: [Int]) -> Int {
        var shared: [UInt32] = []
        for row in rows {
            for column in matrix.columns[matrix.entries(ofRow: row)] {
                switch marks[Int(column)] {
                case 0: marks[Int(column)] = 1
                case 1:
                    marks[Int(column)] = 2
                    shared.append(column)
                default: break
                }
            }
        }
        shared.sort()
        for (number, column) in shared.enumerated() { marks[Int(column)] = UInt32(number) + 2 }
        return shared.count
    }
}
