import Foundation

/// Numbers as a report writes them.
enum Figures {
    /// 1234567 as "1,234,567".
    static func count(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (number < 0 ? "−" : "") + ([digits] + groups).joined(separator: ",")
    }

    /// 150000 as "150k"; numbers that are no whole thousands as they are.
    static func thousands(_ number: Int) -> String {
        number >= 1000 && number % 1000 == 0 ? "\(number / 1000)k" : String(number)
    }

    /// Three digits that count: 0.0123, 1.23, 12.3, 1,230; from ten million on in millions.
    static func short(_ number: Double) -> String {
        guard number != 0 else { return "0" }
        guard abs(number) < 1e7 else { return short(number / 1e6) + " million" }
        let magnitude = Int(log10(abs(number)).rounded(.down))
        return magnitude < 2
            ? String(format: "%.\(min(6, 2 - magnitude))f", number) : count(Int(number.rounded()))
    }

    /// A round number without more digits than it has: 0.02, 5, 100.
    static func plain(_ number: Double) -> String {
        number >= 1000 ? count(Int(number.rounded())) : String(format: "%g", number)
    }

    /// A share of 1 as a percentage: "98.7 %". Rounded towards zero, so that only all of it reads 100 %.
    static func percentage(_ share: Double) -> String {
        share == 1 ? "100 %" : String(format: "%.1f %%", (share * 1000).rounded(.down) / 10)
    }

    /// "0.61 (0.60–0.65)", or the median alone where there is one figure.
    static func spread(_ spread: Spread, per unit: Double = 1) -> String {
        let (low, high) = (short(spread.minimum / unit), short(spread.maximum / unit))
        return short(spread.median / unit) + (low == high ? "" : " (\(low)–\(high))")
    }
}
