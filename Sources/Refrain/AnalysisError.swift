public import Deciding
public import Reading
public import Spilling

/// Why there is no analysis.
public enum AnalysisError: Error, Sendable, Equatable {
    /// A path does not exist or a pattern is wrong.
    case reading(ReadingError)
    /// What the memory budget does not hold can't be written to disk.
    case workingMemory(ScratchFileError)
    /// More pairs of different sections reach the threshold than the `most` that the memory budget has room for.
    case tooManyPairs(most: Int, threshold: Double)
    /// A decision can't be obeyed.
    case decisions(DecisionConflict)
}
