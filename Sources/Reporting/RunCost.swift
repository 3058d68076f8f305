public import Refrain

/// What a run took up to its report; it differs from run to run.
public struct RunCost: Sendable, Equatable {
    /// The wall time of each stage, in their order.
    public let elapsed: [StageTime]
    /// The most memory that the process held at any time, in bytes (its resident set).
    public let peakMemoryBytes: Int

    /// Makes a cost.
    public init(elapsed: [StageTime], peakMemoryBytes: Int) {
        self.elapsed = elapsed
        self.peakMemoryBytes = peakMemoryBytes
    }
}
