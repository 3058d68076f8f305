internal import CCMarkGFM

/// A Markdown text parsed by cmark-gfm, with tables, task lists and footnotes.
///
/// Strikethrough and autolinks are left out on purpose: those extensions write to a table that all parsers of the
/// process share while they run, so that documents parsed side by side would disturb each other. `PlainText`
/// takes the tildes out, and a bare link's text is the link.
final class MarkdownTree {
    private let document: OpaquePointer?
    /// The blocks at the top, in the order of their lines.
    let topLevel: [MarkdownNode]
    /// The footnotes that stand inside other blocks, in the order of their lines: cmark moves all to the end of
    /// the document.
    private let nestedFootnotes: [MarkdownNode]
    /// What the footnotes say.
    let notes: Notes

    private static let extensionsAreRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    /// The version of cmark-gfm that is loaded: its numbers from the highest byte down.
    static var parserVersion: Int { Int(cmark_version()) }

    init(_ markdown: BoundedMarkdown) {
        precondition(Self.extensionsAreRegistered)
        guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES) else {
            preconditionFailure("cmark has no parser to give")
        }
        defer { cmark_parser_free(parser) }
        for name in markdown.mayHoldTables ? ["table", "tasklist"] : ["tasklist"] {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        markdown.bytes.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                if let base = characters.baseAddress { cmark_parser_feed(parser, base, characters.count) }
            }
        }
        document = cmark_parser_finish(parser)
        let unsorted = document.map { MarkdownNode($0).children } ?? []
        notes = Notes(unsorted.filter { $0.type == .footnote })
        let nodes = Self.sorted(unsorted)
        topLevel = Self.withoutNestedFootnotes(nodes)
        let top = Set(topLevel.map(\.pointer))
        nestedFootnotes = nodes.filter { !top.contains($0.pointer) }
    }

    /// The text of the whole document; footnotes stand at its end.
    var text: String { content.text }

    /// The text of the whole document, and what can be reached from it.
    var content: (text: String, targets: [Target]) {
        document.map { PlainText.content(of: MarkdownNode($0), notes: notes) } ?? ("", [])
    }

    deinit {
        if let document { cmark_node_free(document) }
    }

    /// The nodes inside `node`, one level down, in the order of their lines, footnotes back in their places.
    func children(of node: MarkdownNode) -> [MarkdownNode] {
        guard !nestedFootnotes.isEmpty, node.isContainer else { return node.children }
        let start = nestedFootnotes.partitioningIndex { Self.standsBefore(node, $0) }
        let footnotes = nestedFootnotes[start...].prefix { $0.startLine <= node.endLine }
        guard !footnotes.isEmpty else { return node.children }
        return Self.withoutNestedFootnotes(Self.sorted(node.children + footnotes))
    }

    private static func standsBefore(_ a: MarkdownNode, _ b: MarkdownNode) -> Bool {
        (a.startLine, a.startColumn) < (b.startLine, b.startColumn)
    }

    /// `nodes` in the order of their lines; those that begin at one place in that of the list.
    private static func sorted(_ nodes: [MarkdownNode]) -> [MarkdownNode] {
        let keys = nodes.map { ($0.startLine, $0.startColumn) }
        return nodes.indices.sorted { (keys[$0].0, keys[$0].1, $0) < (keys[$1].0, keys[$1].1, $1) }.map {
            nodes[$0]
        }
    }

    /// `nodes`, which are in order, without the footnotes on the lines of a container among them.
    private static func withoutNestedFootnotes(_ nodes: [MarkdownNode]) -> [MarkdownNode] {
        var lastLine = 0
        return nodes.filter { node in
            if node.type == .footnote, node.startLine <= lastLine { return false }
            if node.isContainer { lastLine = max(lastLine, node.endLine) }
            return true
        }
    }
}

extension Array {
    /// The index of the first element that satisfies `predicate`, where all after it do too; O(log count).
    fileprivate func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if predicate(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
