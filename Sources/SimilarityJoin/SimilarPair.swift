/// Two rows and their cosine similarity.
public struct SimilarPair: Sendable, Equatable {
    /// The lower row index.
    public let a: Int
    /// The higher row index.
    public let b: Int
    /// The cosine of the two rows, 0…1, to 1e-6.
    public let similarity: Double

    /// Makes a pair; `a` must be lower than `b`.
    public init(a: Int, b: Int, similarity: Double) {
        precondition(a < b, "the lower row comes first")
        self.a = a
        self.b = b
        self.similarity = similarity
    }

    /// The order of reports: similarity falling, then `a`, then `b`.
    public static func precedes(_ first: SimilarPair, _ second: SimilarPair) -> Bool {
        if first.similarity != second.similarity { return first.similarity > second.similarity }
        return (first.a, first.b) < (second.a, second.b)
    }
}
