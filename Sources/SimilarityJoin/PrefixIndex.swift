internal import Matrices
internal import Scheduling

/// The entries of rows' prefixes by column: the rows that a row can be a pair with.
struct PrefixIndex: Sendable {
    /// A row that has a column in its prefix, in eight bytes.
    struct Posting: Sendable {
        /// The row.
        let row: UInt32
        /// Its value in the column, in units of `unit`, rounded up.
        let value: UInt16
        /// Its norm from the column's band on, in units of `unit`, rounded up.
        let norm: UInt16
    }

    /// After so many rows, those on disk are let go of: some 100 MB.
    private static let rowsPerRelease = 1 << 14

    /// What the bounds in a posting are counted in.
    static let unit: Float = 1 / 65_535

    /// Where each column's postings begin, and after the last their number.
    let starts: [UInt32]
    /// The postings of each column, rows rising.
    let postings: [Posting]

    /// Indexes the prefixes of `rows`. O(columns + indexed entries), times a piece of columns for each thread.
    ///
    /// - Parameter counts: what `counts(of:prefixes:rows:)` gives for the same rows, where it is known; 2³¹ in all at the most.
    init(
        _ matrix: TermMatrix, prefixes: RowPrefixes, rows: Range<Int>, counts: [UInt32]? = nil,
        workers: Workers
    ) {
        let counts = counts ?? Self.counts(of: matrix, prefixes: prefixes, rows: rows)
        var starts: [UInt32] = [0]
        starts.reserveCapacity(counts.count + 1)
        for count in counts { starts.append(starts[starts.count - 1] + count) }
        let total = Int(starts[matrix.columnCount])
        let pieces = Self.pieces(starts, count: min(workers.count, 8))
        let firsts = starts
        self.starts = starts
        postings = [Posting](unsafeUninitializedCapacity: total) { output, count in
            // Each piece writes the postings of its own columns, of which `starts` has counted every one.
            nonisolated(unsafe) let output = output
            workers.step("indexing").forEach(pieces.count) { piece in
                Self.write(
                    pieces[piece], of: matrix, prefixes: prefixes, rows: rows, starts: firsts, to: output)
            }
            count = total
        }
    }

    /// How many postings each column has when `rows` are indexed. O(columns + indexed entries).
    static func counts(of matrix: TermMatrix, prefixes: RowPrefixes, rows: Range<Int>) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: matrix.columnCount)
        let mask = matrix.coding.columnMask
        counts.withUnsafeMutableBufferPointer { counts in
            for row in rows {
                if row % rowsPerRelease == 0 { matrix.release() }
                matrix.withEntries(ofRow: row) { entries in
                    for entry in entries.prefix(Int(prefixes.lengths[row])) { counts[Int(entry & mask)] += 1 }
                }
            }
        }
        return counts
    }

    /// Ranges of columns with about equally many postings.
    private static func pieces(_ starts: [UInt32], count: Int) -> [Range<UInt32>] {
        let (columns, total) = (starts.count - 1, Int(starts[starts.count - 1]))
        var bounds: [UInt32] = [0]
        for piece in 1..<max(2, count) where count > 1 {
            let share = UInt32(total * piece / count)
            var (low, high) = (Int(bounds[bounds.count - 1]), columns)
            while low < high {
                let middle = (low + high) / 2
                if starts[middle] < share { low = middle + 1 } else { high = middle }
            }
            bounds.append(UInt32(low))
        }
        bounds.append(UInt32(columns))
        return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    }

    private static func write(
        _ columns: Range<UInt32>, of matrix: TermMatrix, prefixes: RowPrefixes, rows: Range<Int>,
        starts: [UInt32], to postings: UnsafeMutableBufferPointer<Posting>
    ) {
        var cursors = Array(starts[Int(columns.lowerBound)..<Int(columns.upperBound)])
        var decoded = DecodedRow()
        cursors.withUnsafeMutableBufferPointer { cursors in
            matrix.bands.starts.withUnsafeBufferPointer { bandStarts in
                for row in rows where prefixes.lengths[row] > 0 {
                    if row % rowsPerRelease == 0 { matrix.release() }
                    var bound = BandNorm(ofRow: row, in: matrix)
                    decoded.decode(row: row, of: matrix, limit: Int(prefixes.lengths[row]))
                    decoded.withEntries { rowColumns, values in
                        for entry in rowColumns.indices {
                            let (column, value) = (rowColumns[entry], values[entry])
                            bound.advance(to: column, value: value, bandStarts: bandStarts)
                            guard columns.contains(column) else { continue }
                            let place = Int(column - columns.lowerBound)
                            postings.initializeElement(
                                at: Int(cursors[place]),
                                to: Posting(
                                    row: UInt32(row), value: inUnits(value * (1 + 1e-6)),
                                    norm: inUnits(bound.norm)))
                            cursors[place] += 1
                        }
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func inUnits(_ value: Float) -> UInt16 {
        UInt16(min(65_535, (value / unit).rounded(.up)))
    }
}

/// The norm of a row from the band in hand on, while its entries are walked through.
struct BandNorm {
    private var squares: Double
    /// The squares of the band in hand so far.
    private var bandSquares = 0.0
    private var bandEnd: UInt32 = 0
    private var band = 0
    /// The norm from the band in hand on, rounded up.
    private(set) var norm: Float

    init(ofRow row: Int, in matrix: TermMatrix) {
        norm = matrix.norm(ofRow: row, fromMark: 0)
        squares = Double(norm) * Double(norm)
    }

    /// Takes in the next entry of the row.
    @inline(__always)
    mutating func advance(to column: UInt32, value: Float, bandStarts: UnsafeBufferPointer<UInt32>) {
        if column >= bandEnd {
            squares -= bandSquares
            bandSquares = 0
            norm = NormBound.roundedUp(max(0, squares) + 1e-9)
            while bandStarts[band + 1] <= column { band += 1 }
            bandEnd = bandStarts[band + 1]
        }
        bandSquares += Double(value) * Double(value)
    }
}
