/// What a pair loses because one of its texts is much longer: the longer says more than the shorter.
///
/// A cosine forgives length: a text whose n-grams are half of another's has 0.7 with it. The factor
/// (1 − ((a − b)/(a + b))²)² of the lengths a and b is 1 for equal lengths, 0.98 for 4 : 5, 0.79 for 1 : 2, 0.41 for 1 : 4.
public struct LengthBalance: Sendable {
    private let lengths: [Int]

    /// Makes factors of the rows' lengths, in any one unit; none negative.
    public init(lengths: [Int]) {
        precondition(lengths.allSatisfy { $0 >= 0 }, "a length is not negative")
        self.lengths = lengths
    }

    /// The factor of two rows, above 0 and at most 1; 1 where both are empty, 0 where one is.
    @inline(__always)
    public func factor(_ a: Int, _ b: Int) -> Double {
        let (first, second) = (Double(lengths[a]), Double(lengths[b]))
        guard first + second > 0 else { return 1 }
        let skew = (first - second) / (first + second)
        return (1 - skew * skew) * (1 - skew * skew)
    }
}
