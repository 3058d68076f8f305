public import Reading

/// Splits documents into sections.
public struct Splitter: Sendable {
    private let settings: SplittingSettings

    /// Makes a splitter.
    public init(settings: SplittingSettings = SplittingSettings()) {
        self.settings = settings
    }

    /// The version of the parser of Markdown: another one may split a document in other places.
    package static var parserVersion: Int { MarkdownTree.parserVersion }

    /// The sections of `document` in reading order; none where it holds nothing but white space.
    ///
    /// Every line that is not blank belongs to exactly one section, and in it to the heading or to one block. Time
    /// is linear in the text for all but contrived Markdown. What is no record in a record file is in no section;
    /// `split(_:)` says which.
    ///
    /// - Parameter index: the document's index in the list of documents.
    public func sections(of document: Document, index: Int) -> [Section] {
        if document.format.holdsRecords {
            var pieces = SplittingPieces(of: [document], first: index, settings: settings)
            var sections: [Section] = []
            while let piece = pieces.next() { sections += split(piece).sections }
            return sections
        }
        let source = SourceText(document.text)
        guard source.lineCount > 0 else { return [] }
        let frontMatter = document.format == .markdown ? FrontMatter(of: source) : nil
        let first = (frontMatter?.endLine ?? 0) + 1
        let blocks = MarkdownBlocks.blocks(of: source, from: first, through: source.lineCount)
        var assembly = SectionAssembly(source: source, document: index, splitLevel: settings.splitLevel)
        if let frontMatter { assembly.open(frontMatter, in: source) }
        if document.format == .plainText, !Self.usesMarkdownHeadings(blocks) {
            for block in blocksUnderTitles(of: source) { assembly.add(block) }
        } else {
            let opened = OpenedSections(
                blocks, source: source, rule: settings.splitRule, splitLevel: settings.splitLevel)
            for part in opened.withHeadings() { assembly.add(part.block, mayOpen: part.mayOpen) }
        }
        return assembly.finished()
    }

    /// The parts of the documents that can be split apart, in reading order. Record files are read as they are asked for.
    public func pieces(of documents: [Document]) -> SplittingPieces {
        SplittingPieces(of: documents, settings: settings)
    }

    /// The sections of a piece, and what is no section in it.
    public func split(_ piece: SplittingPiece) -> SplitSections {
        switch piece {
        case .document(let document, let index):
            return SplitSections(sections: sections(of: document, index: index), skipped: [])
        case .records(let records): return records.split(settings.recordFields)
        }
    }

    /// Whether a plain text's headings are Markdown's: any with `#`, or one underlined line. A paragraph of several
    /// lines above a rule is none.
    private static func usesMarkdownHeadings(_ blocks: [Block]) -> Bool {
        blocks.contains { block in
            if case .heading = block.kind { block.endLine - block.startLine <= 1 } else { false }
        }
    }

    /// The lines of a plain text without headings that begin like titles, have text under them, and are none; in order, 1-based.
    package func linesLikeTitles(of document: Document) -> [Int] {
        guard document.format == .plainText, settings.splitRule == .auto else { return [] }
        let source = SourceText(document.text)
        guard source.lineCount > 0 else { return [] }
        let lines = NumberedTitles(of: source).linesLikeTitles
        guard !lines.isEmpty else { return [] }
        let blocks = MarkdownBlocks.blocks(of: source, from: 1, through: source.lineCount)
        return Self.usesMarkdownHeadings(blocks) ? [] : lines
    }

    /// The titles of a plain text: the lines that a pattern matches, or else those that are numbered.
    private func titles(of source: SourceText) -> [NumberedTitles.Title] {
        guard case .pattern(let text) = settings.splitRule, let pattern = LinePattern(text) else {
            return NumberedTitles(of: source).titles
        }
        return (1..<source.lineCount + 1).filter { !source.isBlank($0) && pattern.matches(source.line($0)) }
            .map { NumberedTitles.Title(line: $0, level: 1) }
    }

    /// The blocks of a plain text, its titles as headings.
    private func blocksUnderTitles(of source: SourceText) -> [Block] {
        let titles = titles(of: source)
        var blocks = MarkdownBlocks.blocks(
            of: source, from: 1, through: (titles.first?.line ?? source.lineCount + 1) - 1
        ).map(Self.asText)
        for (index, title) in titles.enumerated() {
            let last = index + 1 < titles.count ? titles[index + 1].line - 1 : source.lineCount
            let line = source.line(title.line)
            blocks.append(
                Block(
                    kind: .heading(level: title.level), startLine: title.line, endLine: title.line,
                    text: Self.words(ofTitle: String(line)),
                    source: line))
            blocks += MarkdownBlocks.blocks(of: source, from: title.line + 1, through: last).map(Self.asText)
        }
        return blocks
    }

    /// A title with a space behind its number, so that "3.js" is read as numbered: other lines are.
    private static func words(ofTitle line: String) -> String {
        guard HeadingNumber(of: line) == nil, let number = HeadingNumber(of: line, isInRun: true) else {
            return line
        }
        return "\(number.text). \(number.rest)"
    }

    /// A block that Markdown takes for a heading is a paragraph in a plain text without headings.
    private static func asText(_ block: Block) -> Block {
        guard case .heading = block.kind else { return block }
        return Block(
            kind: .paragraph, startLine: block.startLine, endLine: block.endLine, text: block.text,
            label: block.label, source: block.source)
    }
}
