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
        if scalar.properties.isWhitespace {
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
        if let value = Units.numerals[key] {
            let (unitEnd, unit) = unit(behind: end)
            if value > 1 || !unit.isEmpty {
                return emit(.number, to: unitEnd, key: "\(value) \(unit)", unit: unit)
            }
        }
        if Units.months.contains(key), let day = digits(behind: end) {
            return emit(.date, to: day, key: self.key(index..<day))
        }
        emit(Self.isNegation(key) ? .negation : .word, to: end, key: key)
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
        if let date = ideographicDate(from: end) { return emit(.date, to: date, key: key(index..<date)) }
        let text = key(index..<end)
        let points = text.count { $0 == "." }
        if isVersion || points > 1 { return emit(.version, to: end, key: text) }
        if text.count(where: { $0 == "-" || $0 == "/" }) > 1 { return emit(.date, to: end, key: text) }
        let (unitEnd, unit) = unit(behind: end)
        let amount = text.filter { $0 != "," }
        if Units.months.contains(unit) { return emit(.date, to: unitEnd, key: "\(amount) \(unit)") }
        let attached = attachedUnit(of: amount)
        emit(
            .number, to: unitEnd, key: "\(attached.amount) \(unit)\(attached.unit)",
            unit: unit + attached.unit)
    }

    /// "24h" as "24" and "hour"; what follows the digits is no unit in "7B" or "3rd".
    private func attachedUnit(of amount: String) -> (amount: String, unit: String) {
        let digits = amount.prefix { $0.isNumber || $0 == "." }
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
            if !unit.isEmpty { return emit(.number, to: unitEnd, key: key(index..<unitEnd), unit: unit) }
        }
        if let word = Negations.harmless.first(where: { scalars[index...].starts(with: $0) }) {
            for _ in word { emit(.ideograph, to: index + 1, key: String(scalars[index])) }
            return
        }
        let isNegation = Negations.ideographs.contains(scalars[index])
        emit(isNegation ? .negation : .ideograph, to: index + 1, key: String(Self.folded(scalars[index])))
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
        ".,:/-".unicodeScalars.contains(scalars[place]) && place > 0 && Self.isDigit(scalars[place - 1])
            && place + 1 < scalars.count && Self.isDigit(scalars[place + 1])
    }

    private static func isNegation(_ key: String) -> Bool {
        Negations.words.contains(key) || key.hasSuffix("n't") || key.hasSuffix("n’t")
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.properties.isAlphabetic || isDigit(scalar) || scalar == "_" }
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
    static let ideographs: Set<Unicode.Scalar> = Set("不没無无未勿莫禁".unicodeScalars)
    /// Chinese words that begin with such a character and negate nothing.
    static let harmless: [[Unicode.Scalar]] = [
        "不同", "不断", "不仅", "不但", "不过", "不管", "不论", "不少", "不错", "不久", "不止", "不只", "不如", "无论", "无数", "未来", "未必",
        "没准", "不妨", "不然", "不得不", "不可或缺", "无非", "莫过于",
    ].map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
}
