/// Numbers written in ideographs.
enum Ideographs {
    private static let digits: [Unicode.Scalar: Int] = [
        "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let scales: [Unicode.Scalar: Int] = [
        "十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000,
    ]

    /// Above this nobody writes a number out.
    private static let largest = 1_000_000_000_000_000

    /// What a number is multiplied by that `scalar` stands behind; nil for none.
    static func scale(of scalar: Unicode.Scalar) -> Int? { scales[scalar] }

    /// The value of a numeral: "二十四" is 24, "一百二十" 120, "两万" 20,000, "二〇二四" 2024; nil for one that says no
    /// whole number ("半", "几十") or is too long to be one.
    static func value(of numeral: ArraySlice<Unicode.Scalar>) -> Int? {
        guard numeral.count <= 16 else { return nil }
        if numeral.allSatisfy({ digits[$0] != nil }) {
            return numeral.reduce(0) { 10 * $0 + (digits[$1] ?? 0) }
        }
        var (total, section, digit, lastScale): (Int, Int, Int?, Int) = (0, 0, nil, Int.max)
        for scalar in numeral {
            if let value = digits[scalar] {
                digit = value
            } else if let scale = scales[scalar], scale < 10_000 {
                section += (digit ?? 1) * scale
                digit = nil
            } else if let scale = scales[scalar] {
                let own = section + (digit ?? 0)
                guard own > 0 || total > 0 else { return nil }
                // "一万亿": a larger scale multiplies all that stands before it.
                total = scale > lastScale ? (total + own) * scale : total + own * scale
                guard total < largest else { return nil }
                (section, digit, lastScale) = (0, nil, scale)
            } else {
                return nil
            }
        }
        return total + section + (digit ?? 0)
    }
}
