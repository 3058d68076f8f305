internal import Matrices
internal import Scheduling

/// How much of each row an index must hold: the prefix, up to the band from which on the row's norm is below a threshold.
///
/// If the product of two rows reaches the threshold, the first band in which they share a column lies in the prefixes of
/// both: from it on, the norm of each must reach the threshold. (R. Bayardo, Y. Ma, R. Srikant, Scaling up all pairs
/// similarity search, 2007; the norm in place of their bound by largest weights: D. Anastasiu, G. Karypis, L2AP: Fast cosine
/// similarity search with prefix L-2 norm bounds, 2014.)
struct RowPrefixes: Sendable {
    /// How many of each row's first entries make its prefix.
    let lengths: [UInt32]
    /// Per row, the band that its prefix ends before.
    let bands: [UInt16]
    /// Per row, the mark that its prefix ends in; `markCount` where it is the whole row.
    private let marks: [UInt8]
    /// Kept, as are the marks: a value of another module is a call, and a division takes as long as ten postings.
    private let markCount = ColumnBands.markCount
    /// Per row, the norm of what stands behind its prefix, rounded up.
    let rests: [Float]

    /// Where one row's prefix ends.
    private struct End: Sendable {
        var length: Int
        var band: Int
        var rest: Float
    }

    /// Finds the prefixes of all rows for `threshold`. O(rows + entries of one mark each).
    init(_ matrix: TermMatrix, threshold: Double, workers: Workers) {
        let blockSize = 256
        let ends = workers.step("finding prefixes").map(
            (matrix.rowCount + blockSize - 1) / blockSize, scratch: DecodedRow()
        ) {
            decoded, block in
            // Rows on disk are let go of now and then, and before the first what the allocator keeps.
            if block % 64 == 0 { matrix.release() }
            return (block * blockSize..<min((block + 1) * blockSize, matrix.rowCount)).map {
                Self.end(ofRow: $0, in: matrix, threshold: threshold, decoded: &decoded)
            }
        }.flatMap { $0 }
        lengths = ends.map { UInt32($0.length) }
        bands = ends.map { UInt16($0.band) }
        marks = ends.map { UInt8($0.band / ColumnBands.bandsPerMark) }
        rests = ends.map(\.rest)
    }

    /// The most that the product of two rows can gain from columns that are not in both their prefixes.
    ///
    /// - Parameter markNorms: those of the matrix.
    @inline(__always)
    func gainBehindPrefixes(of a: Int, _ b: Int, markNorms: UnsafeBufferPointer<Float>) -> Float {
        let (short, long) = bands[a] <= bands[b] ? (a, b) : (b, a)
        return marks[short] == markCount ? 0 : rests[short] * markNorms[place(ofMarkOf: short, inRow: long)]
    }

    /// Where the norm of `row` from the mark on that the prefix of `short` ends in stands among the matrix's. (A prefix that is the
    /// whole row needs none, and gets the last.)
    @inline(__always)
    func place(ofMarkOf short: Int, inRow row: Int) -> Int {
        row * markCount + min(Int(marks[short]), markCount - 1)
    }

    private static func end(
        ofRow row: Int, in matrix: TermMatrix, threshold: Double, decoded: inout DecodedRow
    ) -> End {
        var mark = ColumnBands.markCount - 1
        while mark >= 0, Double(matrix.norm(ofRow: row, fromMark: mark)) < threshold { mark -= 1 }
        guard mark >= 0 else { return End(length: 0, band: 0, rest: matrix.norm(ofRow: row, fromMark: 0)) }
        // From this mark on the norm reaches the threshold, from the next on it does not: the end lies between.
        let behind = Double(matrix.norm(ofRow: row, fromMark: mark + 1))
        let end = End(
            length: matrix.offset(ofMark: mark + 1, inRow: row), band: (mark + 1) * ColumnBands.bandsPerMark,
            rest: Float(behind))
        return refined(end, from: mark, row: row, in: matrix, threshold: threshold, decoded: &decoded)
    }

    /// Moves the end forward, band by band, for as long as the norm behind it stays below the threshold.
    private static func refined(
        _ end: End, from mark: Int, row: Int, in matrix: TermMatrix, threshold: Double,
        decoded: inout DecodedRow
    ) -> End {
        var end = end
        var squares = Double(end.rest) * Double(end.rest)
        let first = matrix.offset(ofMark: mark, inRow: row)
        decoded.decode(row: row, of: matrix, from: first, limit: end.length)
        var next = end.length
        for band in (mark * ColumnBands.bandsPerMark..<end.band).reversed() {
            let start = matrix.bands.starts[band]
            decoded.withEntries { columns, values in
                while next > first, columns[next - 1 - first] >= start {
                    next -= 1
                    squares += Double(values[next - first]) * Double(values[next - first])
                }
            }
            let rest = NormBound.roundedUp(squares)
            guard Double(rest) < threshold else { break }
            end = End(length: next, band: band, rest: rest)
        }
        return end
    }
}
