/// How many columns text takes in a terminal or in a monospaced font.
package enum DisplayWidth {
    /// The columns of `text`: two for East Asian wide and full-width characters and for emoji, none for combining marks
    /// and other invisible ones, one for the rest. A character of several scalars is as wide as its widest.
    package static func of(_ text: some StringProtocol) -> Int {
        plainWidth(of: text) ?? text.reduce(0) { $0 + of($1) }
    }

    /// `text` with spaces behind it up to `width` columns; longer text stays as it is.
    package static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - of(text)))
    }

    /// `text`, or as many of its first characters as fit with an ellipsis into `width` columns.
    package static func shortened(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        if !text.utf8.hasAny({ !(0x20..<0x7F).contains($0) }) {
            return String(decoding: text.utf8.prefix(max(0, width - 1)), as: UTF8.self) + "…"
        }
        var result = ""
        var columns = 1
        for character in text {
            columns += of(character)
            if columns > width { break }
            result.append(character)
        }
        return result + "…"
    }

    /// The columns of text of which every scalar is a character of its own and its width plain: letters and signs of
    /// ASCII, Latin and CJK, dashes, quotation marks and the ellipsis. Nil for other text, which takes ten times as long to
    /// measure.
    private static func plainWidth(of text: some StringProtocol) -> Int? {
        guard text.utf8.hasAny({ !(0x20..<0x7F).contains($0) }) else { return text.utf8.count }
        var columns = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20..<0x7F, 0xA0..<0x300, 0x2010...0x2027: columns += 1
            case 0x3000...0x3029, 0x3041...0x3096, 0x30A0...0x30FF, 0x4E00...0x9FFF, 0xFF01...0xFF60:
                columns += 2
            default: return nil
            }
        }
        return columns
    }

    private static func of(_ character: Character) -> Int {
        var (widest, soundMarks) = (0, 0)
        for scalar in character.unicodeScalars {
            switch scalar.value {
            // The emoji variation selector makes any character before it an emoji.
            case 0xFE0F: return 2
            // The sound marks of half-width kana join the letter before them, and yet take a column of their own.
            case 0xFF9E, 0xFF9F: soundMarks += 1
            default: widest = max(widest, of(scalar))
            }
        }
        return widest + soundMarks
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return scalar.properties.isEmojiPresentation || isEastAsianWide(scalar.value) ? 2 : 1
        }
    }

    /// The blocks of wide and full-width characters of Unicode's East Asian Width (UAX #11), emoji aside.
    private static func isEastAsianWide(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
            0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
