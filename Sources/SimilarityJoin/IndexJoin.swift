internal import Matrices
internal import Scheduling

/// The exact join by an inverted index with prefix and norm filters, for thresholds that leave short prefixes.
///
/// Each row is looked up in the index of prefixes among the rows before it. What the prefixes give and the most that can
/// come from behind them decide which rows are worth a product; a product stops as soon as it can no longer reach the
/// threshold. Time: the visited postings and, for each row met, one look-up; see `JoinPlan`.
///
/// Where the index would not fit an eighth of the memory budget, it is made of a part of the rows at a time, and all rows
/// behind are looked up in each part: the pairs are the same.
struct IndexJoin: Sendable {
    let settings: JoinSettings
    let workers: Workers
    /// How many pairs may be found; when there are more, some are left out.
    let limit: PairLimit

    /// Rows of a block are looked up by one thread: enough work to share out, small enough to balance.
    private static let blockSize = 64

    /// After so many blocks, rows on disk are let go of: their partners stand anywhere.
    private static let blocksPerRelease = 8

    /// The pairs of rows that reach the threshold, in no promised order.
    ///
    /// - Parameters:
    ///   - prefixes: those of the rows of `matrix` for the threshold less `JoinSettings.tolerance`.
    ///   - counts: those of all rows.
    func pairs(in matrix: TermMatrix, prefixes: RowPrefixes, counts: PostingCounts) -> FoundPairs {
        let parts = parts(of: prefixes)
        return FoundPairs(
            parts.map { rows in
                let counts =
                    parts.count == 1
                    ? counts : PostingCounts(of: matrix, prefixes: prefixes, rows: rows, workers: workers)
                let index = PrefixIndex(matrix, prefixes: prefixes, counts: counts, workers: workers)
                return pairs(in: matrix, prefixes: prefixes, index: index, from: rows.lowerBound)
            })
    }

    /// The pairs of rows from `first` on with the rows before them that are in the index.
    private func pairs(in matrix: TermMatrix, prefixes: RowPrefixes, index: PrefixIndex, from first: Int)
        -> FoundPairs
    {
        let rows = first..<matrix.rowCount
        let found = workers.step("comparing").map(
            (rows.count + Self.blockSize - 1) / Self.blockSize,
            scratch: RowLookup(
                in: matrix, prefixes: prefixes, index: index,
                accepted: settings.accepted)
        ) { lookup, block in
            var found = FoundPairs()
            guard !limit.isExceeded else { return found }
            let start = first + block * Self.blockSize
            for row in start..<min(start + Self.blockSize, rows.upperBound) {
                lookup.lookUp(row, into: &found)
            }
            limit.count(found.pairs.count)
            if block % Self.blocksPerRelease == 0 { matrix.release() }
            return found
        }
        return FoundPairs(found)
    }

    /// The rows in parts whose postings fit the memory budget; of 2³¹ postings at most, as they are numbered in 32 bits.
    private func parts(of prefixes: RowPrefixes) -> [Range<Int>] {
        let share = settings.memoryBudgetBytes / 8
        let most = min(1 << 31, max(1, share / MemoryLayout<PrefixIndex.Posting>.stride))
        var parts: [Range<Int>] = []
        var (first, postings) = (0, 0)
        for (row, length) in prefixes.lengths.enumerated() {
            if postings > 0, postings + Int(length) > most {
                parts.append(first..<row)
                (first, postings) = (row, 0)
            }
            postings += Int(length)
        }
        return parts + [first..<prefixes.lengths.count]
    }
}
