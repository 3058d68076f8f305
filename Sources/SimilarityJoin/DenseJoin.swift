internal import Matrices
internal import Scheduling

/// The exact join by full strips of the product matrix, for thresholds or texts that leave an index no short way.
///
/// Single-precision strips propose every pair that could reach the threshold, given how far their sums can be off; each
/// proposal is then added up again in double precision, and that value decides. Time: n²·f multiply-adds for f dense
/// columns, Σ d² additions over the other columns' document frequencies d, and O(entries of a row) a proposal.
struct DenseJoin: Sendable {
    let settings: JoinSettings
    let workers: Workers
    /// How many pairs may be found; when there are more, some are left out.
    let limit: PairLimit

    /// The pairs of rows that reach the threshold, by strip of rows, in no other order.
    func pairs(in matrix: TermMatrix) -> FoundPairs {
        let strips = SimilarityStrips(
            matrix.expanded, memoryBudgetBytes: settings.memoryBudgetBytes, workerCount: workers.count)
        let found = workers.step("comparing").map(
            strips.count,
            scratch: StripScan(matrix: matrix, bufferSize: strips.bufferSize)
        ) { scan, strip in
            guard !limit.isExceeded else { return FoundPairs() }
            let found = scan.pairs(inStrip: strip, of: strips, accepted: settings.accepted)
            limit.count(found.pairs.count)
            return found
        }
        return FoundPairs(found)
    }
}

/// A thread's working memory: one strip, and one row spread out for exact products.
private final class StripScan {
    private let matrix: TermMatrix
    private var buffer: [Float]
    private let exact: RowProduct

    init(matrix: TermMatrix, bufferSize: Int) {
        self.matrix = matrix
        buffer = [Float](repeating: 0, count: bufferSize)
        exact = RowProduct(matrix: matrix)
    }

    func pairs(inStrip index: Int, of strips: SimilarityStrips, accepted: Double) -> FoundPairs {
        buffer.withUnsafeMutableBufferPointer { strips.compute(strip: index, into: $0) }
        var found = FoundPairs()
        let rows = strips.rows(ofStrip: index)
        found.statistics.metRows = rows.reduce(0) { $0 + matrix.rowCount - 1 - $1 }
        var loaded = -1
        for proposal in proposals(in: rows, accepted: accepted) {
            // The higher row is the one that is spread out, as in the index join: so values agree to the last bit.
            if proposal.b != loaded { exact.load(row: proposal.b) }
            loaded = proposal.b
            found.statistics.verifiedPairs += 1
            if let similarity = exact.product(withRow: proposal.a, atLeast: accepted) {
                found.pairs.append(SimilarPair(a: proposal.a, b: proposal.b, similarity: similarity))
            }
        }
        return found
    }

    /// The pairs of the strip in the buffer that could reach `accepted`, by their higher row.
    private func proposals(in rows: Range<Int>, accepted: Double) -> [(a: Int, b: Int)] {
        let width = matrix.rowCount - rows.lowerBound
        var proposals: [(a: Int, b: Int)] = []
        for row in rows {
            let error = SimilarityStrips.relativeError(entries: matrix.entryCount(ofRow: row))
            let proposed = Float(accepted * (1 - error))
            let start = (row - rows.lowerBound) * width - rows.lowerBound
            for other in (row + 1)..<max(row + 1, matrix.rowCount) where buffer[start + other] >= proposed {
                proposals.append((row, other))
            }
        }
        return proposals.sorted { ($0.b, $0.a) < ($1.b, $1.a) }
    }
}
