internal import CCMarkGFM

/// A Markdown text parsed by cmark-gfm, with tables, task lists and footnotes.
///
/// Strikethrough and autolinks are left out on purpose: those extensions write to a table that all parsers of the
/// process share while they run, so that documents parsed side by side would disturb each other. `PlainText`
/// takes the tildes out, and a bare link's text is the link.
final class MarkdownTree {
    private let document: OpaquePointer?

    private static let extensionsAreRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    init(_ text: Substring) {
        precondition(Self.extensionsAreRegistered)
        guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES) else {
            preconditionFailure("cmark has no parser to give")
        }
        defer { cmark_parser_free(parser) }
        for name in ["table", "tasklist"] {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                if let base = characters.baseAddress { cmark_parser_feed(parser, base, characters.count) }
            }
        }
        document = cmark_parser_finish(parser)
    }

    deinit {
        if let document { cmark_node_free(document) }
    }

    /// The blocks at the top, in the order of their lines (cmark moves footnotes to the end).
    var topLevel: [MarkdownNode] {
        guard let document else { return [] }
        return MarkdownNode(document).children.sorted { $0.startLine < $1.startLine }
    }
}

/// A node of a `MarkdownTree`; valid as long as the tree is.
struct MarkdownNode {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    /// cmark's name of the node's type, such as "paragraph" or "table".
    var type: String { String(cString: cmark_node_get_type_string(pointer)) }
    /// The first line, 1-based in the parsed text.
    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    /// The last line as cmark has it: wrong for lists, items and setext headings.
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    /// A heading's level, 1…6.
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    /// Whether an item stands in a numbered list: cmark knows that of lists only.
    var isNumberedItem: Bool {
        cmark_node_get_list_type(cmark_node_parent(pointer)) == CMARK_ORDERED_LIST
    }
    /// The text of a text, code or HTML node.
    var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
    /// The first node inside, if any.
    var firstChild: MarkdownNode? { cmark_node_first_child(pointer).map(MarkdownNode.init) }
    /// The last node inside, if any.
    var lastChild: MarkdownNode? { cmark_node_last_child(pointer).map(MarkdownNode.init) }

    /// The nodes inside, one level down, in cmark's order.
    var children: [MarkdownNode] {
        var children: [MarkdownNode] = []
        var next = firstChild
        while let child = next {
            children.append(child)
            next = cmark_node_next(child.pointer).map(MarkdownNode.init)
        }
        return children
    }
}
