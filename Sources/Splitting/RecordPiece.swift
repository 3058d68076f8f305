internal import Reading

/// Some records of a file, cut at their borders. Each record is a section of one paragraph.
public struct RecordPiece: Sendable {
    /// The document's index and path.
    let document: Int
    let path: String
    /// The records are `bytes[range]`.
    let bytes: [UInt8]
    let range: Range<Int>
    /// The line that the range begins on, 1-based.
    let firstLine: Int
    let layout: RecordLayout
    let end: End
    /// What is wrong with the file from here on.
    let fault: SkipReason?
    /// What the texts are written in.
    var textFormat = TextFormat.plain
    /// What they were taken for, in the first piece of a file that was looked at.
    var choice: TextFormatChoice?

    /// What the range ends with.
    enum End: Equatable {
        /// A record's end, with others to come.
        case border
        /// The last record's end.
        case last
        /// Wherever the bytes came to an end before their time: a last record that is broken is no news.
        case cutOff
    }

    /// The sections of the piece's records, and what is none. Blank lines are neither. O(bytes).
    ///
    /// - Parameter end: only records that begin before this place in `bytes` are read; nil reads all.
    func split(_ fields: RecordFields, before end: Int? = nil) -> SplitSections {
        var reader = RecordPieceReader(piece: self, readingBefore: end ?? range.upperBound)
        bytes.withUnsafeBufferPointer { bytes in
            switch layout {
            case .lines: reader.readLines(bytes, fields)
            case .list(let isBegun): reader.readList(bytes, fields, isBegun: isBegun)
            case .table(let columns, let separator): reader.readTable(bytes, columns, separator)
            }
        }
        if let fault { reader.skipped.append(SkippedInput(path: path, reason: fault)) }
        let use = RecordFieldUse(document: document, fields: fields.texts, seen: reader.seenTexts)
        return SplitSections(
            sections: reader.sections, skipped: reader.skipped, textFormats: choice.map { [$0] } ?? [],
            fieldUses: reader.sections.isEmpty || fields.texts.count == 1 ? [] : [use])
    }
}

/// How records stand in a piece.
enum RecordLayout: Sendable, Equatable {
    /// A JSON value a line.
    case lines
    /// JSON values with commas between them; `isBegun` where others came before.
    case list(isBegun: Bool)
    /// Rows of separated values.
    case table(CSVColumns, separator: UInt8)
}
