/// Text put into Markdown as it reads.
enum MarkdownText {
    /// `text` with a backslash before what Markdown could take for mark-up, on one line. An underscore inside a word
    /// and an ampersand that begins no entity are none.
    static func escaped(_ text: String) -> String {
        guard ControlCharacters.isIn(text) || text.utf8.contains(where: isMarkup) else { return text }
        // Where every scalar is a character there is no need to look for their borders, which takes ten times as long.
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") }
        return isPlain ? escaped(Array(text.unicodeScalars)) : escaped(Array(text))
    }

    private static func escaped<Unit: MarkdownUnit>(_ text: [Unit]) -> String {
        var result = ""
        for (index, unit) in text.enumerated() {
            if unit.endsLine {
                result += " "
            } else {
                if isMarkup(at: index, in: text) { result += "\\" }
                unit.append(to: &result)
            }
        }
        return result
    }

    /// `lines` in a code fence longer than any run of backticks in them.
    static func fenced(_ lines: [String], language: String) -> [String] {
        let longest = lines.map(longestRunOfBackticks).max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return [fence + language] + lines + [fence]
    }

    /// Whether what stands at `index` is mark-up there.
    private static func isMarkup<Unit: MarkdownUnit>(at index: Int, in text: [Unit]) -> Bool {
        switch text[index] {
        case "_":
            let isInsideWord =
                index > 0 && index + 1 < text.count && text[index - 1].isWord && text[index + 1].isWord
            return !isInsideWord
        case "&":
            let name = text[(index + 1)...].prefix { $0.isWord || $0 == "#" }
            return !name.isEmpty && name.endIndex < text.count && text[name.endIndex] == ";"
        case "\\", "`", "*", "[", "]", "<", ">", "|", "#", "~": return true
        default: return false
        }
    }

    /// Whether `byte` can be mark-up in some place.
    private static func isMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "#"), UInt8(ascii: "~"),
            UInt8(ascii: "_"), UInt8(ascii: "&"):
            true
        default: false
        }
    }

    private static func longestRunOfBackticks(_ line: String) -> Int {
        var (longest, run) = (0, 0)
        for byte in line.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}

/// What text is looked at by: a character, or a scalar where each is one.
private protocol MarkdownUnit: Equatable, ExpressibleByUnicodeScalarLiteral {
    var isWord: Bool { get }
    var endsLine: Bool { get }
    func append(to text: inout String)
}

extension Character: MarkdownUnit {
    fileprivate var isWord: Bool { isLetter || isNumber }
    fileprivate var endsLine: Bool { isNewline }
    fileprivate func append(to text: inout String) { text.append(self) }
}

extension Unicode.Scalar: MarkdownUnit {
    fileprivate var isWord: Bool { Character(self).isWord }
    fileprivate var endsLine: Bool { (0x0A...0x0D).contains(value) }
    fileprivate func append(to text: inout String) { text.unicodeScalars.append(self) }
}
