/// Reads the numbering at the beginning of a title, a piece at a time. Each `skip…` moves on where it finds what it
/// names, and stays where it does not.
struct NumberScanner {
    private let title: String
    /// The first scalars of the title: numbering is short.
    private let scalars: [Unicode.Scalar]
    private var index = 0
    /// The punctuation that `skipDelimiter` skipped last, in its half-width form; nil for none.
    private(set) var delimiter: Unicode.Scalar?
    /// Whether letters may follow a dot at once.
    private let allowsLettersBehindDots: Bool
    private var numberStart = 0
    private var numberEnd = 0

    /// The punctuation after a number, and the half-width form of each.
    private static let delimiters: [Unicode.Scalar: Unicode.Scalar] = [
        ".": ".", "．": ".", ")": ")", "）": ")", "、": "、", ":": ":", "：": ":",
    ]
    private static let longestNumbering = 64

    init(_ title: String, allowsLettersBehindDots: Bool = false) {
        self.title = title
        self.allowsLettersBehindDots = allowsLettersBehindDots
        scalars = Array(title.unicodeScalars.prefix(Self.longestNumbering))
    }

    /// The number as written, without what stands around it.
    var numberText: String { Self.text(scalars[numberStart..<numberEnd]) }

    /// The title from here on, without white space at its start.
    var textAfter: String {
        String(title.unicodeScalars.dropFirst(index).drop(while: \.properties.isWhitespace))
    }

    /// Whether white space comes next.
    var isAtSpace: Bool { next?.properties.isWhitespace ?? false }

    /// Whether white space comes next, and neither a digit nor a dash or bracket after it.
    var isAtSpaceAndWord: Bool {
        guard isAtSpace, let first = textAfter.unicodeScalars.first else { return false }
        return Self.digit(first) == nil && !"-–—/([（".unicodeScalars.contains(first)
    }

    /// Whether a capital and a small letter come next.
    private var isAtCapitalizedWord: Bool {
        guard index + 1 < scalars.count else { return false }
        return scalars[index].properties.isUppercase && scalars[index + 1].properties.isLowercase
    }

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    /// Takes the number to begin here; without a call it begins with the title.
    mutating func beginNumber() { numberStart = index }

    /// Takes the number to end here.
    mutating func endNumber() { numberEnd = index }

    /// Skips one of `wanted`, and gives it.
    @discardableResult
    mutating func skip(_ wanted: Set<Unicode.Scalar>) -> Unicode.Scalar? {
        guard let next, wanted.contains(next) else { return nil }
        index += 1
        return next
    }

    /// Skips `word`, which is lower-case, in upper or lower case.
    mutating func skip(word: String) -> Bool {
        let end = index + word.unicodeScalars.count
        guard end <= scalars.count, Self.text(scalars[index..<end]).lowercased() == word else {
            return false
        }
        index = end
        return true
    }

    /// Skips white space.
    mutating func skipSpaces() {
        while isAtSpace { index += 1 }
    }

    /// Skips up to six digits, full-width ones too, and gives their value; stays before a longer row of them.
    mutating func skipDigits() -> Int? {
        let digits = scalars[index...].prefix(7).prefix { Self.digit($0) != nil }.compactMap(Self.digit)
        guard (1...6).contains(digits.count) else { return nil }
        index += digits.count
        return digits.reduce(0) { $0 * 10 + $1 }
    }

    /// Skips a dot and one or two digits, the next part of "1.2.3".
    mutating func skipPart() -> Int? {
        var scanner = self
        guard scanner.skip([".", "．"]) != nil, let value = scanner.skipDigits(),
            scanner.index - index <= 3
        else { return nil }
        self = scanner
        return value
    }

    /// Skips Chinese numerals below 1000 and gives their value; "二〇" and the like count digit by digit.
    mutating func skipNumerals() -> Int? {
        var (total, pending) = (0, 0)
        let start = index
        while let next, index - start < 8 {
            if let unit = Self.units[next] {
                (total, pending) = (total + max(1, pending) * unit, 0)
            } else if let one = Self.ones[next] {
                pending = pending * 10 + one
            } else {
                break
            }
            index += 1
        }
        return index > start ? total + pending : nil
    }

    /// Skips the punctuation after a number, and white space before it.
    ///
    /// No digit may follow at once ("10:30" is a time), and no Latin letter follow a dot ("3.js" is a name, "3.What" begins
    /// a sentence) or, unless `beforeLetters`, a colon ("1:N").
    @discardableResult
    mutating func skipDelimiter(beforeLetters: Bool) -> Bool {
        var scanner = self
        scanner.skipSpaces()
        guard let sign = scanner.next, let delimiter = Self.delimiters[sign] else { return false }
        scanner.index += 1
        scanner.delimiter = delimiter
        if let next = scanner.next {
            if Self.digit(next) != nil { return false }
            let isLetter = next.isASCII && next.properties.isAlphabetic
            if isLetter,
                sign == "." && !allowsLettersBehindDots && !scanner.isAtCapitalizedWord
                    || sign == ":" && !beforeLetters
            {
                return false
            }
        }
        self = scanner
        return true
    }

    private static let units: [Unicode.Scalar: Int] = ["十": 10, "百": 100]
    private static let ones: [Unicode.Scalar: Int] = [
        "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: return Int(scalar.value) - 0x30
        case 0xFF10...0xFF19: return Int(scalar.value) - 0xFF10
        default: return nil
        }
    }
}
