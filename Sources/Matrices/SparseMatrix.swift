/// A matrix in compressed sparse row (CSR) form with 32-bit floating-point values.
///
/// Row `i` holds the entries `rowStarts[i] ..< rowStarts[i + 1]` of `columns` and `values`, its columns
/// rising strictly. Entries that are not stored are zero.
public struct SparseMatrix: Sendable, Equatable {
    /// How many columns there are; every stored column lies in `0 ..< columnCount`.
    public let columnCount: Int
    /// Where each row's entries begin, and after the last row the number of entries: `rowCount + 1` values.
    public let rowStarts: [Int]
    /// The column of each entry.
    public let columns: [UInt32]
    /// The value of each entry.
    public let values: [Float]

    /// How many rows there are.
    public var rowCount: Int { rowStarts.count - 1 }

    /// How many entries are stored.
    public var nonZeroCount: Int { values.count }

    /// Makes a matrix from its parts, which must fit each other as the type's description says.
    public init(columnCount: Int, rowStarts: [Int], columns: [UInt32], values: [Float]) {
        precondition(rowStarts.first == 0, "the first row starts at entry 0")
        precondition(rowStarts.last == values.count, "the last row ends at the last entry")
        precondition(columns.count == values.count, "every entry has a column")
        self.columnCount = columnCount
        self.rowStarts = rowStarts
        self.columns = columns
        self.values = values
    }

    /// The positions in `columns` and `values` that row `row` takes.
    public func entries(ofRow row: Int) -> Range<Int> {
        rowStarts[row]..<rowStarts[row + 1]
    }

    /// Whether two rows hold the same entries. O(entries of a row).
    public func rowsAreEqual(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (entries(ofRow: a), entries(ofRow: b))
        return first.count == second.count
            && columns[first].elementsEqual(columns[second]) && values[first].elementsEqual(values[second])
    }
}
