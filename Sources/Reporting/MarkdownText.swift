/// Text put into Markdown as it reads.
enum MarkdownText {
    /// `text` with a backslash before what Markdown could take for mark-up, on one line. An underscore inside a word
    /// and an ampersand that begins no entity are none.
    static func escaped(_ text: String) -> String {
        let characters = Array(text)
        var result = ""
        for (index, character) in characters.enumerated() {
            if character.isNewline {
                result.append(" ")
            } else {
                if isMarkup(at: index, in: characters) { result.append("\\") }
                result.append(character)
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

    private static func isMarkup(at index: Int, in text: [Character]) -> Bool {
        switch text[index] {
        case "_":
            let isInsideWord =
                index > 0 && index + 1 < text.count && isWord(text[index - 1]) && isWord(text[index + 1])
            return !isInsideWord
        case "&":
            let name = text[(index + 1)...].prefix { isWord($0) || $0 == "#" }
            return !name.isEmpty && name.endIndex < text.count && text[name.endIndex] == ";"
        default: return "\\`*[]<>|#~".contains(text[index])
        }
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber
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
