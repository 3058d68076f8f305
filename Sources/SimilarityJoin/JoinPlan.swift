internal import Matrices

/// A way to find all pairs.
public enum JoinMethod: String, Sendable, CaseIterable {
    /// All rows with all, through BLAS and postings.
    case dense
    /// Only rows that an inverted index cannot rule out.
    case index
}

/// Which method a join takes, from what each would cost.
///
/// Costs are counts for the matrix at hand (multiply-adds, scattered additions, visited postings; as if memory were no bound),
/// each times a time measured once (Reports/Speed). They rank the methods; they do not predict a run to the second.
public struct JoinPlan: Sendable, Equatable {
    /// The method taken: that of the settings, or the cheaper one of those that the memory budget has room for.
    public let method: JoinMethod
    /// What the dense method would cost, in seconds of one core.
    public let denseSeconds: Double
    /// What the index would cost, in seconds of one core.
    public let indexSeconds: Double

    /// A multiply-add of BLAS in single precision.
    private static let multiplyAdd = 0.02e-9
    /// An addition to a place that another one chose.
    private static let scatteredAddition = 1.2e-9
    /// A posting visited in the index, with the look-up of the row met.
    private static let postingVisit = 4e-9
    /// An entry of the matrix put through norms and index.
    private static let indexedEntry = 15e-9

    /// What the dense method takes for each entry besides its dense columns and strips: the values in single precision, and
    /// postings.
    private static let denseBytesPerEntry = 32

    /// Counts and compares. O(columns).
    ///
    /// - Parameter postingCounts: how many postings each column has in an index of the prefixes of all rows.
    init(for matrix: TermMatrix, settings: JoinSettings, postingCounts: [UInt32]) {
        let n = Double(matrix.rowCount)
        var (denseColumns, additions) = (0.0, 0.0)
        for count in matrix.columnCounts {
            if Int(count) * ColumnSplit.rowsPerDenseEntry > matrix.rowCount {
                denseColumns += 1
            } else {
                additions += Double(count) * Double(count) / 2
            }
        }
        denseSeconds = n * n / 2 * denseColumns * Self.multiplyAdd + additions * Self.scatteredAddition
        let visits = postingCounts.reduce(0.0) { $0 + Double($1) * Double($1) / 2 }
        indexSeconds = visits * Self.postingVisit + Double(matrix.nonZeroCount) * Self.indexedEntry
        let hasRoom = matrix.nonZeroCount <= settings.memoryBudgetBytes / 2 / Self.denseBytesPerEntry
        method = settings.method ?? (denseSeconds < indexSeconds && hasRoom ? .dense : .index)
    }
}
