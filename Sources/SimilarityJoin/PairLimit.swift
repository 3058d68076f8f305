internal import Synchronization

/// More pairs reach the threshold than a join may find.
public struct TooManyPairs: Error, Sendable, Equatable {
    /// How many it may find.
    public let most: Int

    /// Makes an error.
    public init(most: Int) { self.most = most }
}

/// How many pairs a join may still find, counted by all threads together.
final class PairLimit: Sendable {
    private let left: Atomic<Int>

    /// A limit of `most` pairs.
    init(_ most: Int) { left = Atomic(most) }

    /// Whether more have been found: what else is found is of no use.
    var isExceeded: Bool { left.load(ordering: .relaxed) < 0 }

    /// Counts `count` further pairs.
    func count(_ count: Int) { left.subtract(count, ordering: .relaxed) }
}
