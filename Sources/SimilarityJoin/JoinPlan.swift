internal import Matrices
internal import Scheduling

/// A way to find all pairs.
public enum JoinMethod: String, Sendable, CaseIterable {
    /// All rows with all, through BLAS and postings.
    case dense
    /// Only rows that an inverted index cannot rule out.
    case index
}

/// Which method a join takes, from what each would cost.
///
/// Costs are counts that are exact for the matrix at hand (multiply-adds, scattered additions, visited postings), each times
/// a time measured once (Reports/Speed). They rank the methods; they do not predict a run to the second.
public struct JoinPlan: Sendable, Equatable {
    /// The method taken: that of the settings, or the cheaper one.
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
    private static let postingVisit = 9e-9
    /// An entry of the matrix put through norms and index.
    private static let indexedEntry = 15e-9

    /// Counts and compares. O(entries).
    init(for matrix: SparseMatrix, settings: JoinSettings, workers: Workers) {
        let n = Double(matrix.rowCount)
        var frequencies = [UInt32](repeating: 0, count: matrix.columnCount)
        for column in matrix.columns { frequencies[Int(column)] += 1 }
        let dense = frequencies.count { Int($0) * ColumnSplit.rowsPerDenseEntry > matrix.rowCount }
        let additions = frequencies.reduce(0.0) { sum, frequency in
            Int(frequency) * ColumnSplit.rowsPerDenseEntry > matrix.rowCount
                ? sum : sum + Double(frequency) * Double(frequency) / 2
        }
        denseSeconds = n * n / 2 * Double(dense) * Self.multiplyAdd + additions * Self.scatteredAddition
        let suffixes = SuffixNorms(
            matrix, threshold: settings.threshold - JoinSettings.tolerance, workers: workers)
        let visits = PrefixIndex.visitCount(in: matrix, prefixLengths: suffixes.prefixLengths)
        indexSeconds = visits * Self.postingVisit + Double(matrix.nonZeroCount) * Self.indexedEntry
        method = settings.method ?? (denseSeconds < indexSeconds ? .dense : .index)
    }
}
