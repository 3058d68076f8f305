/// Two rows and their cosine similarity.
public struct SimilarPair: Sendable, Equatable {
    // 32 bits each: of all that a run holds, pairs grow fastest.
    private let lower: UInt32
    private let higher: UInt32
    /// The lower row index.
    public var a: Int { Int(lower) }
    /// The higher row index.
    public var b: Int { Int(higher) }
    /// The cosine of the two rows, 0…1, to 1e-6.
    public let similarity: Double

    /// Makes a pair; `a` must be lower than `b`, and both below 2³².
    public init(a: Int, b: Int, similarity: Double) {
        precondition(a < b, "the lower row comes first")
        lower = UInt32(a)
        higher = UInt32(b)
        self.similarity = similarity
    }

    /// The order of reports: similarity falling, then `a`, then `b`.
    public static func precedes(_ first: SimilarPair, _ second: SimilarPair) -> Bool {
        if first.similarity != second.similarity { return first.similarity > second.similarity }
        return (first.a, first.b) < (second.a, second.b)
    }
}
