internal import CCMarkGFM

/// The text that a reader sees of a piece of Markdown: mark-up gives way, words stay.
///
/// Link and image texts stay, their addresses go. Line breaks inside a paragraph become spaces, and nothing between
/// two CJK characters, where a wrapped line means no space. Walks iteratively: no nesting is too deep.
struct PlainText {
    private var text = ""
    private var breakIsPending = false
    private var reading: TargetReading
    /// Whether a comment was the last to come: the spaces around it are one.
    private var followsComment = false

    /// The text of everything inside `node`.
    static func of(_ node: MarkdownNode) -> String { content(of: node, notes: Notes([])).text }

    /// The text of everything inside `node`, and what can be reached from it.
    static func content(of node: MarkdownNode, notes: Notes) -> (text: String, targets: [Target]) {
        var result = PlainText(reading: TargetReading(notes: notes))
        guard let iterator = cmark_iter_new(node.pointer) else { return ("", []) }
        defer { cmark_iter_free(iterator) }
        while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
            guard let pointer = cmark_iter_get_node(iterator) else { continue }
            result.visit(MarkdownNode(pointer), isEntering: event == CMARK_EVENT_ENTER)
        }
        while result.text.utf8.last == 0x0A { result.text.removeLast() }
        return (result.text, result.reading.targets)
    }

    private mutating func visit(_ node: MarkdownNode, isEntering: Bool) {
        switch cmark_node_get_type(node.pointer) {
        case CMARK_NODE_TEXT:
            if isEntering { append(Self.withoutStrikethrough(node.literal)) }
        case CMARK_NODE_CODE:
            if isEntering { append(node.literal) }
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: breakIsPending = true
        case CMARK_NODE_CODE_BLOCK:
            if isEntering {
                appendBlock(node.literal)
                reading.addLanguage(of: node)
            }
        case CMARK_NODE_HTML_BLOCK:
            if isEntering {
                appendBlock(HTMLText.withoutTags(node.literal))
                reading.addAddresses(inHTML: node.literal)
            }
        case CMARK_NODE_HTML_INLINE:
            if isEntering {
                followsComment = node.literal.utf8.starts(with: "<!--".utf8)
                if Self.isLineBreak(node.literal) { breakIsPending = true }
                reading.addAddresses(inHTML: node.literal)
            }
        case CMARK_NODE_LINK: reading.visitLink(node, .link, isEntering: isEntering, text: text)
        case CMARK_NODE_IMAGE: reading.visitLink(node, .image, isEntering: isEntering, text: text)
        case CMARK_NODE_FOOTNOTE_REFERENCE: if isEntering { reading.addNote(node) }
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG: break
        default:
            // A block or table cell begins or ends here.
            if !text.isEmpty, text.utf8.last != 0x0A { text += "\n" }
            breakIsPending = false
        }
    }

    private mutating func append(_ piece: String) {
        var piece = piece
        if followsComment, text.utf8.last == 0x20 {
            piece = String(Substring(piece.utf8.drop { $0 == 0x20 }))
        }
        followsComment = false
        guard let first = piece.unicodeScalars.first else { return }
        if breakIsPending, let last = text.unicodeScalars.last, !Self.isUnspaced(last, first) { text += " " }
        breakIsPending = false
        text += piece
    }

    private mutating func appendBlock(_ piece: String) {
        if !text.isEmpty, text.utf8.last != 0x0A { text += "\n" }
        text += piece
    }

    private static func isLineBreak(_ tag: String) -> Bool {
        ["<br>", "<br/>", "<br />"].contains(tag.lowercased())
    }

    private static func withoutStrikethrough(_ literal: String) -> String {
        guard literal.utf8.contains(0x7E) else { return literal }
        return literal.utf8.split(separator: "~~".utf8).map { String(Substring($0)) }.joined()
    }

    /// Whether no space belongs between two characters: both CJK, or one of them and a quotation mark or dash that
    /// Chinese and English share.
    private static func isUnspaced(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
        let shared: ClosedRange<Unicode.Scalar> = "\u{2014}"..."\u{2026}"
        return isCJK(a) && (isCJK(b) || shared.contains(b)) || isCJK(b) && shared.contains(a)
    }

    /// Ideographs, kana and CJK punctuation: characters that are written without spaces between them.
    private static func isCJK(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3000...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFF60,
            0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
