import Reading

@testable import Splitting

/// The sections of Markdown text.
func sections(ofMarkdown text: String, splitLevel: Int = 6, splitRule: SplitRule = .auto) -> [Section] {
    sections(of: text, format: .markdown, splitLevel: splitLevel, splitRule: splitRule)
}

/// The sections of plain text.
func sections(ofPlainText text: String) -> [Section] { sections(of: text, format: .plainText) }

/// The sections of a document that holds `text`.
func sections(
    of text: String, format: DocumentFormat, splitLevel: Int = 6, splitRule: SplitRule = .auto
) -> [Section] {
    let document = Document(path: "a", format: format, text: text)
    return Splitter(settings: SplittingSettings(splitLevel: splitLevel, splitRule: splitRule)).sections(
        of: document, index: 0)
}

/// The blocks of Markdown text without headings.
func blocks(of text: String) -> [Block] { sections(ofMarkdown: text).flatMap(\.blocks) }

/// What a block is and which lines it takes: `listItem 3-4`.
func shape(of block: Block) -> String {
    let name =
        switch block.kind {
        case .heading(let level): "heading\(level)"
        case .listItem(let isNumbered): isNumbered ? "numberedItem" : "item"
        default: "\(block.kind)"
        }
    let lines =
        block.startLine == block.endLine ? "\(block.startLine)" : "\(block.startLine)-\(block.endLine)"
    return "\(name) \(lines)"
}

/// The shapes of the blocks in `text`, those inside others indented under them.
func outline(of text: String) -> [String] { outline(of: blocks(of: text)) }

/// The shapes of `blocks`, those inside others indented under them.
func outline(of blocks: [Block]) -> [String] {
    blocks.flatMap { [shape(of: $0)] + outline(of: $0.children).map { "  " + $0 } }
}

/// What a record file that holds `text` is split into, read in pieces of `pieceBytes`.
func records(
    of text: String, _ format: DocumentFormat, fields: RecordFields = RecordFields(),
    textFormat: TextFormat? = .plain, pieceBytes: Int = 1 << 20, largestRecordBytes: Int = 1 << 29
) -> SplitSections {
    records(
        of: Array(text.utf8), format, fields: fields, textFormat: textFormat, pieceBytes: pieceBytes,
        largestRecordBytes: largestRecordBytes)
}

/// What a record file of these bytes is split into, read in pieces of `pieceBytes`.
func records(
    of bytes: [UInt8], _ format: DocumentFormat, fields: RecordFields = RecordFields(),
    textFormat: TextFormat? = .plain, pieceBytes: Int = 1 << 20, largestRecordBytes: Int = 1 << 29
) -> SplitSections {
    let document = Document(path: "r", format: format, records: RecordSource(bytes: bytes))
    let sizes = RecordPieceSizes(pieceBytes: pieceBytes, largestRecordBytes: largestRecordBytes)
    let settings = SplittingSettings(recordFields: fields, textFormat: textFormat)
    let splitter = Splitter(settings: settings)
    let pieces = SplittingPieces(of: [document], settings: settings, sizes: sizes)
    return SplitSections(sequence(state: pieces) { $0.next() }.map { splitter.split($0) })
}

/// A section of a record in short: its lines, key, heading and text.
func line(of section: Section) -> String {
    let lines = "\(section.startLine)-\(section.endLine)"
    return "\(lines) \(section.key ?? "nil") \(section.heading): \(section.text(includingCode: true))"
}
