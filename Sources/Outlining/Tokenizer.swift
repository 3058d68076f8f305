/// Cuts a text into tokens: words, single CJK characters, amounts with their units ("24 hours", "八成"), versions, dates,
/// addresses and negations. White space is in none.
struct Tokenizer {
    private let scalars: [Unicode.Scalar]
    /// The byte that each scalar begins at, and after the last the number of bytes.
    private let offsets: [Int]
    private var index = 0
    private var tokens: [Token] = []

    /// The tokens of `text`, in order. O(scalars).
    static func tokens(of text: String) -> [Token] {
        var tokenizer = Tokenizer(text)
        while tokenizer.index < tokenizer.scalars.count { tokenizer.step() }
        return tokenizer.tokens
    }

    private init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var offsets = [0]
        offsets.reserveCapacity(scalars.count + 1)
        for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
        self.offsets = offsets
    }

    private mutating func step() {
        let scalar = scalars[index]
        if Self.isSpace(scalar) {
            index += 1
        } else if Self.isDigit(scalar) {
            number(from: index)
        } else if Self.isIdeograph(scalar) {
            ideograph()
        } else if Self.isWordPart(scalar) {
            word()
        } else if "$€£¥￥".unicodeScalars.contains(scalar), index + 1 < scalars.count,
            Self.isDigit(scalars[index + 1])
        {
            number(from: index + 1)
        } else if isMinus(at: index) {
            number(from: index + 1)
        } else {
            emit(.punctuation, to: index + 1, key: String(Self.folded(scalar)))
        }
    }

    private mutating func emit(_ kind: Token.Kind, to end: Int, key: String, unit: String = "") {
        tokens.append(Token(kind: kind, key: key, unit: unit, range: offsets[index]..<offsets[end]))
        index = end
    }

    private mutating func word() {
        var end = index
        while end < scalars.count, Self.isWordPart(scalars[end]) || isApostrophe(at: end) { end += 1 }
        let key = key(index..<end)
        if end + 2 < scalars.count, scalars[end] == ":", scalars[end + 1] == "/", scalars[end + 2] == "/" {
            return address(from: end + 3)
        }
        if let digits = versionStart(key) { return number(from: index + digits, isVersion: true) }
        if key == "www", end + 1 < scalars.count, scalars[end] == ".", Self.isWordPart(scalars[end + 1]) {
            return address(from: end)
        }
        if var value = Units.numerals[key] {
            if let (units, unitsEnd) = units(behind: end, of: value) {
                (value, end) = (value + units, unitsEnd)
            }
            let (unitEnd, unit) = unit(behind: end)
            if value > 1 || !unit.isEmpty {
                return emit(.number, to: unitEnd, key: "\(value) \(unit)", unit: unit)
            }
        }
        if Units.months.contains(key), let day = digits(behind: end) {
            return emit(.date, to: day, key: "\(self.key(end + 1..<day)) \(key)")
        }
        emit(Self.isNegation(key) ? .negation : .word, to: end, key: key)
    }

    /// The "four" of "twenty-four" and where it ends: `end` is where the tens end that give `value`.
    private func units(behind end: Int, of value: Int) -> (Int, end: Int)? {
        guard value >= 20, value < 100, end + 1 < scalars.count, scalars[end] == "-" else { return nil }
        let last = scalars[(end + 1)...].firstIndex { !Self.isWordPart($0) } ?? scalars.count
        guard let units = Units.numerals[key(end + 1..<last)], units < 10 else { return nil }
        return (units, last)
    }

    /// Where the digits begin in "v2" and the like.
    private func versionStart(_ key: String) -> Int? {
        key.hasPrefix("v") && key.dropFirst().first?.isNumber == true ? 1 : nil
    }

    private mutating func address(from start: Int) {
        var end = start
        while end < scalars.count, !scalars[end].properties.isWhitespace, !Self.isIdeograph(scalars[end]),
            !"<>()[]\"'`，。；：、）】」|".unicodeScalars.contains(scalars[end])
        {
            end += 1
        }
        while end > start, ".,;:!?*_".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        emit(.url, to: end, key: String(String.UnicodeScalarView(scalars[index..<end])))
    }

    /// A number whose digits begin at `start`, with signs inside, letters right behind it and its unit.
    private mutating func number(from start: Int, isVersion: Bool = false) {
        var end = start
        while end < scalars.count, Self.isWordPart(scalars[end]) || isJoiner(at: end) { end += 1 }
        if let date = ideographicDate(from: end) {
            return emit(.date, to: date, key: Self.dateKey(key(index..<date)))
        }
        let text = key(index..<end)
        let points = text.count { $0 == "." }
        if isVersion || points > 1 {
            // With or without its v a version is the same; one with a single full stop can also be met as an amount.
            let plain = text.hasPrefix("v") ? String(text.dropFirst()) : text
            return emit(.version, to: end, key: points > 1 ? plain : "\(plain) ")
        }
        if text.dropFirst().count(where: { $0 == "-" || $0 == "/" }) > 1 {
            return emit(.date, to: end, key: Self.dateKey(text))
        }
        var amount = text.filter { $0 != "," }
        if unit(behind: end).unit.isEmpty, let (value, valueEnd) = scaled(amount, by: end) {
            (amount, end) = (value, valueEnd)
        }
        let (unitEnd, unit) = unit(behind: end)
        if Units.months.contains(unit) { return emit(.date, to: unitEnd, key: "\(amount) \(unit)") }
        if unit == Units.tenths, let share = Int(amount), share <= 10 {
            return emit(.number, to: unitEnd, key: "\(share * 10) percent", unit: "percent")
        }
        let attached = attachedUnit(of: amount)
        emit(
            .number, to: unitEnd, key: "\(attached.amount) \(unit)\(attached.unit)",
            unit: unit + attached.unit)
    }

    /// "3.5" before "亿" as "350000000", and where that ends.
    private func scaled(_ amount: String, by end: Int) -> (String, end: Int)? {
        let last = scalars[end...].firstIndex { Ideographs.scale(of: $0) == nil } ?? scalars.count
        guard last > end, let value = Double(amount) else { return nil }
        let scale = scalars[end..<last].reduce(1.0) { $0 * Double(Ideographs.scale(of: $1) ?? 1) }
        let product = (value * scale * 1000).rounded() / 1000
        guard product < 1e15 else { return nil }
        return (product == product.rounded() ? String(Int(product)) : String(product), last)
    }

    /// A date with its year first in one form: "2024-05-01" and "2024年5月1日" as "2024-5-1"; any other as it stands.
    private static func dateKey(_ text: String) -> String {
        let parts = text.split { !$0.isNumber }
        guard parts.count > 1, parts[0].count == 4, text.hasPrefix(parts[0]) else { return text }
        return parts.map { part in String(part.drop { $0 == "0" }) }.joined(separator: "-")
    }

    /// Whether a minus sign stands before a number, and no hyphen inside something.
    private func isMinus(at place: Int) -> Bool {
        guard scalars[place] == "-" || scalars[place] == "\u{2212}", place + 1 < scalars.count,
            Self.isDigit(scalars[place + 1])
        else { return false }
        return place == 0 || Self.isSpace(scalars[place - 1]) || scalars[place - 1] == "("
            || scalars[place - 1] == "（" || Self.isIdeograph(scalars[place - 1])
    }

    /// "24h" as "24" and "hour"; what follows the digits is no unit in "7B" or "3rd".
    private func attachedUnit(of amount: String) -> (amount: String, unit: String) {
        let digits = amount.prefix { $0.isNumber || $0 == "." || $0 == "-" }
        let letters = String(amount.dropFirst(digits.count))
        guard !digits.isEmpty, let unit = Units.words[letters] else { return (amount, "") }
        return (String(digits), unit)
    }

    /// The unit behind an amount, at most one space after it: where it ends, and its name; an empty one for none.
    private func unit(behind amount: Int) -> (end: Int, unit: String) {
        guard amount < scalars.count else { return (amount, "") }
        let start = scalars[amount] == " " || scalars[amount] == "\u{A0}" ? amount + 1 : amount
        guard start < scalars.count else { return (amount, "") }
        if scalars[start] == "%" || scalars[start] == "％" || scalars[start] == "‰" {
            return (start + 1, "percent")
        }
        if let unit = Units.ideographs.first(where: { scalars[start...].starts(with: $0) }) {
            return (start + unit.count, String(String.UnicodeScalarView(unit)))
        }
        guard start > amount else { return (amount, "") }
        var end = start
        while end < scalars.count, Self.isWordPart(scalars[end]), !Self.isDigit(scalars[end]) { end += 1 }
        return Units.words[key(start..<end)].map { (end, $0) } ?? (amount, "")
    }

    /// Where the digits end that stand one space behind `end`, if any do.
    private func digits(behind end: Int) -> Int? {
        guard end + 1 < scalars.count, scalars[end] == " ", Self.isDigit(scalars[end + 1]) else { return nil }
        return scalars[(end + 1)...].firstIndex { !Self.isDigit($0) } ?? scalars.count
    }

    /// Where "2024年5月1日" ends whose year ends at `year`: behind its last part.
    private func ideographicDate(from year: Int) -> Int? {
        guard year < scalars.count, scalars[year] == "年" || scalars[year] == "月" else { return nil }
        var end = year + 1
        for unit in scalars[year] == "年" ? ["月", "日"] : ["日"] as [Unicode.Scalar] {
            var next = end
            while next < scalars.count, Self.isDigit(scalars[next]) { next += 1 }
            guard next > end, next < scalars.count, scalars[next] == unit else { break }
            end = next + 1
        }
        return end > year + 1 ? end : nil
    }

    private mutating func ideograph() {
        if Units.ideographicDigits.contains(scalars[index]) {
            let end = scalars[index...].firstIndex { !Units.ideographicDigits.contains($0) } ?? scalars.count
            let (unitEnd, unit) = unit(behind: end)
            if !unit.isEmpty { return amount(to: end, unitEnd: unitEnd, unit: unit) }
        }
        if let word = Negations.harmless.first(where: { scalars[index...].starts(with: $0) }) {
            for _ in word { emit(.ideograph, to: index + 1, key: String(scalars[index])) }
            return
        }
        let isNegation = Negations.ideographs.contains(scalars[index]) || isForbidding(at: index)
        emit(isNegation ? .negation : .ideograph, to: index + 1, key: String(Self.folded(scalars[index])))
    }

    /// An amount in ideographs up to `end`, with its unit: as digits where they say a number.
    private mutating func amount(to end: Int, unitEnd: Int, unit: String) {
        guard let value = Ideographs.value(of: scalars[index..<end]) else {
            return emit(.number, to: unitEnd, key: key(index..<unitEnd), unit: unit)
        }
        if unit == Units.tenths, value <= 10 {
            return emit(.number, to: unitEnd, key: "\(value * 10) percent", unit: "percent")
        }
        emit(.number, to: unitEnd, key: "\(value) \(unit)", unit: unit)
    }

    /// Whether "别" says "do not": not inside a word ("特别", "别人").
    private func isForbidding(at place: Int) -> Bool {
        guard scalars[place] == "别" else { return false }
        let before = place > 0 ? scalars[place - 1] : " "
        let after = place + 1 < scalars.count ? scalars[place + 1] : " "
        return (!Self.isIdeograph(before) || before == "请")
            && Self.isIdeograph(after) && !"的人名处致墅称".unicodeScalars.contains(after)
    }

    private func key(_ range: Range<Int>) -> String {
        var result = String.UnicodeScalarView()
        for scalar in scalars[range] { result.append(Self.folded(scalar)) }
        let key = String(result)
        return key.utf8.allSatisfy { $0 < 0x80 } ? key : key.lowercased()
    }

    /// ASCII in lower case; full-width forms as what they stand for.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
        return Unicode.Scalar((0x41...0x5A).contains(value) ? value + 0x20 : value) ?? scalar
    }

    private func isApostrophe(at place: Int) -> Bool {
        (scalars[place] == "'" || scalars[place] == "’") && place > index && place + 1 < scalars.count
            && Self.isWordPart(scalars[place + 1])
    }

    /// Whether a sign joins two digits to one number.
    private func isJoiner(at place: Int) -> Bool {
        ".,:/-，".unicodeScalars.contains(scalars[place]) && isThousands(at: place) && place > 0
            && Self.isDigit(scalars[place - 1])
            && place + 1 < scalars.count && Self.isDigit(scalars[place + 1])
    }

    /// A full-width comma joins digits only between groups of three: elsewhere it ends a clause.
    private func isThousands(at place: Int) -> Bool {
        guard scalars[place] == "，" else { return true }
        let group = scalars[(place + 1)...].prefix(while: Self.isDigit)
        return group.count == 3 && group.allSatisfy { $0.value >= 0xFF10 }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
    }

    private static func isNegation(_ key: String) -> Bool {
        Negations.words.contains(key) || key.hasSuffix("n't") || key.hasSuffix("n’t")
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return (0x61...0x7A).contains(scalar.value | 0x20) || isDigit(scalar) || scalar == "_"
        }
        return !isIdeograph(scalar)
            && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isMark(scalar))
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// Ideographs and kana: written without spaces, so that each is a token.
    static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3005...0x3007, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0xFF66...0xFF9D,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }
}

/// The words that say that something is not so.
enum Negations {
    /// English ones, besides those that end in "n't".
    static let words: Set<String> = [
        "not", "no", "never", "none", "nothing", "nobody", "without", "cannot", "neither", "nor",
    ]
    /// Chinese ones.
    static let ideographs: Set<Unicode.Scalar> = Set("不没無无未勿莫禁非".unicodeScalars)
    /// Chinese words that begin with such a character and negate nothing.
    static let harmless: [[Unicode.Scalar]] = [
        "不同", "不断", "不仅", "不但", "不过", "不管", "不论", "不少", "不错", "不久", "不止", "不只", "不如", "无论", "无数", "未来", "未必",
        "没准", "不妨", "不然", "不得不", "不可或缺", "无非", "莫过于", "非常", "非洲", "非凡",
    ].map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
}
