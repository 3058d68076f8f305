/// What the texts of records are written in.
public enum TextFormat: String, Sendable, CaseIterable {
    /// Text without mark-up.
    case plain
    /// Markdown, and HTML in it.
    case markdown
    /// HTML, whole pages or pieces of them.
    case html

    /// `text` without mark-up. A text of mark-up alone stays as it is: it is all that its record says.
    ///
    /// O(length) for all but contrived Markdown.
    func withoutMarkup(_ text: String) -> String { content(of: text).text }

    /// `text` without mark-up, and what a reader can reach from it.
    func content(of text: String) -> (text: String, targets: [Target]) {
        let content: (text: String, targets: [Target]) =
            switch self {
            case .plain: (text, [])
            case .markdown:
                MarkdownBytes.mayBeMarkup(in: text)
                    ? MarkdownTree(BoundedMarkdown(text[...])).content : (text, [])
            case .html: (HTMLText.lines(of: text), HTMLAddresses.targets(in: text))
            }
        return content.text.isEmpty ? (text, content.targets) : content
    }
}

/// What bytes say of a text before it is parsed.
private enum MarkdownBytes {
    /// Whether Markdown may read `text` otherwise than it stands; false for most plain sentences, which need no parser.
    static func mayBeMarkup(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let first = bytes.first else { return false }
            // What begins a block, and line ends, which wrapped CJK lines are joined at.
            return first <= 0x20 || first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
                || first >= 0x30 && first <= 0x39 || bytes.contains { marks[Int($0)] }
        }
    }

    private static let marks: [Bool] = {
        var marks = [Bool](repeating: false, count: 256)
        for mark in "\n\r*_`[]<>&\\~#|!".utf8 { marks[Int(mark)] = true }
        return marks
    }()
}
