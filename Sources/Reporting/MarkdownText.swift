internal import Splitting

/// Text put into Markdown as it reads.
enum MarkdownText {
    /// `text` with a backslash before what Markdown could take for mark-up, on one line. An underscore inside a word
    /// and an ampersand that begins no entity are none. A sign is escaped whatever mark combines with it.
    static func escaped(_ text: String) -> String {
        guard ControlCharacters.isIn(text) || text.utf8.contains(where: isMarkup) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if scalar.isLineEnd {
                let isSecond = scalar == "\n" && index > 0 && scalars[index - 1] == "\r"
                if !isSecond { result.append(" ") }
            } else {
                if isMarkup(at: index, in: scalars) { result.append("\\") }
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// `lines` in a code fence longer than any run of backticks in them.
    static func fenced(_ lines: [String], language: String) -> [String] {
        let longest = lines.map(longestRunOfBackticks).max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return [fence + language] + lines + [fence]
    }

    /// Whether what stands at `index` is mark-up there.
    private static func isMarkup(at index: Int, in text: [Unicode.Scalar]) -> Bool {
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

extension Unicode.Scalar {
    /// Whether it is a letter or number.
    fileprivate var isWord: Bool { properties.isAlphabetic || properties.numericType != nil }
}
