internal import Reading

/// Collects what one piece holds.
struct RecordPieceReader {
    let piece: RecordPiece
    private(set) var sections: [Section] = []
    var skipped: [SkippedInput] = []
    /// Which fields of the text a record had, where several make it up.
    private(set) var seenTexts: [Bool] = []
    /// Records that begin here or later are not read.
    private let readEnd: Int

    init(piece: RecordPiece, readingBefore end: Int) {
        self.piece = piece
        readEnd = end
    }

    /// Reads a record a line.
    mutating func readLines(_ bytes: UnsafeBufferPointer<UInt8>, _ fields: RecordFields) {
        let end = piece.range.upperBound
        var records = JSONRecords(bytes, piece.range, fields: fields)
        defer { seenTexts = records.seenTexts }
        var (line, start) = (piece.firstLine, piece.range.lowerBound)
        while start < end, start < readEnd {
            let lineEnd = bytes.firstIndex(of: 0x0A, in: start..<end) ?? end
            if !Self.isBlank(bytes[start..<lineEnd]) {
                add(line...line, isLast: lineEnd == end) { () throws(RecordFailure) in
                    try records.record(in: start..<lineEnd)
                }
            }
            (line, start) = (line + 1, lineEnd + 1)
        }
    }

    /// Reads the elements of a JSON list.
    mutating func readList(
        _ bytes: UnsafeBufferPointer<UInt8>, _ fields: RecordFields, isBegun: Bool
    ) {
        let end = piece.range.upperBound
        var records = JSONRecords(bytes, piece.range, fields: fields)
        defer { seenTexts = records.seenTexts }
        var (line, start, needsElement) = (piece.firstLine, piece.range.lowerBound, isBegun)
        while start < end || needsElement && piece.end == .last {
            let first = bytes[start..<end].firstIndex { !Self.isSpace($0) } ?? end
            if first == end, !needsElement || piece.end != .last { return }
            if first >= readEnd, readEnd < end { return }
            line += bytes.lineEnds(in: start..<first, countingReturns: false)
            let found = records.end(ofElementAt: first)
            let isElement = found.map { $0.end == end || bytes[$0.end] == UInt8(ascii: ",") } ?? false
            let elementEnd = isElement ? found?.end ?? end : Self.border(bytes, from: first, end)
            let lastLine =
                line
                + bytes.lineEnds(in: first..<Self.trimmed(bytes, first..<elementEnd), countingReturns: false)
            add(line...lastLine, isLast: elementEnd == end) { () throws(RecordFailure) in
                guard isElement, let found else { throw RecordFailure(fault: .notJSON) }
                return try records.record(first..<elementEnd, isObject: found.isObject)
            }
            line += bytes.lineEnds(in: first..<elementEnd, countingReturns: false)
            needsElement = elementEnd < end
            start = elementEnd + 1
        }
    }

    /// Reads rows of separated values.
    mutating func readTable(
        _ bytes: UnsafeBufferPointer<UInt8>, _ columns: CSVColumns, _ separator: UInt8
    ) {
        let part = UnsafeBufferPointer(rebasing: bytes[..<piece.range.upperBound])
        seenTexts = columns.seenTexts
        var rows = CSVRows(part, at: piece.range.lowerBound, separator: separator)
        var line = piece.firstLine
        while rows.position < readEnd, let row = rows.next() {
            let lastLine = line + part.lineEnds(in: row.range, countingReturns: true)
            if !rows.isBlank {
                add(line...lastLine, isLast: !row.hasLineEnd) { () throws(RecordFailure) in
                    try columns.record(row, in: rows, part)
                }
            }
            line = lastLine + 1
        }
    }

    /// Adds a record, or says what is wrong with it.
    private mutating func add(
        _ lines: ClosedRange<Int>, isLast: Bool, _ record: () throws(RecordFailure) -> Record
    ) {
        do throws(RecordFailure) {
            sections.append(
                try record().section(
                    document: piece.document, startLine: lines.lowerBound, endLine: lines.upperBound,
                    format: piece.textFormat))
        } catch {
            if isLast, piece.end == .cutOff { return }
            skipped.append(
                SkippedInput(
                    path: piece.path, reason: .brokenRecord(line: lines.lowerBound, fault: error.fault)))
        }
    }

    /// Where the element that begins at `start` ends, broken as it is.
    private static func border(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ end: Int) -> Int {
        var list = JSONList(UnsafeBufferPointer(rebasing: bytes[..<end]), at: start)
        return if case .comma(let at) = list.nextBorder() { at } else { end }
    }

    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        (bytes[range].lastIndex { !isSpace($0) } ?? range.lowerBound - 1) + 1
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private static func isBlank(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        line.allSatisfy(isSpace)
    }
}
