/// Cuts rows out of a sparse matrix and renumbers the columns that still matter.
///
/// Made once a thread and used for many cuts: the column table is as long as the matrix is wide, and each cut
/// costs only what its rows hold.
package struct RowSelection {
    private let matrix: TermMatrix
    /// Per column: 0 = not seen, 1 = seen in one row, 2 + k = renumbered to k.
    private var marks: [UInt32]
    private var decoded = DecodedRow()

    /// Makes the working memory for cuts from `matrix`: 4 bytes a column.
    package init(matrix: TermMatrix) {
        self.matrix = matrix
        marks = [UInt32](repeating: 0, count: matrix.columnCount)
    }

    /// The rows `rows` of the matrix, in that order, without the columns that only one of them has.
    ///
    /// Products between different rows are unchanged: a column of one row adds nothing to them. Columns keep
    /// their order, entries that of their rows. O(e + c log c) for e entries in the rows over c kept columns.
    package mutating func selecting(rows: [Int]) -> SparseMatrix {
        let kept = markSharedColumns(rows)
        var rowStarts = [0]
        var columns: [UInt32] = []
        var values: [Float] = []
        for row in rows {
            decoded.decode(row: row, of: matrix)
            decoded.withEntries { rowColumns, rowValues in
                for place in rowColumns.indices where marks[Int(rowColumns[place])] >= 2 {
                    columns.append(marks[Int(rowColumns[place])] - 2)
                    values.append(rowValues[place])
                }
            }
            rowStarts.append(columns.count)
        }
        for row in rows { forEachColumn(ofRow: row) { marks, column in marks[column] = 0 } }
        return SparseMatrix(columnCount: kept, rowStarts: rowStarts, columns: columns, values: values)
    }

    /// Numbers the columns that at least two of the rows have, rising, and returns how many they are.
    private mutating func markSharedColumns(_ rows: [Int]) -> Int {
        var shared: [UInt32] = []
        for row in rows {
            forEachColumn(ofRow: row) { marks, column in
                switch marks[column] {
                case 0: marks[column] = 1
                case 1:
                    marks[column] = 2
                    shared.append(UInt32(column))
                default: break
                }
            }
        }
        shared.sort()
        for (number, column) in shared.enumerated() { marks[Int(column)] = UInt32(number) + 2 }
        return shared.count
    }

    /// Calls `body` with the marks and each column of a row.
    @inline(__always)
    private mutating func forEachColumn(
        ofRow row: Int, _ body: (UnsafeMutableBufferPointer<UInt32>, Int) -> Void
    ) {
        let coding = matrix.coding
        marks.withUnsafeMutableBufferPointer { marks in
            matrix.withEntries(ofRow: row) { entries in
                for place in entries.indices {
                    marks.prefetch(aheadOf: place, of: entries.count) { coding.column(of: entries[$0]) }
                    body(marks, coding.column(of: entries[place]))
                }
            }
        }
    }
}
