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

    /// The pairs of rows that reach the threshold, by strip of rows, in no other order.
    func pairs(in matrix: SparseMatrix) -> [SimilarPair] {
        let strips = SimilarityStrips(
            matrix, memoryBudgetBytes: settings.memoryBudgetBytes, workerCount: workers.count)
        let found = workers.map(
            strips.count,
            scratch: StripScan(matrix: matrix, bufferSize: strips.bufferSize)
        ) { scan, strip in
            scan.pairs(inStrip: strip, of: strips, threshold: settings.threshold)
        }
        return found.flatMap { $0 }
    }
}

/// A thread's working memory: one strip, and one row spread out for exact products.
private final class StripScan {
    private let matrix: SparseMatrix
    private var buffer: [Float]
    private var exact: RowProduct

    init(matrix: SparseMatrix, bufferSize: Int) {
        self.matrix = matrix
        buffer = [Float](repeating: 0, count: bufferSize)
        exact = RowProduct(matrix: matrix)
    }

    func pairs(inStrip index: Int, of strips: SimilarityStrips, threshold: Double) -> [SimilarPair] {
        buffer.withUnsafeMutableBufferPointer { strips.compute(strip: index, into: $0) }
        let rows = strips.rows(ofStrip: index)
        let width = matrix.rowCount - rows.lowerBound
        let accepted = threshold - JoinSettings.tolerance
        var pairs: [SimilarPair] = []
        for row in rows {
            let entries = matrix.entries(ofRow: row).count
            let proposed = Float(accepted * (1 - SimilarityStrips.relativeError(entries: entries)))
            let start = (row - rows.lowerBound) * width - rows.lowerBound
            var isLoaded = false
            for other in (row + 1)..<max(row + 1, matrix.rowCount) where buffer[start + other] >= proposed {
                if !isLoaded { exact.load(row: row) }
                isLoaded = true
                let similarity = exact.product(withRow: other)
                if similarity >= accepted {
                    pairs.append(SimilarPair(a: row, b: other, similarity: min(1, similarity)))
                }
            }
        }
        return pairs
    }
}
