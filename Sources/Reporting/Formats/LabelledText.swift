internal import Splitting

/// A block's text and what in it names labels: its definitions, and the runs of words that references can stand in.
struct LabelledText {
    /// The definition of a link's or footnote's label.
    struct Definition: Equatable {
        /// The place of the label.
        let place: LabelPlace
        /// The label as it is spelled, white space collapsed.
        let spelling: String
        /// The bytes that say what it means.
        let meaning: Range<Int>
        /// The address in these, without angle brackets; nil for a footnote.
        let address: Range<Int>?
    }

    /// The text.
    let bytes: [UInt8]
    /// The definitions in it, in order.
    private(set) var definitions: [Definition] = []
    /// The bytes that are read as inline Markdown, a range for each paragraph, cell row or the like.
    private(set) var inlines: [Range<Int>] = []

    /// The bytes of raw HTML, a range for each run of lines.
    private(set) var markup: [Range<Int>] = []

    private let kind: Block.Kind
    /// The lines that begin a block inside, and those of code and raw HTML; 0 is the text's first.
    private let starts: Set<Int>
    private let codeLines: Set<Int>
    private let htmlLines: Set<Int>

    /// Reads `text`: the words of `block` as the outline has them, line for line.
    init(_ text: String, of block: Block) {
        bytes = Array(text.utf8)
        kind = block.kind
        var lines = MarkedLines()
        lines.mark(block, offset: block.startLine)
        (starts, codeLines, htmlLines) = (lines.starts, lines.code, lines.html)
        read()
    }

    /// Reads the words of a heading.
    init(heading: String) {
        self.init(
            heading,
            of: Block(kind: .heading(level: 1), startLine: 1, endLine: 1, text: "", source: heading[...]))
    }

    /// The text with what `edits` put in; they do not overlap.
    func edited(_ edits: [TextEdit]) -> String {
        guard !edits.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
        return String(decoding: TextEdit.apply(edits, to: bytes), as: UTF8.self)
    }

    /// The places that name labels for which `isDefined` holds, in order.
    func places(isDefined: (String) -> Bool) -> [LabelPlace] {
        let uses = inlines.flatMap { LabelUses.places(in: bytes, $0, isDefined: isDefined).labels }
        let defined = definitions.map(\.place).filter { isDefined($0.label) }
        return (uses + defined).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Where the addresses of links, images, definitions and tags stand, in order.
    ///
    /// - Parameter isDefined: whether the document defines a label: brackets around a link are only brackets.
    func addresses(isDefined: (String) -> Bool) -> [AddressPlace] {
        let uses = inlines.flatMap { LabelUses.places(in: bytes, $0, isDefined: isDefined).addresses }
        let defined = definitions.compactMap(\.address).map { AddressPlace(range: $0, isInTag: false) }
        let inMarkup = markup.flatMap { AddressPlace.inTags(of: bytes, $0) }
        return (uses + defined + inMarkup).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The lines of a block by what is in them; 0 is the text's first.
    private struct MarkedLines {
        var starts: Set<Int> = [0]
        var code: Set<Int> = []
        var html: Set<Int> = []

        mutating func mark(_ block: Block, offset: Int) {
            let lines = block.startLine - offset...max(block.startLine, block.endLine) - offset
            starts.insert(lines.lowerBound)
            switch block.kind {
            case .html:
                code.formUnion(lines)
                html.formUnion(lines)
            case .code, .frontMatter, .thematicBreak: code.formUnion(lines)
            case .table: starts.formUnion(lines)
            default: for child in block.children { mark(child, offset: offset) }
            }
        }
    }

    /// Goes through the lines. A link's definition stands where a paragraph could begin, a footnote's anywhere.
    private mutating func read() {
        var inline: Range<Int>?
        var definitionEnd = 0
        for (number, line) in lines.enumerated() where line.upperBound > definitionEnd || line.isEmpty {
            let isStart = starts.contains(number)
            let start = contentStart(of: line, isStart: isStart)
            if codeLines.contains(number) || start == line.upperBound || isStart {
                if let inline { inlines.append(inline) }
                inline = nil
            }
            if htmlLines.contains(number) { addMarkup(line) }
            if codeLines.contains(number) || start == line.upperBound { continue }
            guard
                let (definition, end) = definition(at: start, canBeLink: inline == nil || kind == .definition)
            else {
                inline = (inline?.lowerBound ?? afterTaskBox(start, isStart: isStart))..<line.upperBound
                continue
            }
            if let inline { inlines.append(inline) }
            let isFootnote = MarkdownLabel.isFootnote(definition.place.label)
            inline = isFootnote ? definition.place.range.upperBound + 2..<line.upperBound : nil
            definitionEnd = isFootnote ? 0 : end
            definitions.append(definition)
        }
        if let inline { inlines.append(inline) }
    }

    private mutating func addMarkup(_ line: Range<Int>) {
        if let last = markup.last, last.upperBound + 1 == line.lowerBound {
            markup[markup.count - 1] = last.lowerBound..<line.upperBound
        } else {
            markup.append(line)
        }
    }

    /// The ranges of the lines, without their ends.
    private var lines: [Range<Int>] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { $0.startIndex..<$0.endIndex }
    }

    /// Where the words of a line begin, behind its indentation, quote signs and, where a block begins, list marker.
    private func contentStart(of line: Range<Int>, isStart: Bool) -> Int {
        var index = line.lowerBound
        while index < line.upperBound, bytes[index] == UInt8(ascii: ">") || InlineSpan.isSpace(bytes[index]) {
            index += 1
        }
        guard isStart, kind != .table else { return index }
        var marker = index
        while marker < line.upperBound, (0x30...0x39).contains(bytes[marker]) { marker += 1 }
        let signs = marker == index ? "-*+" : ".)"
        guard marker + 1 < line.upperBound, signs.utf8.contains(bytes[marker]), bytes[marker + 1] == 0x20
        else {
            return index
        }
        return InlineSpan.afterSpace(bytes, from: marker + 1, to: line.upperBound)
    }

    /// Behind the box of a task at `start`: "[x]" names no label there.
    private func afterTaskBox(_ start: Int, isStart: Bool) -> Int {
        guard isStart, start + 3 < bytes.count, bytes[start] == UInt8(ascii: "["),
            " xX".utf8.contains(bytes[start + 1]), bytes[start + 2] == UInt8(ascii: "]"),
            InlineSpan.isSpace(bytes[start + 3]),
            kind == .listItem(isNumbered: false) || kind == .listItem(isNumbered: true) || kind == .quote
        else { return start }
        return start + 3
    }

    /// The definition whose first bracket stands at `start`, and where it ends.
    private func definition(at start: Int, canBeLink: Bool) -> (Definition, end: Int)? {
        guard holdsDefinitions, looksLikeDefinition(at: start),
            let range = MarkdownLabel.content(of: bytes, from: start, to: bytes.count),
            let label = MarkdownLabel.label(bytes, range)
        else { return nil }
        let isFootnote = MarkdownLabel.isFootnote(label)
        guard isFootnote || canBeLink else { return nil }
        let rest = range.upperBound + 2
        guard let end = isFootnote ? footnoteEnd(rest) : linkEnd(rest) else { return nil }
        return (
            Definition(
                place: LabelPlace(form: .named, label: label, range: range), spelling: words(range),
                meaning: rest..<end, address: isFootnote ? nil : address(rest)),
            end
        )
    }

    private var holdsDefinitions: Bool {
        switch kind {
        case .heading, .table: false
        default: true
        }
    }

    private func words(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self).onOneLine
    }

