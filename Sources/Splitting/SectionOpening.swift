/// A block that may open a section although it is no heading: its first lines as the heading, and what is left of it.
struct SectionOpening {
    /// What the heading is written as.
    enum Form: Equatable {
        /// A heading in a list item, with its level.
        case listedHeading(level: Int, isNumbered: Bool)
        /// The first lines of a list item.
        case listItem
        /// A paragraph, or its first line, in bold.
        case bold
        /// `<summary>`.
        case summary
        /// `<h1>` to `<h6>`, with its level.
        case tag(level: Int)
        /// A line that an expression matches.
        case line
    }

    let form: Form
    /// The heading's lines.
    let lines: ClosedRange<Int>
    /// The heading's words, with the number of a list item in front.
    let text: String
    /// What stands above the heading in the block: the end of the section before.
    var above: [Block] = []
    /// What follows the heading in the block.
    let rest: [Block]

    /// Whether the words ask, or name a question.
    var asks: Bool { TitleWords.asks(text[...]) }
    /// Whether the words begin with a number, or with a word for a question.
    var isNumbered: Bool { HeadingNumber(of: text) != nil || TitleWords.questionWord(of: text[...]) != nil }

    /// The heading as a block.
    func heading(level: Int, in source: SourceText) -> Block {
        Block(
            kind: .heading(level: level), startLine: lines.lowerBound, endLine: lines.upperBound, text: text,
            source: source.lines(lines.lowerBound, lines.upperBound))
    }
}

/// Finds what may open sections among the blocks of Markdown.
struct SectionOpenings {
    let source: SourceText
    let rule: SplitRule
    private let pattern: LinePattern?

    init(source: SourceText, rule: SplitRule) {
        (self.source, self.rule) = (source, rule)
        if case .pattern(let text) = rule { pattern = LinePattern(text) } else { pattern = nil }
    }

    /// What a block may open; nil for nothing.
    func opening(of block: Block) -> SectionOpening? {
        if let pattern, pattern.matches(source.line(block.startLine)), let opening = matched(block) {
            return opening
        }
        return switch block.kind {
        case .listItem(let isNumbered): listItem(block, isNumbered: isNumbered)
        case .paragraph: rule == .auto || rule == .bold ? bold(block) : nil
        case .html: tag(block)
        default: nil
        }
    }

    // MARK: List items

    private func listItem(_ block: Block, isNumbered: Bool) -> SectionOpening? {
        let number = isNumbered ? Self.number(of: block.source) : ""
        if let heading = block.children.first, case .heading(let level) = heading.kind,
            heading.startLine == block.startLine, !heading.text.isEmpty
        {
            return SectionOpening(
                form: .listedHeading(level: level, isNumbered: isNumbered),
                lines: heading.startLine...heading.endLine,
                text: number + heading.text,
                rest: rest(of: block, behind: heading.endLine, Array(block.children.dropFirst())))
        }
        guard rule == .list, !block.text.isEmpty else { return nil }
        let last = block.children.first.map { $0.startLine - 1 } ?? block.endLine
        guard let lines = source.linesWithText(block.startLine, last) else { return nil }
        return SectionOpening(
            form: .listItem, lines: lines, text: number + block.text,
            rest: rest(of: block, behind: lines.upperBound, block.children))
    }

    /// "12. " for an item that begins with `12.` or `12)`.
    private static func number(of item: Substring) -> String {
        let digits = item.utf8.drop { $0 == 0x20 || $0 == 0x09 }.prefix { (0x30...0x39).contains($0) }
        return digits.isEmpty ? "" : String(decoding: digits, as: UTF8.self) + ". "
    }

    private func rest(of block: Block, behind line: Int, _ children: [Block]) -> [Block] {
        UnclaimedLines(source: source).filled(children, from: line + 1, through: block.endLine)
    }

    // MARK: Paragraphs

    private func bold(_ block: Block) -> SectionOpening? {
        guard let label = block.label else { return nil }
        if block.text == label {
            return SectionOpening(form: .bold, lines: block.startLine...block.endLine, text: label, rest: [])
        }
        let first = source.line(block.startLine)
        guard Self.isBold(first) || TitleWords.isQuestionLabel(label[...]) else { return nil }
        return line(block.startLine, of: block, form: .bold)
    }

    /// Whether a line is in bold as a whole, but for a break behind it.
    private static func isBold(_ line: Substring) -> Bool {
        var bytes = line.utf8[...]
        while let last = bytes.last, last == 0x20 || last == 0x09 || last == UInt8(ascii: "\\") {
            bytes.removeLast()
        }
        bytes = bytes.drop { $0 == 0x20 }
        let stars: [UInt8] = [UInt8(ascii: "*"), UInt8(ascii: "*")]
        guard bytes.count > 4, bytes.starts(with: stars), bytes.suffix(2).elementsEqual(stars) else {
            return false
        }
        let inner = bytes.dropFirst(2).dropLast(2)
        guard let last = inner.last, last != UInt8(ascii: ":"), !inner.suffix(3).elementsEqual("：".utf8)
        else {
            return false
        }
        return !zip(inner, inner.dropFirst()).contains { $0 == UInt8(ascii: "*") && $1 == UInt8(ascii: "*") }
    }

    /// An opening whose heading is one line of a paragraph or the like; what follows it is read anew.
    private func line(_ line: Int, of block: Block, form: SectionOpening.Form) -> SectionOpening? {
        guard let words = MarkdownBlocks.blocks(of: source, from: line, through: line).first,
            !words.text.isEmpty
        else {
            return nil
        }
        let number =
            if case .listItem(isNumbered: true) = words.kind { Self.number(of: words.source) } else { "" }
        return SectionOpening(
            form: form, lines: line...line, text: number + words.text,
            rest: MarkdownBlocks.blocks(of: source, from: line + 1, through: block.endLine))
    }

    /// The opening of a block whose first line an expression matches.
    private func matched(_ block: Block) -> SectionOpening? {
        let found: SectionOpening?
        switch block.kind {
        case .listItem(let isNumbered):
            found = Self(source: source, rule: .list).listItem(block, isNumbered: isNumbered)
        case .html: found = tag(block)
        case .paragraph: return line(block.startLine, of: block, form: .line)
        default: return nil
        }
        return found.map {
            SectionOpening(form: .line, lines: $0.lines, text: $0.text, above: $0.above, rest: $0.rest)
        }
    }

    // MARK: HTML

    private func tag(_ block: Block) -> SectionOpening? {
        guard let element = LeadingElement(block.source), !element.text.isEmpty else { return nil }
        let form: SectionOpening.Form
        switch element.kind {
        case .heading(let level): form = .tag(level: level)
        case .summary: form = .summary
        }
        let last = block.startLine + element.lineCount - 1
        let lines = source.lines(last + 1, block.endLine)
        let rest = source.linesWithText(last + 1, block.endLine).map { html($0, text: String(lines)) }
        let first = block.startLine + element.closingLineCount
        let above = source.linesWithText(block.startLine, first - 1).map { html($0, text: "") }
        return SectionOpening(
            form: form, lines: first...last, text: element.text, above: above.map { [$0] } ?? [],
            rest: rest.map { [$0] } ?? [])
    }

    /// Lines of a block of raw HTML as a block of their own.
    private func html(_ lines: ClosedRange<Int>, text: String) -> Block {
        Block(
            kind: .html, startLine: lines.lowerBound, endLine: lines.upperBound,
            text: HTMLText.withoutTags(text), source: source.lines(lines.lowerBound, lines.upperBound))
    }
}
