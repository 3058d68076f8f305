/// A paragraph, list item, code block, table, quote or the like, with what it holds.
public struct Block: Sendable, Equatable {
    /// What a block is.
    public enum Kind: Sendable, Equatable {
        /// A heading of level 1…6 that opens no section.
        case heading(level: Int)
        /// A paragraph.
        case paragraph
        /// An item of a list, numbered or not.
        case listItem(isNumbered: Bool)
        /// A fenced or indented code block.
        case code
        /// A table.
        case table
        /// A block quote.
        case quote
        /// Raw HTML, comments included.
        case html
        /// The text of a footnote.
        case footnote
        /// A horizontal rule.
        case thematicBreak
        /// Lines that Markdown shows nowhere: link reference definitions, footnotes that nothing refers to.
        case definition
        /// YAML or TOML between rules at the start of a document.
        case frontMatter
    }

    /// What the block is.
    public let kind: Kind
    /// The first line, 1-based.
    public let startLine: Int
    /// The last line, 1-based and inclusive.
    public let endLine: Int
    /// The block's own text without mark-up, without that of `children`; code as it stands.
    public let text: String
    /// The bold words that the block begins with, without a colon after them.
    public let label: String?
    /// What a reader can reach from the block's own text, in reading order.
    public let targets: [Target]
    /// The blocks inside: an item's further paragraphs and nested items, a quote's content.
    public let children: [Block]
    /// The block's lines verbatim.
    public let source: Substring

    /// Makes a block.
    public init(
        kind: Kind, startLine: Int, endLine: Int, text: String, label: String? = nil, targets: [Target] = [],
        children: [Block] = [], source: Substring
    ) {
        self.kind = kind
        self.startLine = startLine
        self.endLine = endLine
        self.text = text
        self.label = label
        self.targets = targets
        self.children = children
        self.source = source
    }

    /// Whether the block says something to a reader; rules, definitions and front matter do not.
    public var isContent: Bool {
        switch kind {
        case .thematicBreak, .definition, .frontMatter: false
        case .html: !text.isEmpty
        default: true
        }
    }

    /// Whether the block, or one inside, has words; an image without a caption has none.
    public var hasText: Bool {
        isContent && (!text.isEmpty || children.contains(where: \.hasText))
    }

    /// The texts of the block and of all blocks inside, in reading order; code only where asked for.
    public func texts(includingCode: Bool) -> [String] {
        guard isContent, includingCode || kind != .code else { return [] }
        return (text.isEmpty ? [] : [text]) + children.flatMap { $0.texts(includingCode: includingCode) }
    }

    /// What `texts` lists, where the block has no children; nil where it has.
    func onlyText(includingCode: Bool) -> String? {
        guard children.isEmpty else { return nil }
        return isContent && (includingCode || kind != .code) ? text : ""
    }
}
