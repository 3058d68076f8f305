/// Numbers between 0 and 1 with six decimals.
enum SixDecimals {
    /// `number` as "0.978123", halves rounded up.
    static func text(_ number: Double) -> String {
        let millionths = Int((number * 1_000_000).rounded())
        let digits = String(millionths % 1_000_000)
        return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// `number` as "0.98", for people. Rounded down, so that only what is equal reads 1.00 and nothing below a threshold
    /// of two decimals reads as if it reached it.
    static func shortText(_ number: Double) -> String {
        let hundredths = Int(number * 100 + 1e-4)
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
