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
    /// Rows are L2-normalized and not negative (their stored part may be shorter, see `VectorizedTexts`, but not longer); a row
    /// without entries is in no pair. A pair within `JoinSettings.tolerance` below the threshold is reported. Columns by
    /// rising document frequency make `IndexJoin` fast; any order is correct.
    public func pairs(in matrix: TermMatrix) -> [SimilarPair] {
        planned(matrix).pairs
    }

    /// The pairs of `pairs(in:)`, the plan that they were found by, and how much work it was.
    public func planned(_ matrix: TermMatrix) -> JoinResult {
        do throws(TooManyPairs) {
            return try planned(matrix, mostPairs: .max)
        } catch {
            preconditionFailure("no memory holds so many pairs")
        }
    }

    /// The same, if there are no more than `mostPairs` pairs.
    ///
    /// - Throws: `TooManyPairs`, as soon as more have been found.
    package func planned(_ matrix: TermMatrix, mostPairs: Int) throws(TooManyPairs) -> JoinResult {
        let (plan, prefixes, counts) = preparation(for: matrix)
        let limit = PairLimit(mostPairs)
        var found =
            switch plan.method {
            case .dense: DenseJoin(settings: settings, workers: workers, limit: limit).pairs(in: matrix)
            case .index:
                IndexJoin(settings: settings, workers: workers, limit: limit)
                    .pairs(in: matrix, prefixes: prefixes, counts: counts)
            }
        guard !limit.isExceeded else { throw TooManyPairs(most: mostPairs) }
        PairSort.sort(&found.pairs, workers: workers)
        return JoinResult(pairs: found.pairs, plan: plan, statistics: found.statistics)
    }

    /// Which method `pairs(in:)` takes for `matrix`, and at what estimated cost. O(entries).
    public func plan(for matrix: TermMatrix) -> JoinPlan {
        preparation(for: matrix).plan
    }

    /// What the plan is made from, which the index goes on with.
    private func preparation(for matrix: TermMatrix) -> (
        plan: JoinPlan, prefixes: RowPrefixes, counts: PostingCounts
    ) {
        precondition(
            (0..<matrix.rowCount).allSatisfy { matrix.norm(ofRow: $0, fromMark: 0) < 1.0001 },
            "rows are no longer than 1: the bounds that leave pairs out rely on it")
        let prefixes = RowPrefixes(matrix, threshold: settings.accepted, workers: workers)
        let counts = PostingCounts(
            of: matrix, prefixes: prefixes, rows: 0..<matrix.rowCount, workers: workers)
        return (JoinPlan(for: matrix, settings: settings, postingCounts: counts.totals), prefixes, counts)
    }
}
