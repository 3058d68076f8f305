public import Matrices
package import Scheduling

/// A row most of whose weight another row holds.
public struct ContainedPair: Sendable, Equatable {
    /// The row that is held.
    public let part: Int
    /// The row that holds it.
    public let whole: Int
    /// The containment of `part` in `whole`, 0…1: the share of the squared length of `part` that lies on columns of `whole`.
    /// Not symmetric.
    public let containment: Double

    /// Makes a pair.
    public init(part: Int, whole: Int, containment: Double) {
        self.part = part
        self.whole = whole
        self.containment = containment
    }
}

/// All pairs of rows of which one holds at least a share of the other: none missed, none too many.
///
/// Columns count by rising frequency. Of a row's stored columns, the rarest are its prefix: as many as leave less than the
/// wanted share to all others. A row that holds the share has a column of the prefix, so only such rows are looked at (prefix
/// filtering; R. Bayardo, Y. Ma, R. Srikant, Scaling up all pairs similarity search, 2007, for a measure that is not
/// symmetric).
public struct ContainmentJoin: Sendable {
    private let containment: Double
    private let workers: Workers

    /// Float weights leave a containment of 1 this much below.
    private static let tolerance = 1e-6

    /// Makes a join for a least containment above 0 and at most 1.
    package init(containment: Double, workers: Workers) {
        precondition(containment > 0 && containment <= 1, "a containment lies above 0 and at most at 1")
        self.containment = containment - Self.tolerance
        self.workers = workers
    }

    /// Makes a join that works on `threads` threads.
    public init(containment: Double, threads: Int = 1) {
        self.init(containment: containment, workers: Workers(count: threads))
    }

    /// The pairs, by part, then by whole. Rows are L2-normalized, their stored part may be shorter; empty ones are in no pair.
    /// Memory: 4 bytes an entry in a prefix's column, and a row's worth of columns a thread.
    public func pairs(in matrix: TermMatrix) -> [ContainedPair] {
        let prefixes = workers.step("finding prefixes").map(matrix.rowCount, scratch: DecodedRow()) {
            prefix(ofRow: $1, of: matrix, &$0)
        }
        let index = ColumnRows(of: matrix, columns: prefixes)
        return workers.step("finding contained rows", unit: "rows").map(
            matrix.rowCount, scratch: Workspace(matrix)
        ) { workspace, row in
            workspace.wholes(of: row, prefix: prefixes[row], index: index, least: containment)
        }.flatMap { $0 }
    }

    /// The rarest columns of a row, all others of which hold less than the share; none where the stored ones do.
    private func prefix(ofRow row: Int, of matrix: TermMatrix, _ decoded: inout DecodedRow) -> [UInt32] {
        decoded.decode(row: row, of: matrix)
        var entries = decoded.withEntries { columns, values in
            columns.indices.map { (column: columns[$0], square: Double(values[$0]) * Double(values[$0])) }
        }
        entries.sort { $0.column < $1.column }
        var rest = entries.reduce(0) { $0 + $1.square }
        guard rest >= containment else { return [] }
        var prefix: [UInt32] = []
        for entry in entries {
            prefix.append(entry.column)
            rest -= entry.square
            if rest < containment - 1e-9 { break }
        }
        return prefix
    }

    /// What a thread keeps from row to row.
    private struct Workspace {
        private let matrix: TermMatrix
        private var decoded = DecodedRow()
        /// Per column the squared weight of the row in hand.
        private var squares: [Double]
        /// Per row the last row that met it, plus one.
        private var metBy: [UInt32]

        init(_ matrix: TermMatrix) {
            self.matrix = matrix
            squares = [Double](repeating: 0, count: matrix.columnCount)
            metBy = [UInt32](repeating: 0, count: matrix.rowCount)
        }

        /// The rows that hold `row`, rising.
        mutating func wholes(of row: Int, prefix: [UInt32], index: ColumnRows, least: Double)
            -> [ContainedPair]
        {
            guard !prefix.isEmpty else { return [] }
            put(row, isThere: true)
            defer { put(row, isThere: false) }
            metBy[row] = UInt32(row + 1)
            var pairs: [ContainedPair] = []
            for column in prefix {
                for other in index.rows(ofColumn: Int(column)) where metBy[Int(other)] != UInt32(row + 1) {
                    metBy[Int(other)] = UInt32(row + 1)
                    let containment = share(heldBy: Int(other))
                    if containment >= least {
                        pairs.append(
                            ContainedPair(part: row, whole: Int(other), containment: min(1, containment)))
                    }
                }
            }
            return pairs.sorted { $0.whole < $1.whole }
        }

        private mutating func put(_ row: Int, isThere: Bool) {
            decoded.decode(row: row, of: matrix)
            decoded.withEntries { columns, values in
                for place in columns.indices {
                    squares[Int(columns[place])] = isThere ? Double(values[place]) * Double(values[place]) : 0
                }
            }
        }

        private mutating func share(heldBy row: Int) -> Double {
            decoded.decode(row: row, of: matrix)
            return decoded.withEntries { columns, _ in
                columns.reduce(0) { $0 + squares[Int($1)] }
            }
        }
    }
}

/// The rows of some columns of a matrix.
private struct ColumnRows: Sendable {
    /// Where each column's rows begin, and after the last their number; columns that are not wanted have none.
    private let starts: [Int]
    private let rows: [UInt32]

    /// Lists the rows of all columns in `columns`. O(entries).
    init(of matrix: TermMatrix, columns: [[UInt32]]) {
        var isWanted = [Bool](repeating: false, count: matrix.columnCount)
        for column in columns.joined() { isWanted[Int(column)] = true }
        var decoded = DecodedRow()
        var starts = [Int](repeating: 0, count: matrix.columnCount + 1)
        func forEachEntry(_ body: (Int, Int) -> Void) {
            for row in 0..<matrix.rowCount {
                decoded.decode(row: row, of: matrix)
                decoded.withEntries { columns, _ in
                    for column in columns where isWanted[Int(column)] { body(row, Int(column)) }
                }
            }
        }
        forEachEntry { starts[$1 + 1] += 1 }
        for column in 0..<matrix.columnCount { starts[column + 1] += starts[column] }
        var (cursors, rows) = (starts, [UInt32](repeating: 0, count: starts[matrix.columnCount]))
        forEachEntry { row, column in
            rows[cursors[column]] = UInt32(row)
            cursors[column] += 1
        }
        (self.starts, self.rows) = (starts, rows)
    }

    /// The rows of a wanted column, rising.
    func rows(ofColumn column: Int) -> ArraySlice<UInt32> { rows[starts[column]..<starts[column + 1]] }
}
