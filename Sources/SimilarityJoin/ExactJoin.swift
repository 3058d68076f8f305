public import Matrices
package import Scheduling

/// All pairs of rows whose cosine reaches a threshold: none missed, none too many.
///
/// Single-precision strips propose every pair that could reach the threshold, given how far their sums can be
/// off; each proposal is then added up again in double precision, and that value decides and is reported. So the
/// pairs and their similarities depend on neither threads, tiles, memory nor BLAS kernel.
///
/// Time: n²·f multiply-adds for f frequent columns, Σ d² additions over the other columns' document frequencies d,
/// and O(entries of a row) per proposal.
public struct ExactJoin: Sendable {
    private let settings: JoinSettings
    private let workers: Workers

    /// Makes a join that works on `workers` threads.
    package init(settings: JoinSettings, workers: Workers) {
        self.settings = settings
        self.workers = workers
    }

    /// Makes a join that works on `threads` threads.
    public init(settings: JoinSettings, threads: Int = 1) {
        self.init(settings: settings, workers: Workers(count: threads))
    }

    /// The pairs of rows of `matrix` with a cosine of at least the threshold, in the order of `SimilarPair.precedes`.
    ///
    /// Rows are L2-normalized and not negative (their stored part may be shorter, see `VectorizedTexts`); a row
    /// without entries is in no pair. A pair within `JoinSettings.tolerance` below the threshold is reported.
    public func pairs(in matrix: SparseMatrix) -> [SimilarPair] {
        let strips = SimilarityStrips(
            matrix, memoryBudgetBytes: settings.memoryBudgetBytes, workerCount: workers.count)
        let found = workers.map(
            strips.count,
            scratch: StripScan(matrix: matrix, bufferSize: strips.bufferSize)
        ) { scan, strip in
            scan.pairs(inStrip: strip, of: strips, threshold: settings.threshold)
        }
        var pairs = found.flatMap { $0 }
        pairs.sort(by: SimilarPair.precedes)
        return pairs
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
