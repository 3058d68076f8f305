/// A matrix in compressed sparse row (CSR) form with 32-bit floating-point values.
///
/// Row `i` holds the entries `rowStarts[i] ..< rowStarts[i + 1]` of `columns` and `values`, no column twice, in any order.
/// Entries that are not stored are zero.
package struct SparseMatrix: Sendable, Equatable {
    /// How many columns there are; every stored column lies in `0 ..< columnCount`.
    package let columnCount: Int
    /// Where each row's entries begin, and after the last row the number of entries: `rowCount + 1` values.
    package let rowStarts: [Int]
    /// The column of each entry.
    package let columns: [UInt32]
    /// The value of each entry.
    package let values: [Float]

    /// How many rows there are.
    package var rowCount: Int { rowStarts.count - 1 }

    /// How many entries are stored.
    package var nonZeroCount: Int { values.count }

    /// Makes a matrix from its parts, which must fit each other as the type's description says.
    package init(columnCount: Int, rowStarts: [Int], columns: [UInt32], values: [Float]) {
        precondition(rowStarts.first == 0, "the first row starts at entry 0")
        precondition(rowStarts.last == values.count, "the last row ends at the last entry")
        precondition(columns.count == values.count, "every entry has a column")
        self.columnCount = columnCount
        self.rowStarts = rowStarts
        self.columns = columns
        self.values = values
    }

    /// The positions in `columns` and `values` that row `row` takes.
    package func entries(ofRow row: Int) -> Range<Int> {
        rowStarts[row]..<rowStarts[row + 1]
    }
}
