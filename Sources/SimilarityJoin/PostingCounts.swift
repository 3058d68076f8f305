internal import Matrices
internal import Scheduling

/// How many postings each column has in an index of some rows' prefixes, by slices of the rows: so that threads count, and
/// later write, side by side.
struct PostingCounts: Sendable {
    /// The rows in slices, with about equally many postings each.
    let slices: [Range<Int>]
    /// How many postings each column has in all slices.
    let totals: [UInt32]
    /// The same by slice.
    private let counts: [[UInt32]]

    /// Four bytes a column and slice, however many threads there are.
    private static let mostSlices = 8

    /// Counts the postings of `rows`. O(columns × slices + postings).
    init(of matrix: TermMatrix, prefixes: RowPrefixes, rows: Range<Int>, workers: Workers) {
        let slices = Self.slices(of: rows, prefixes: prefixes, count: min(workers.count, Self.mostSlices))
        let counts = workers.step("counting postings").map(slices.count) {
            Self.counts(of: matrix, prefixes: prefixes, rows: slices[$0])
        }
        var totals = counts[0]
        for slice in counts.dropFirst() {
            for column in totals.indices { totals[column] += slice[column] }
        }
        (self.slices, self.counts, self.totals) = (slices, counts, totals)
    }

    /// Where each slice's postings begin in each column, where those of all begin at `starts`. O(columns × slices).
    func cursors(from starts: [UInt32]) -> [[UInt32]] {
        var next = Array(starts[..<totals.count])
        return counts.map { slice in
            let cursors = next
            for column in next.indices { next[column] += slice[column] }
            return cursors
        }
    }

    private static func slices(of rows: Range<Int>, prefixes: RowPrefixes, count: Int) -> [Range<Int>] {
        let total = rows.reduce(0) { $0 + Int(prefixes.lengths[$1]) }
        var (slices, first, postings): ([Range<Int>], Int, Int) = ([], rows.lowerBound, 0)
        for row in rows where slices.count < count - 1 {
            postings += Int(prefixes.lengths[row])
            guard postings * count >= total * (slices.count + 1) else { continue }
            slices.append(first..<row + 1)
            first = row + 1
        }
        return slices + [first..<rows.upperBound]
    }

    private static func counts(of matrix: TermMatrix, prefixes: RowPrefixes, rows: Range<Int>) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: matrix.columnCount)
        let mask = matrix.coding.columnMask
        counts.withUnsafeMutableBufferPointer { counts in
            for row in rows {
                if row % PrefixIndex.rowsPerRelease == 0 { matrix.release() }
                matrix.withEntries(ofRow: row) { entries in
                    for entry in entries.prefix(Int(prefixes.lengths[row])) { counts[Int(entry & mask)] += 1 }
                }
            }
        }
        return counts
    }
}
