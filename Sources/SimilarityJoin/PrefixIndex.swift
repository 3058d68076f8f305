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
    static let rowsPerRelease = 1 << 14

    /// What the bounds in a posting are counted in.
    static let unit: Float = 1 / 65_535

    /// Where each column's postings begin, and after the last their number.
    let starts: [UInt32]
    /// The postings of each column, rows rising.
    let postings: [Posting]

    /// Indexes the prefixes of the rows that `counts` has counted, 2³¹ entries in all at the most. O(columns × slices +
    /// postings).
    init(_ matrix: TermMatrix, prefixes: RowPrefixes, counts: PostingCounts, workers: Workers) {
        var starts: [UInt32] = [0]
        starts.reserveCapacity(counts.totals.count + 1)
        for count in counts.totals { starts.append(starts[starts.count - 1] + count) }
        let total = Int(starts[matrix.columnCount])
        let cursors = counts.cursors(from: starts)
        self.starts = starts
        postings = [Posting](unsafeUninitializedCapacity: total) { output, count in
            // Each slice writes from its own cursors on, behind which all its postings have been counted.
            nonisolated(unsafe) let output = output
            workers.step("indexing").forEach(cursors.count) { slice in
                Self.write(
                    counts.slices[slice], of: matrix, prefixes: prefixes, from: cursors[slice], to: output)
            }
            count = total
        }
    }

    private static func write(
        _ rows: Range<Int>, of matrix: TermMatrix, prefixes: RowPrefixes, from cursors: [UInt32],
        to postings: UnsafeMutableBufferPointer<Posting>
    ) {
        var (cursors, decoded) = (cursors, DecodedRow())
        cursors.withUnsafeMutableBufferPointer { cursors in
            matrix.bands.starts.withUnsafeBufferPointer { bandStarts in
                for row in rows where prefixes.lengths[row] > 0 {
                    if row % rowsPerRelease == 0 { matrix.release() }
                    var bound = BandNorm(ofRow: row, in: matrix)
                    decoded.decode(row: row, of: matrix, limit: Int(prefixes.lengths[row]))
                    decoded.withEntries { columns, values in
                        for entry in columns.indices {
                            cursors.prefetch(aheadOf: entry, of: columns.count, by: 80) { Int(columns[$0]) }
                            postings.prefetch(aheadOf: entry, of: columns.count) {
                                Int(cursors[Int(columns[$0])])
                            }
                            let (column, value) = (Int(columns[entry]), values[entry])
                            bound.advance(to: columns[entry], value: value, bandStarts: bandStarts)
                            postings.initializeElement(
                                at: Int(cursors[column]),
                                to: Posting(
                                    row: UInt32(row), value: inUnits(value * (1 + 1e-6)),
                                    norm: inUnits(bound.norm)))
                            cursors[column] += 1
                        }
                    }
                }
            }
        }
    }

    /// A value of 0 to 1 in units, rounded up by less than one and a half; 1 for more. What single precision takes off the value in units,
    /// 2⁻²⁴ of it, is no more than what bounds are too high by.
    ///
    /// Added to 2²³, a single-precision number has its whole part in its last bits. Rounding up by the mathematics library is a call
    /// for each posting.
    @inline(__always)
    static func inUnits(_ value: Float) -> UInt16 {
        UInt16(truncatingIfNeeded: (min(value * 65_535, 65_534.5) + 0.500_1 + 8_388_608).bitPattern)
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
