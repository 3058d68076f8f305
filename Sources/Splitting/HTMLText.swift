/// The text that a reader sees of HTML: tags give way, words stay. A record's text and raw HTML in Markdown are read alike.
///
/// - What begins or ends a block, a table's cell or a line ends the line. A tag inside a line (`<b>`, `<a>`) leaves nothing behind,
///   one of an unknown name a space.
/// - Comments, scripts and styles are no text. White space, `&nbsp;` included, becomes one space, and none at a line's ends.
/// - Character references become what they stand for (`NamedCharacters`).
///
/// What is no HTML stays as text: a `<` that begins no tag ("a < b") or that nothing closes, an `&` that begins no reference. Reads
/// from beginning to end without a stack: no nesting is too deep. O(length).
struct HTMLText {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    private var lines = TextLines()
    private var endings = HTMLEndings()
    private var names = NamedCharacters()

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The text of `html`, its lines with LF between them; none is empty.
    static func lines(of html: String) -> String {
        var html = html
        return html.withUTF8 { bytes in
            var text = HTMLText(bytes)
            text.read()
            return String(decoding: text.lines.bytes, as: UTF8.self)
        }
    }

    /// The text of `html` on one line.
    static func withoutTags(_ html: String) -> String {
        String(decoding: lines(of: html).utf8.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
    }

    private mutating func read() {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "<") where skipComment() || skipTag(): break
            case UInt8(ascii: "&") where readReference(): break
            case let byte:
                lines.append(byte)
                index += 1
            }
        }
    }

    private mutating func skipComment() -> Bool {
        guard bytes.holds("<!--", at: index), let end = endings.comment(after: index + 4, in: bytes) else {
            return false
        }
        index = end
        return true
    }

    /// Passes over the tag that begins here, and over all of a script or style.
    private mutating func skipTag() -> Bool {
        // What begins like a comment and has no end is text.
        guard !bytes.holds("<!--", at: index), let tag = HTMLTag(bytes, at: index),
            let end = endings.tag(after: tag.nameEnd, in: bytes)
        else { return false }
        index = end
        switch tag.kind {
        case .inline: break
        case .block: lines.endLine()
        case .unknown: lines.endWord()
        case .code:
            if !tag.isClosing, let closing = endings.code(after: end, named: tag.name, in: bytes) {
                index = closing
            }
            lines.endLine()
        }
        return true
    }

    private mutating func readReference() -> Bool {
        guard let (text, end) = names.text(at: index, in: bytes) else { return false }
        if text.utf8.elementsEqual([0xC2, 0xA0]) { lines.endWord() } else { lines.append(text) }
        index = end
        return true
    }
}

/// Lines of words while they are collected: white space is one space, and nothing at a line's ends.
private struct TextLines {
    private(set) var bytes: [UInt8] = []
    private var (isWordOver, isLineOver) = (false, false)

    mutating func endWord() { isWordOver = true }
    mutating func endLine() { isLineOver = true }

    mutating func append(_ byte: UInt8) {
        // HTML's white space: space, tab, LF, FF, CR.
        if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D { return endWord() }
        if !bytes.isEmpty, isLineOver || isWordOver { bytes.append(isLineOver ? 0x0A : 0x20) }
        (isWordOver, isLineOver) = (false, false)
        bytes.append(byte)
    }

    /// Appends characters that a reference stands for, white space among them as it is.
    mutating func append(_ text: String) {
        for byte in text.utf8 { append(byte) }
    }
}
