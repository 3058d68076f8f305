/// Reads the blocks of Markdown text, headings among them, each with its lines.
///
/// Start lines come from cmark. Its end lines are wrong for some blocks, so an end is never beyond the next block's
/// start, and lines that no block holds are given to a block of their own: nothing of the text is lost.
struct MarkdownBlocks {
    private let source: SourceText
    /// What is added to cmark's lines.
    private let lineOffset: Int

    /// Blocks nested deeper than this are given as text of the block that holds them. Real documents nest a dozen
    /// deep; hostile ones would exhaust the stack.
    static let deepestNesting = 48

    /// The top-level blocks of the lines `first ... last`, items of lists one by one, in the order of their lines.
    static func blocks(of source: SourceText, from first: Int, through last: Int) -> [Block] {
        guard first <= last else { return [] }
        let tree = MarkdownTree(source.lines(first, last))
        return withExtendedLifetime(tree) {
            let reader = MarkdownBlocks(source: source, lineOffset: first - 1)
            let blocks = reader.blocks(of: tree.topLevel, through: last, depth: 0)
            return UnclaimedLines(source: source).filled(blocks, from: first, through: last)
        }
    }

    private func blocks(of nodes: [MarkdownNode], through last: Int, depth: Int) -> [Block] {
        let nodes = nodes.flatMap { $0.type == "list" ? $0.children : [$0] }
        var blocks: [Block] = []
        for (index, node) in nodes.enumerated() {
            let limit = index + 1 < nodes.count ? start(of: nodes[index + 1]) - 1 : last
            if let block = block(node, through: max(limit, start(of: node)), depth: depth) {
                blocks.append(block)
            }
        }
        return blocks
    }

    private func start(of node: MarkdownNode) -> Int { node.startLine + lineOffset }

    private func block(_ node: MarkdownNode, through last: Int, depth: Int) -> Block? {
        guard let kind = kind(of: node) else { return nil }
        let start = start(of: node)
        let end = min(max(lastLine(of: node, kind: kind), start), last)
        // A line of no-break spaces is a paragraph to CommonMark, and nothing to a reader.
        if kind == .paragraph, (start...end).allSatisfy(source.isBlank) { return nil }
        var inner = node.children
        var text = ""
        var label: String?
        switch kind {
        case .listItem, .quote, .footnote:
            if depth == Self.deepestNesting {
                (text, inner) = (PlainText.of(node), [])
            } else if kind != .quote, let first = inner.first, first.type == "paragraph" {
                (text, label) = (PlainText.of(first), BoldLabel.of(first))
                inner.removeFirst()
            }
        default:
            (text, label) = (PlainText.of(node), BoldLabel.of(node))
            inner = []
        }
        return Block(
            kind: kind, startLine: start, endLine: end, text: text, label: label,
            children: blocks(of: inner, through: end, depth: depth + 1), source: source.lines(start, end))
    }

    private func kind(of node: MarkdownNode) -> Block.Kind? {
        switch node.type {
        case "paragraph": .paragraph
        case "heading": .heading(level: node.headingLevel)
        case "item", "tasklist": .listItem(isNumbered: node.isNumberedItem)
        case "code_block": .code
        case "table": .table
        case "block_quote": .quote
        case "html_block": .html
        case "footnote_definition": .footnote
        case "thematic_break": .thematicBreak
        default: nil
        }
    }

    /// The last line of a node: a container's is that of what stands last in it.
    private func lastLine(of node: MarkdownNode, kind: Block.Kind) -> Int {
        if case .heading = kind { return headingEnd(start: start(of: node)) }
        var innermost = node
        while ["item", "tasklist", "block_quote", "list", "footnote_definition"].contains(innermost.type),
            let child = innermost.lastChild
        {
            innermost = child
        }
        return innermost.endLine + lineOffset
    }

    /// A heading without `#` is a setext heading: it ends at the line of = or - under it.
    private func headingEnd(start: Int) -> Int {
        guard start <= source.lineCount else { return start }
        let first = source.line(start).drop { $0 == " " || $0 == ">" || $0 == "\t" }
        guard first.first != "#" else { return start }
        for line in start..<source.lineCount + 1 where line > start {
            let text = source.line(line).drop { $0 == " " || $0 == ">" || $0 == "\t" }
            guard let mark = text.first else { return start }
            if mark == "=" || mark == "-", text.allSatisfy({ $0 == mark || $0 == " " || $0 == "\t" }) {
                return line
            }
        }
        return start
    }
}
