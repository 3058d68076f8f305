/// The beginning of a tag, up to its name's end; of a declaration (`<!…`, `<?…`) up to its first byte.
struct HTMLTag {
    /// What a tag is to the text around it.
    enum Kind {
        /// It stands inside a line and leaves nothing behind.
        case inline
        /// It ends a line.
        case block
        /// What it holds is code, not text.
        case code
        /// Its name is none of HTML's.
        case unknown
    }

    /// The name in lower case; empty for a declaration.
    let name: String
    /// Whether it is `</name>`.
    let isClosing: Bool
    /// Where the name ends.
    let nameEnd: Int

    /// Reads the tag that begins at `index` with `<`; nil where none does.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        guard index + 1 < bytes.count else { return nil }
        isClosing = bytes[index + 1] == UInt8(ascii: "/")
        let start = index + (isClosing ? 2 : 1)
        var end = start
        while end < bytes.count, end - start < Self.longestName, Self.isOfName(bytes[end]) { end += 1 }
        let isName = end > start && Self.isLetter(bytes[start])
        guard isName || isClosing || [UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[index + 1]) else {
            return nil
        }
        nameEnd = isName ? end : start
        name = isName ? String(decoding: bytes[start..<end].map(Self.lowercased), as: UTF8.self) : ""
    }

    /// What the tag is to the text around it.
    var kind: Kind {
        if Self.inlineNames.contains(name) { return .inline }
        if Self.blockNames.contains(name) { return .block }
        return Self.codeNames.contains(name) ? .code : .unknown
    }

    /// Whether HTML has an element of this name.
    var isOfHTML: Bool { kind != .unknown }

    /// No element of HTML has a longer name ("blockquote", "figcaption"), and longer ones are as unknown cut off.
    private static let longestName = 15

    private static let inlineNames: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
        "i",
        "img", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small",
        "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ]

    private static let blockNames: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "col",
        "colgroup",
        "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "legend", "li", "link", "main",
        "menu",
        "meta", "nav", "ol", "optgroup", "option", "p", "pre", "section", "select", "summary", "table",
        "tbody",
        "td", "textarea", "tfoot", "th", "thead", "title", "tr", "ul",
    ]

    private static let codeNames: Set<String> = ["script", "style"]

    static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isOfName(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-")
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { isLetter(byte) ? byte | 0x20 : byte }
}
