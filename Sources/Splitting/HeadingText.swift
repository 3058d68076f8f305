internal import CCMarkGFM

/// The text of a heading as anchors are made of it (github.com and its likes): what a browser shows in letters. Images have
/// none, and tags go.
package enum HeadingText {
    /// The text of a heading with the words `title`, Markdown on one line. O(n).
    package static func of(markdown title: String) -> String {
        guard title.utf8.contains(where: isMarkup) else { return title }
        let tree = MarkdownTree(BoundedMarkdown("# \(title)\(definitions(for: title))\n"[...]))
        return withExtendedLifetime(tree) { tree.topLevel.first.map(text) ?? title }
    }

    /// Definitions of what stands in second pairs of brackets, so that they are read as such.
    private static func definitions(for title: String) -> String {
        title.utf8.split(separator: "][".utf8, omittingEmptySubsequences: false).dropFirst().map { rest in
            "\n\n[\(Substring(rest.prefix { $0 != UInt8(ascii: "]") }))]: x"
        }.joined()
    }

    private static func text(of heading: MarkdownNode) -> String {
        guard let iterator = cmark_iter_new(heading.pointer) else { return "" }
        defer { cmark_iter_free(iterator) }
        var (text, imageDepth) = ("", 0)
        while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
            guard let pointer = cmark_iter_get_node(iterator) else { continue }
            switch cmark_node_get_type(pointer) {
            case CMARK_NODE_IMAGE: imageDepth += event == CMARK_EVENT_ENTER ? 1 : -1
            case CMARK_NODE_TEXT, CMARK_NODE_CODE:
                if event == CMARK_EVENT_ENTER, imageDepth == 0 { text += MarkdownNode(pointer).literal }
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
            default: break
            }
        }
        return text
    }

    private static func isMarkup(_ byte: UInt8) -> Bool { "\\`*_[]<>&!#~".utf8.contains(byte) }
}
