internal import CCMarkGFM

/// A node of a `MarkdownTree`; valid as long as the tree is.
struct MarkdownNode {
    /// What a node is, as far as blocks depend on it.
    enum NodeType {
        case paragraph, heading, list, item, codeBlock, table, quote, htmlBlock, footnote, thematicBreak,
            strong
        case other
    }

    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    /// What the node is. The type of a table is known by its name only; a footnote has none in cmark 0.29.
    var type: NodeType {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_FOOTNOTE_DEFINITION: .footnote
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_STRONG: .strong
        default: String(cString: cmark_node_get_type_string(pointer)) == "table" ? .table : .other
        }
    }

    /// Whether the node holds other blocks.
    var isContainer: Bool {
        switch type {
        case .list, .item, .quote, .footnote: true
        default: false
        }
    }

    /// The first line, 1-based in the parsed text.
    ///
    /// cmark (0.29.0.gfm.6) gives a paragraph that a table interrupts no line, and the table that of the paragraph. The
    /// paragraph's is taken from the table then, and the table's from its end: it has a line for each row, and one for the
    /// rule under the first.
    var startLine: Int {
        switch type {
        case .table: max(ownStartLine, endLine - children.count)
        case .paragraph where ownStartLine == 0: max(1, next?.ownStartLine ?? 1)
        default: max(1, ownStartLine)
        }
    }
    /// The first line as cmark has it.
    private var ownStartLine: Int { Int(cmark_node_get_start_line(pointer)) }
    /// The first byte in its line, 1-based.
    var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
    /// The last line as cmark has it, 0 for a paragraph that a table interrupts. `MarkdownLines` mends it.
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    /// A heading's level, 1…6.
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    /// Whether an item's list is numbered.
    var isNumberedItem: Bool { cmark_node_get_list_type(cmark_node_parent(pointer)) == CMARK_ORDERED_LIST }
    /// Whether the task of a list's item is done; nil for an item that is none.
    var isDone: Bool? {
        guard type == .item, String(cString: cmark_node_get_type_string(pointer)) == "tasklist" else {
            return nil
        }
        return cmark_gfm_extensions_get_tasklist_item_checked(pointer)
    }
    /// The text of a text, code or HTML node.
    var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
    /// Where a link or an image leads, references resolved.
    var address: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
    /// What a link or an image shows when it is pointed at; empty for nothing.
    var title: String { cmark_node_get_title(pointer).map { String(cString: $0) } ?? "" }
    /// What stands behind the fence of a code block; empty for nothing.
    var fenceInfo: String { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }
    /// The first node inside, if any.
    var firstChild: MarkdownNode? { cmark_node_first_child(pointer).map(MarkdownNode.init) }
    /// The node after this one, if any.
    var next: MarkdownNode? { cmark_node_next(pointer).map(MarkdownNode.init) }

    /// The nodes inside, one level down, in cmark's order.
    var children: [MarkdownNode] {
        var children: [MarkdownNode] = []
        var next = firstChild
        while let child = next {
            children.append(child)
            next = child.next
        }
        return children
    }
}
