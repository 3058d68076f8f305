/// Which pairs a join reports, and what it may use.
public struct JoinSettings: Sendable, Equatable {
    /// The lowest cosine that is reported, above 0 and at most 1.
    public let threshold: Double
    /// How much memory a run may take, in bytes: an index takes an eighth, the tiles of the dense join three quarters. The
    /// dense join takes some 32 bytes an entry besides while it is set up, whatever the budget.
    public let memoryBudgetBytes: Int

    /// How pairs are found; nil lets `JoinPlan` choose. The result is the same.
    public let method: JoinMethod?

    /// Float weights leave a cosine of 1 at 1 − 6e-8 or so: a pair this close below the threshold counts.
    public static let tolerance = 5e-7

    /// The lowest cosine as it is computed that counts as the threshold; above 0.
    package var accepted: Double { max(threshold - Self.tolerance, threshold / 2) }

    /// How many pairs of rows the budget has room for: 32 bytes each while they are sorted and scored. As the texts are in memory whatever the
    /// budget, fifty million may always be there.
    package var mostPairs: Int { max(50_000_000, memoryBudgetBytes / 32) }

    /// Makes settings. The default budget of 1 GiB holds the dense part of some 100,000 sections.
    public init(threshold: Double, memoryBudgetBytes: Int = 1 << 30, method: JoinMethod? = nil) {
        precondition(threshold > 0 && threshold <= 1, "a threshold lies above 0 and at most at 1")
        precondition(memoryBudgetBytes > 0, "a memory budget is positive")
        self.threshold = threshold
        self.memoryBudgetBytes = memoryBudgetBytes
        self.method = method
    }
}
