/// Reads the blocks of Markdown text, headings among them, each with its lines.
///
/// Lines that no block of cmark's holds are given to a block of their own: nothing of the text is lost.
struct MarkdownBlocks {
    private let source: SourceText
    private let tree: MarkdownTree
    private let lines: MarkdownLines

    /// Blocks nested deeper than this are given as text of the block that holds them. Real documents nest a dozen
    /// deep; hostile ones would exhaust the stack.
    static let deepestNesting = 48

    /// The top-level blocks of the lines `first ... last`, items of lists one by one, in the order of their lines.
    static func blocks(of source: SourceText, from first: Int, through last: Int) -> [Block] {
        guard let range = source.linesWithText(first, last) else { return [] }
        let (first, last) = (range.lowerBound, range.upperBound)
        let tree = MarkdownTree(BoundedMarkdown(source.lines(first, last)))
        return withExtendedLifetime(tree) {
            let lines = MarkdownLines(source: source, offset: first - 1)
            let reader = MarkdownBlocks(source: source, tree: tree, lines: lines)
            let blocks = reader.blocks(of: tree.topLevel, in: first...last, depth: 0)
            return UnclaimedLines(source: source).filled(blocks, from: first, through: last)
        }
    }

    private func blocks(of nodes: [MarkdownNode], in lines: ClosedRange<Int>, depth: Int) -> [Block] {
        let nodes = nodes.flatMap { $0.type == .list ? tree.children(of: $0) : [$0] }
        let starts = self.lines.starts(of: nodes, from: lines.lowerBound)
        return nodes.indices.compactMap { index in
            let limit = index + 1 < nodes.count ? starts[index + 1] - 1 : lines.upperBound
            return block(
                nodes[index], from: starts[index], through: min(limit, lines.upperBound), depth: depth)
        }
    }

    private func block(_ node: MarkdownNode, from first: Int, through last: Int, depth: Int) -> Block? {
        guard let kind = Self.kind(of: node), let range = lines.lines(of: node, from: first, through: last)
        else { return nil }
        let content = content(of: node, isDeepest: depth == Self.deepestNesting)
        let words = content.textNode.map { PlainText.content(of: $0, notes: tree.notes) }
        let text = words?.text ?? ""
        return Block(
            kind: kind, startLine: range.lowerBound, endLine: range.upperBound,
            text: node.type == .heading
                ? HeadingWords.of(text, writtenAs: source.lines(range.lowerBound, range.upperBound)) : text,
            label: content.textNode.flatMap(BoldLabel.of),
            targets: (node.isDone.map { [Target(kind: .task, value: $0 ? "[x]" : "[ ]")] } ?? [])
                + (words?.targets ?? []),
            children: blocks(of: content.inner, in: range, depth: depth + 1),
            source: source.lines(range.lowerBound, range.upperBound))
    }

    /// The node that gives a block's own text, and the nodes that give the blocks inside. An item's and a footnote's
    /// first paragraph is its own text.
    private func content(
        of node: MarkdownNode, isDeepest: Bool
    ) -> (textNode: MarkdownNode?, inner: [MarkdownNode]) {
        guard node.isContainer, !isDeepest else { return (node, []) }
        let inner = tree.children(of: node)
        guard node.type != .quote, let first = inner.first, first.type == .paragraph else {
            return (nil, inner)
        }
        return (first, Array(inner.dropFirst()))
    }

    private static func kind(of node: MarkdownNode) -> Block.Kind? {
        switch node.type {
        case .paragraph: .paragraph
        case .heading: .heading(level: node.headingLevel)
        case .item: .listItem(isNumbered: node.isNumberedItem)
        case .codeBlock: .code
        case .table: .table
        case .quote: .quote
        case .htmlBlock: .html
        case .footnote: .footnote
        case .thematicBreak: .thematicBreak
        case .list, .strong, .other: nil
        }
    }
}
