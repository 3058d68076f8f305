/// What a pair loses because one of its texts is much longer: the longer says more than the shorter.
///
/// A cosine forgives length: a text whose n-grams are half of another's has 0.7 with it. With k = (a − b)/(a + b) for the
/// lengths a and b the factor is (1 − k²)²: 1 for equal lengths, 0.98 for 4 : 5, 0.79 for 1 : 2, 0.41 for 1 : 4.
///
/// Where both texts stand under the same headings, the longer is most likely the shorter one grown, not another text that
/// holds it. There the factor is √(1 − k²) = 2√(ab)/(a + b): 0.94 for 1 : 2, 0.8 for 1 : 4. It makes the cosine S/√(ab) of two
/// sets of the sizes a and b their Dice coefficient 2S/(a + b). (L. R. Dice, Measures of the amount of ecologic association
/// between species, 1945.) Both were chosen by measure: see Reports/Quality.
public struct LengthBalance: Sendable {
    private let lengths: [Int]
    private let headings: [UInt64]
    /// All headings of the rows that lie under several, rising.
    private let several: [Int: [UInt64]]

    /// Makes factors of the rows' lengths, in any one unit; none negative.
    ///
    /// - Parameters:
    ///   - headings: for each row a number that stands for all headings it lies under, 0 where there are none; empty
    ///   where no row has any.
    ///   - several: the same for rows whose texts lie under different headings: all of them, rising. Two rows are under the same
    ///   headings where they have some in common.
    public init(lengths: [Int], headings: [UInt64] = [], several: [Int: [UInt64]] = [:]) {
        precondition(lengths.allSatisfy { $0 >= 0 }, "a length is not negative")
        precondition(headings.isEmpty || headings.count == lengths.count, "all rows have headings, or none")
        self.lengths = lengths
        self.headings = headings
        self.several = several
    }

    /// The factor of two rows, above 0 and at most 1; 1 where both are empty, 0 where one is.
    public func factor(_ a: Int, _ b: Int) -> Double {
        let (first, second) = (Double(lengths[a]), Double(lengths[b]))
        guard first + second > 0 else { return 1 }
        let skew = (first - second) / (first + second)
        let evenness = 1 - skew * skew
        return haveSameHeadings(a, b) ? evenness.squareRoot() : evenness * evenness
    }

    /// Whether both rows lie under headings, and under the same.
    @inline(__always)
    private func haveSameHeadings(_ a: Int, _ b: Int) -> Bool {
        guard !headings.isEmpty else { return false }
        if headings[a] != 0, headings[a] == headings[b] { return true }
        return !several.isEmpty && shareHeadings(a, b)
    }

    private func shareHeadings(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (several[a] ?? [headings[a]], several[b] ?? [headings[b]])
        var (i, j) = (0, 0)
        while i < first.count, j < second.count {
            if first[i] == second[j], first[i] != 0 { return true }
            if first[i] <= second[j] { i += 1 } else { j += 1 }
        }
        return false
    }
}
