/// Where the nodes of a `MarkdownTree` begin and end.
///
/// cmark's own lines are wrong for some kinds of block (0.29.0.gfm.6): a table interrupting a paragraph begins where
/// the paragraph does, and the paragraph at line 0; an underlined heading ends a line late, an HTML block that its
/// end tag closes a line early; an item, a quote and indented code take in the blank lines that follow.
struct MarkdownLines {
    let source: SourceText
    /// What is added to cmark's lines.
    let offset: Int

    /// The first line of `node` in the source.
    func start(of node: MarkdownNode) -> Int { offset + startInTree(of: node) }

    /// The lines of `node` that are not blank, none after `last`; nil where it has none. A line of no-break spaces
    /// is a paragraph to CommonMark, and nothing to a reader.
    func lines(of node: MarkdownNode, through last: Int) -> ClosedRange<Int>? {
        let start = start(of: node)
        return source.linesWithText(start, min(max(start, offset + endInTree(of: node)), last))
    }

    private func startInTree(of node: MarkdownNode) -> Int {
        if node.type == .table {
            // A line for each row, and one for the rule under the first.
            return max(node.startLine, node.endLine - node.children.count)
        }
        if node.startLine == 0, let table = node.next { return table.startLine }
        return max(1, node.startLine)
    }

    private func endInTree(of node: MarkdownNode) -> Int {
        switch node.type {
        case .heading:
            // Only an underlined heading has several lines. `BoundedMarkdown` ends in a blank line, so that there is
            // always a line on which cmark closes it.
            return max(node.startLine, node.endLine - 1)
        case .htmlBlock:
            return node.startLine + node.literal.utf8.count { $0 == 0x0A } - 1
        case .paragraph where node.startLine == 0:
            return node.next.map { startInTree(of: $0) - 1 } ?? 1
        default:
            return node.endLine
        }
    }
}
