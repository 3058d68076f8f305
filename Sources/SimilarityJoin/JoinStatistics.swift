/// How much work a join was: the same for the same input, whatever the threads.
public struct JoinStatistics: Sendable, Equatable {
    /// How many postings of the index were looked at; 0 for the dense join.
    public var visitedPostings = 0
    /// How many times a row was met that could be a pair; for the dense join, how many pairs of rows were compared.
    public var metRows = 0
    /// How many products were begun: what the bounds could not rule out.
    public var verifiedPairs = 0

    /// Statistics of no work.
    public init() {}

    /// The work of both.
    static func + (a: JoinStatistics, b: JoinStatistics) -> JoinStatistics {
        var sum = a
        sum.visitedPostings += b.visitedPostings
        sum.metRows += b.metRows
        sum.verifiedPairs += b.verifiedPairs
        return sum
    }
}

/// What a join found, and how.
public struct JoinResult: Sendable, Equatable {
    /// The pairs, in the order of `SimilarPair.precedes`.
    public let pairs: [SimilarPair]
    /// The method and what each would have cost.
    public let plan: JoinPlan
    /// How much work it was.
    public let statistics: JoinStatistics
}

/// The pairs that a piece of a join found, and how much work it was.
struct FoundPairs: Sendable {
    var pairs: [SimilarPair] = []
    var statistics = JoinStatistics()

    /// All that `pieces` found, one after the other; each is let go of when it is taken in.
    init(_ pieces: consuming [FoundPairs] = []) {
        pairs.reserveCapacity(pieces.reduce(0) { $0 + $1.pairs.count })
        for index in pieces.indices {
            pairs += pieces[index].pairs
            statistics = statistics + pieces[index].statistics
            pieces[index].pairs = []
        }
    }
}
