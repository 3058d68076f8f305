internal import Matrices
internal import Scheduling

/// The exact join by an inverted index with prefix and norm filters, for thresholds that leave short prefixes.
///
/// Each row is looked up in the index of prefixes among the rows before it. What the prefixes give and the most that can
/// come from behind them decide which rows are worth a product; a product stops as soon as it can no longer reach the
/// threshold. Time: the visited postings and, for each row met, one look-up; see `JoinPlan`.
struct IndexJoin: Sendable {
    let threshold: Double
    let workers: Workers

    /// Rows of a block are looked up by one thread: enough work to share out, small enough to balance.
    private static let blockSize = 64

    /// The pairs of rows that reach the threshold, by block of rows, in no other order.
    ///
    /// - Parameters:
    ///   - suffixes: the norms of the rows of `matrix` for the threshold less `JoinSettings.tolerance`.
    ///   - columnCounts: how many entries each column has.
    func pairs(in matrix: SparseMatrix, suffixes: SuffixNorms, columnCounts: [UInt32]) -> [SimilarPair] {
        let accepted = threshold - JoinSettings.tolerance
        let marks = MarkNorms(
            matrix, prefixLengths: suffixes.prefixLengths, columnCounts: columnCounts, workers: workers)
        let index = PrefixIndex(matrix, prefixLengths: suffixes.prefixLengths)
        let rowCount = matrix.rowCount
        let found = workers.map(
            (rowCount + Self.blockSize - 1) / Self.blockSize,
            scratch: RowLookup(in: matrix, suffixes: suffixes, marks: marks, index: index, accepted: accepted)
        ) { lookup, block in
            var pairs: [SimilarPair] = []
            for row in block * Self.blockSize..<min((block + 1) * Self.blockSize, rowCount) {
                lookup.lookUp(row, into: &pairs)
            }
            return pairs
        }
        return found.flatMap { $0 }
    }
}
