/// Signs of Markdown and HTML in a text that plain text seldom has by chance.
enum MarkupSigns {
    /// What a text looks like.
    enum Finding: Equatable {
        case none
        case html
        /// A link or image (`[words](address)`), words between two `**`, or a fence.
        case markdown
        /// Words between single `*` or `_`, code between backquotes, a heading in the first line: code and plain text have these, too.
        case perhapsMarkdown
    }

    /// What `text` looks like. One that begins with a tag of HTML's is HTML, whatever else stands in it. O(length).
    static func finding(in text: String) -> Finding {
        var text = text
        return text.withUTF8 { bytes in
            let isHTML = HTMLSigns(bytes: bytes).areThere
            if isHTML, HTMLSigns(bytes: bytes).areFirst { return .html }
            var signs = MarkdownSigns(bytes: bytes)
            let markdown = signs.finding()
            return isHTML && markdown != .markdown ? .html : markdown
        }
    }
}

/// HTML's signs: the closing tag of an element that HTML has, a `<br>`, `<hr>` or `<img>`, or a character reference.
private struct HTMLSigns {
    let bytes: UnsafeBufferPointer<UInt8>

    var areThere: Bool {
        var names = NamedCharacters()
        return bytes.indices.contains { index in
            switch bytes[index] {
            case UInt8(ascii: "<"): isTag(at: index)
            case UInt8(ascii: "&"): names.text(at: index, in: bytes) != nil
            default: false
            }
        }
    }

    /// Whether the text begins with a tag or a declaration.
    var areFirst: Bool {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), bytes[first] == UInt8(ascii: "<") else {
            return false
        }
        return bytes.holds("<!", at: first) || HTMLTag(bytes, at: first)?.isOfHTML == true
    }

    private func isTag(at index: Int) -> Bool {
        guard let tag = HTMLTag(bytes, at: index), tag.isOfHTML, tag.nameEnd < bytes.count else {
            return false
        }
        let next = bytes[tag.nameEnd]
        if tag.isClosing { return next == UInt8(ascii: ">") }
        return ["br", "hr", "img"].contains(tag.name)
            && (next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || next <= 0x20)
    }
}

/// Markdown's signs, found in one pass from line to line.
private struct MarkdownSigns {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Where what may be closed on the line was opened.
    private var (strong, emphasis, underscore, code, bracket): (Int?, Int?, Int?, Int?, Int?)
    private var isPerhaps = false

    /// An address in Markdown is hardly ever longer.
    private static let longestAddress = 2000

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func finding() -> MarkupSigns.Finding {
        isPerhaps = beginsWithHeading
        var isLineStart = true
        for index in bytes.indices {
            if isLineStart, bytes.holds("```", at: index) { return .markdown }
            isLineStart = bytes[index] == 0x0A
            if isLineStart { (strong, emphasis, underscore, code, bracket) = (nil, nil, nil, nil, nil) }
            if isSign(at: index) { return .markdown }
        }
        return isPerhaps ? .perhapsMarkdown : .none
    }

    /// Whether a sign that tells enough ends at `index`.
    private mutating func isSign(at index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "*") where byte(index + 1) == UInt8(ascii: "*"):
            if strong != nil, closes(index, length: 2) { return true }
            if opens(index, length: 2) { strong = index }
        case UInt8(ascii: "*"): emphasis = noted(index, emphasis)
        case UInt8(ascii: "_"): underscore = noted(index, underscore)
        case UInt8(ascii: "`"): code = noted(index, code)
        case UInt8(ascii: "["): bracket = isWord(index - 1) || isClosing(index - 1) ? nil : index
        case UInt8(ascii: "]"):
            defer { bracket = nil }
            guard let bracket else { return false }
            return (index > bracket + 1 || byte(bracket - 1) == UInt8(ascii: "!")) && isAddress(index + 1)
        default: break
        }
        return false
    }

    /// Takes a single mark for the end of words, or for their opening, which it gives.
    private mutating func noted(_ index: Int, _ opening: Int?) -> Int? {
        guard opening != nil, closes(index, length: 1) else {
            return opens(index, length: 1) ? index : opening
        }
        isPerhaps = true
        return nil
    }

    /// Whether words may begin behind the mark: something follows at once, and no word or mark stands before.
    private func opens(_ index: Int, length: Int) -> Bool {
        guard let next = byte(index + length), next > 0x20, next != bytes[index] else { return false }
        return !isWord(index - 1) && byte(index - 1) != bytes[index] && byte(index - 1) != UInt8(ascii: "/")
    }

    /// Whether words may end before the mark.
    private func closes(_ index: Int, length: Int) -> Bool {
        guard let last = byte(index - 1), last > 0x20, last != bytes[index] else { return false }
        let next = byte(index + length)
        return !isWord(index + length) && next != bytes[index] && next != UInt8(ascii: "/")
    }

    /// Whether the first line is a heading with a blank line or nothing below it.
    private var beginsWithHeading: Bool {
        let marks = bytes.prefix { $0 == UInt8(ascii: "#") }.count
        guard (1...6).contains(marks), byte(marks) == 0x20 else { return false }
        guard let end = bytes.firstIndex(of: 0x0A, in: 0..<bytes.count) else { return false }
        return byte(end + 1) == 0x0A
    }

    /// Whether an address between parentheses begins at `index`: without white space, and with a mark that addresses have.
    private func isAddress(_ index: Int) -> Bool {
        guard byte(index) == UInt8(ascii: "(") else { return false }
        let rest = bytes[(index + 1)...].prefix(Self.longestAddress).prefix {
            $0 > 0x20 && $0 != UInt8(ascii: ")")
        }
        return byte(rest.endIndex).map { $0 == UInt8(ascii: ")") || $0 == 0x20 } ?? false
            && rest.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ".") }
    }

    private func isClosing(_ index: Int) -> Bool {
        byte(index) == UInt8(ascii: ")") || byte(index) == UInt8(ascii: "]")
    }

    private func isWord(_ index: Int) -> Bool {
        byte(index).map { HTMLTag.isLetter($0) || HTMLTag.isDigit($0) || $0 == UInt8(ascii: "_") } ?? false
    }

    private func byte(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }
}
