/// Where the nodes of a `MarkdownTree` begin and end.
///
/// cmark's own last lines are wrong for some kinds of block (0.29.0.gfm.6): a paragraph that a table interrupts has none,
/// an underlined heading ends a line late, an HTML block that its end tag closes a line early; an item, a quote and indented
/// code take in the blank lines that follow.
struct MarkdownLines {
    let source: SourceText
    /// What is added to cmark's lines.
    let offset: Int

    /// The first line of each of `nodes`, which are siblings in the order of the text: each after the one before, the first
    /// not before `first`. Where a node's own line is not, a parser's fault, it is taken to begin right after the one before.
    func starts(of nodes: [MarkdownNode], from first: Int) -> [Int] {
        var next = first
        return nodes.map { node in
            let start = max(next, offset + node.startLine)
            next = start + 1
            return start
        }
    }

    /// The lines of `node`, which begins at `start`, that are not blank, none after `last`; nil where it has none. A line
    /// of no-break spaces is a paragraph to CommonMark, and nothing to a reader.
    func lines(of node: MarkdownNode, from start: Int, through last: Int) -> ClosedRange<Int>? {
        source.linesWithText(start, min(max(start, offset + end(of: node)), last))
    }

    private func end(of node: MarkdownNode) -> Int {
        switch node.type {
        case .heading:
            // Only an underlined heading has several lines. `BoundedMarkdown` ends in a blank line, so that there is
            // always a line on which cmark closes it.
            return max(node.startLine, node.endLine - 1)
        case .htmlBlock:
            return node.startLine + node.literal.utf8.count { $0 == 0x0A } - 1
        case .paragraph where node.endLine == 0:
            return node.next.map { $0.startLine - 1 } ?? node.startLine
        default:
            return node.endLine
        }
    }
}