    private func address(_ start: Int) -> Range<Int> {
        let first = InlineSpan.afterSpace(bytes, from: start, to: bytes.count)
        let end = InlineSpan.endOfAddress(bytes, from: first, to: bytes.count) ?? first
        return InlineSpan.inAngles(bytes, first..<end)
    }

    /// A footnote runs to the next definition, or to the end of the block.
    private func footnoteEnd(_ start: Int) -> Int {
        var end = lineEnd(start)
        guard kind == .definition || kind == .footnote else { return end }
        while end < bytes.count, !looksLikeDefinition(at: end + 1) { end = lineEnd(end + 1) }
        return end
    }

    private func looksLikeDefinition(at start: Int) -> Bool {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "["),
            let range = MarkdownLabel.content(of: bytes, from: start, to: bytes.count)
        else { return false }
        return range.upperBound + 1 < bytes.count && bytes[range.upperBound + 1] == UInt8(ascii: ":")
    }

    /// A link's definition is an address, perhaps on the next line, and perhaps a title behind it.
    private func linkEnd(_ start: Int) -> Int? {
        let address = InlineSpan.afterSpace(bytes, from: start, to: bytes.count)
        guard address < bytes.count,
            let behind = InlineSpan.endOfAddress(bytes, from: address, to: bytes.count)
        else { return nil }
        let title = InlineSpan.afterSpace(bytes, from: behind, to: bytes.count)
        let end = lineEnd(behind)
        guard title < bytes.count, let closing = InlineSpan.titleEnd(bytes[title]) else {
            return title >= end ? end : nil
        }
        let closed = bytes[(title + 1)...].firstIndex(of: closing).map { $0 + 1 }
        if let closed, InlineSpan.afterSpace(bytes, from: closed, to: bytes.count) >= lineEnd(closed) {
            return lineEnd(closed)
        }
        return title > end ? end : nil
    }

    private func lineEnd(_ start: Int) -> Int {
        bytes[min(start, bytes.count)...].firstIndex(of: 0x0A) ?? bytes.count
    }
}
