public import Matrices
package import Scheduling

/// All pairs of rows whose cosine reaches a threshold: none missed, none too many.
///
/// Two methods give the same pairs with the same similarities, to the last bit: `DenseJoin` compares all rows with all, and
/// `IndexJoin` only those that an inverted index cannot rule out. `JoinPlan` picks the cheaper one. Every similarity that is
/// reported has been added up in double precision over the rows' own entries, so pairs depend on neither method, threads,
/// tiles, memory nor BLAS kernel.
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
    /// without entries is in no pair. A pair within `JoinSettings.tolerance` below the threshold is reported. Columns by
    /// rising document frequency make `IndexJoin` fast; any order is correct.
    public func pairs(in matrix: SparseMatrix) -> [SimilarPair] {
        pairs(in: matrix, by: settings.method ?? plan(for: matrix).method)
    }

    /// The same pairs by a method of the caller's choice.
    public func pairs(in matrix: SparseMatrix, by method: JoinMethod) -> [SimilarPair] {
        var pairs =
            switch method {
            case .dense: DenseJoin(settings: settings, workers: workers).pairs(in: matrix)
            case .index: IndexJoin(threshold: settings.threshold, workers: workers).pairs(in: matrix)
            }
        pairs.sort(by: SimilarPair.precedes)
        return pairs
    }

    /// Which method `pairs(in:)` takes for `matrix`, and at what estimated cost. O(entries).
    public func plan(for matrix: SparseMatrix) -> JoinPlan {
        JoinPlan(for: matrix, settings: settings, workers: workers)
    }
}
