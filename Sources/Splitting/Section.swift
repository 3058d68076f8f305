/// A heading and the blocks under it, down to the next heading that opens a section.
public struct Section: Sendable, Equatable {
    /// Which document the section stands in: an index in the list of documents.
    public let document: Int
    /// The id of the record that the section is, if it is one and has one.
    public let key: String?
    /// The heading's text without mark-up and without its numbering; empty where there is no heading.
    public let heading: String
    /// The heading's own numbering without the punctuation after it ("12", "三", "Q7", "第3章"), if any.
    public let number: String?
    /// The headings that the section lies under, outermost first, its own last. Without a heading of its own: empty.
    public let headingPath: [String]
    /// What a reader can reach from the heading's text.
    public let headingTargets: [Target]
    /// The heading's level, 1…6; 0 for front matter's title and for text without a heading.
    public let level: Int
    /// The first line, 1-based: the heading's.
    public let startLine: Int
    /// The last line that is not blank, 1-based and inclusive.
    public let endLine: Int
    /// The last line of the heading: `startLine`, or the line under it for a setext heading. `startLine - 1`
    /// where there is no heading.
    public let headingEndLine: Int
    /// What stands under the heading, in reading order. Every line of the section that is not blank belongs to the
    /// heading or to exactly one of these.
    public let blocks: [Block]
    /// Whether the next section of the document lies below this one.
    public let hasSubsections: Bool
    /// The section's lines verbatim, heading included.
    public let source: Substring

    /// Makes a section.
    public init(
        document: Int, key: String? = nil, heading: String, number: String?, headingPath: [String],
        headingTargets: [Target] = [], level: Int, startLine: Int,
        endLine: Int, headingEndLine: Int, blocks: [Block], hasSubsections: Bool, source: Substring
    ) {
        self.document = document
        self.key = key
        self.heading = heading
        self.number = number
        self.headingPath = headingPath
        self.headingTargets = headingTargets
        self.level = level
        self.startLine = startLine
        self.endLine = endLine
        self.headingEndLine = headingEndLine
        self.blocks = blocks
        self.hasSubsections = hasSubsections
        self.source = source
    }

    /// The section's text without mark-up and without its heading: a line per block.
    public func text(includingCode: Bool) -> String {
        // Most records are one block, whose text is neither copied nor put into a list.
        if blocks.count == 1, let text = blocks[0].onlyText(includingCode: includingCode) { return text }
        return blocks.flatMap { $0.texts(includingCode: includingCode) }.joined(separator: "\n")
    }

    /// Whether anything under the heading has words.
    public var hasText: Bool { blocks.contains(where: \.hasText) }

    /// Whether the section is only a heading over other sections: it says nothing of its own.
    public var isOnlyAHeadingOverOthers: Bool {
        hasSubsections && !blocks.contains(where: \.isContent)
    }

    /// The heading's lines as they stand; empty without any. O(its length).
    package var headingSource: Substring {
        guard headingEndLine >= startLine else { return source.prefix(0) }
        var (end, lines) = (source.startIndex, headingEndLine - startLine + 1)
        while let lineEnd = source.utf8[end...].firstIndex(of: UInt8(ascii: "\n")) {
            lines -= 1
            if lines == 0 { return source[..<lineEnd] }
            end = source.utf8.index(after: lineEnd)
        }
        return source
    }

    /// The section with all that stands under its heading as one paragraph, line for line.
    package var inOneBlock: Section {
        guard blocks.count > 1 else { return self }
        let first = max(headingEndLine + 1, startLine)
        let rest = source.lines.dropFirst(first - startLine)
        let blank = rest.prefix { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }.count
        guard let start = rest.dropFirst(blank).first?.startIndex else { return self }
        let lines = source[start...]
        let block = Block(
            kind: .paragraph, startLine: first + blank, endLine: endLine,
            text: text(includingCode: true), source: lines)
        return Section(
            document: document, key: key, heading: heading, number: number, headingPath: headingPath,
            headingTargets: headingTargets, level: level, startLine: startLine, endLine: endLine,
            headingEndLine: headingEndLine,
            blocks: [block], hasSubsections: hasSubsections, source: source)
    }
}
