/// Two rows and their cosine similarity.
public struct SimilarPair: Sendable, Equatable {
    // Twelve bytes: of all that a run holds, pairs grow fastest.
    private let lower: UInt32
    private let higher: UInt32
    /// The lower row index.
    public var a: Int { Int(lower) }
    /// The higher row index.
    public var b: Int { Int(higher) }
    /// The cosine in billionths.
    private let billionths: UInt32
    /// The cosine of the two rows, 0…1, to 1e-6.
    public var similarity: Double { Double(billionths) / 1e9 }

    /// Makes a pair; `a` must be lower than `b`, and both below 2³². The similarity lies between 0 and 1 and is kept in
    /// billionths; what rounding left above 1 is 1.
    public init(a: Int, b: Int, similarity: Double) {
        precondition(a < b, "the lower row comes first")
        precondition(
            similarity >= 0 && similarity < 1.001,
            "a cosine of rows without negative values lies between 0 and 1")
        lower = UInt32(a)
        higher = UInt32(b)
        billionths = UInt32((min(1, similarity) * 1e9).rounded())
    }

    /// The order of reports: similarity falling, then `a`, then `b`.
    public static func precedes(_ first: SimilarPair, _ second: SimilarPair) -> Bool {
        if first.billionths != second.billionths { return first.billionths > second.billionths }
        return (first.lower, first.higher) < (second.lower, second.higher)
    }

    /// A number that rises as the similarity falls, for sorting.
    @inline(__always)
    var fallingKey: UInt32 { 1_000_000_000 - billionths }
}
