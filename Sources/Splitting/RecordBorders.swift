internal import Reading

/// A piece of a record file, in bytes from where the last one ended.
struct RecordCut {
    /// The records; possibly none.
    let records: Range<Int>
    /// Where the next piece begins.
    let end: Int
    var layout = RecordLayout.lines
    var ending = RecordPiece.End.last
    /// What is wrong with the file.
    var fault: SkipReason?
}

/// Finds where records end, each format in its own way: at every LF, at the rows' ends, at the commas of the outermost list.
///
/// Cutting happens on one thread at a time, so it looks no closer than it must.
struct RecordBorders {
    private let format: DocumentFormat
    private let fields: RecordFields
    /// Known once the header is read.
    private var columns: CSVColumns?
    private var list = ListState.before

    /// How far a JSON list has been read.
    private enum ListState {
        case before
        case inside(isBegun: Bool)
        case after
    }

    /// Makes a finder for a file that has not been read.
    init(format: DocumentFormat, fields: RecordFields) {
        self.format = format
        self.fields = fields
    }

    /// Whether a CR alone ends a line.
    var countsReturns: Bool { format == .csv || format == .tsv }

    /// The longest piece of whole records that `bytes` begin with; nil where there is none.
    ///
    /// - Parameters:
    ///   - line: the line that the bytes begin on.
    ///   - end: how the file ends with these bytes; nil where more are to come.
    mutating func cut(
        _ bytes: UnsafeBufferPointer<UInt8>, line: Int, end: RecordPiece.End?
    ) -> RecordCut? {
        switch format {
        case .json: listCut(bytes, line, end)
        case .csv: tableCut(bytes, line, end, separator: UInt8(ascii: ","))
        case .tsv: tableCut(bytes, line, end, separator: UInt8(ascii: "\t"))
        case .jsonLines, .markdown, .plainText: lineCut(bytes, end)
        }
    }

    private func lineCut(_ bytes: UnsafeBufferPointer<UInt8>, _ end: RecordPiece.End?) -> RecordCut? {
        if let end {
            return bytes.isEmpty
                ? nil : RecordCut(records: 0..<bytes.count, end: bytes.count, ending: end)
        }
        guard let last = bytes.lastIndex(of: 0x0A) else { return nil }
        return RecordCut(records: 0..<last + 1, end: last + 1, ending: .border)
    }
}

// Separated values.
extension RecordBorders {
    private mutating func tableCut(
        _ bytes: UnsafeBufferPointer<UInt8>, _ line: Int, _ end: RecordPiece.End?, separator: UInt8
    ) -> RecordCut? {
        var rows = CSVRows(bytes, at: 0, separator: separator)
        if columns == nil {
            do throws(SkipReason) {
                guard let found = try header(&rows, bytes, line, end) else { return nil }
                columns = found
            } catch {
                return RecordCut(records: 0..<0, end: bytes.count, fault: error)
            }
        }
        guard let columns else { return nil }
        let start = rows.position
        var last = start
        if end == .last {
            last = bytes.count
        } else {
            while let row = rows.next() {
                if Self.isWhole(row, rows, bytes, end) { last = rows.position }
            }
        }
        guard last > 0 || end != nil && !bytes.isEmpty else { return nil }
        return RecordCut(
            records: start..<last, end: end == nil ? last : bytes.count,
            layout: .table(columns, separator: separator), ending: end ?? .border)
    }

    /// The columns that the first row names that is not blank; nil where there is none yet.
    private func header(
        _ rows: inout CSVRows, _ bytes: UnsafeBufferPointer<UInt8>, _ line: Int, _ end: RecordPiece.End?
    ) throws(SkipReason) -> CSVColumns? {
        while let row = rows.next() {
            guard end == .last || Self.isWhole(row, rows, bytes, end) else { return nil }
            if rows.isBlank { continue }
            let line = line + bytes.lineEnds(in: 0..<row.range.lowerBound, countingReturns: true)
            if let fault = row.fault { throw .brokenHeader(line: line, fault: fault) }
            if let at = UTF8Check.firstFault(in: bytes, row.range) {
                let fault = RecordFault.notUTF8(byteOffset: at - row.range.lowerBound, byte: bytes[at])
                throw .brokenHeader(line: line, fault: fault)
            }
            return try CSVColumns(header: rows.values.map(rows.text), fields: fields)
        }
        return nil
    }

    /// Whether the row read last is all there: an LF may follow a CR that stands last.
    private static func isWhole(
        _ row: CSVRows.Row, _ rows: CSVRows, _ bytes: UnsafeBufferPointer<UInt8>, _ end: RecordPiece.End?
    ) -> Bool {
        row.hasLineEnd && (end != nil || rows.position < bytes.count || bytes.last == 0x0A)
    }
}

// A JSON list.
extension RecordBorders {
    private mutating func listCut(
        _ bytes: UnsafeBufferPointer<UInt8>, _ line: Int, _ end: RecordPiece.End?
    ) -> RecordCut? {
        let first = bytes.firstIndex { !Self.isSpace($0) }
        switch list {
        case .before:
            guard let first else { return nil }
            guard bytes[first] == UInt8(ascii: "[") else {
                let line = Self.line(of: first, in: bytes, line)
                return RecordCut(records: 0..<0, end: bytes.count, fault: .notAList(line: line))
            }
            return elementsCut(bytes, from: first + 1, line, end, isBegun: false)
        case .inside(let isBegun): return elementsCut(bytes, from: 0, line, end, isBegun: isBegun)
        case .after:
            guard let first else {
                return bytes.isEmpty || end != nil
                    ? nil : RecordCut(records: 0..<0, end: bytes.count, ending: .border)
            }
            let line = Self.line(of: first, in: bytes, line)
            return RecordCut(records: 0..<0, end: bytes.count, fault: .textAfterList(line: line))
        }
    }

    private mutating func elementsCut(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ line: Int, _ end: RecordPiece.End?,
        isBegun: Bool
    ) -> RecordCut? {
        let layout = RecordLayout.list(isBegun: isBegun)
        var elements = JSONList(bytes, at: start)
        var last = start
        while let border = elements.nextBorder() {
            switch border {
            case .comma(let at): last = at + 1
            case .closing(let at):
                list = .after
                return RecordCut(records: start..<at, end: at + 1, layout: layout)
            }
        }
        if end != nil {
            let open = bytes[last...].firstIndex { !Self.isSpace($0) } ?? bytes.count
            return RecordCut(
                records: start..<bytes.count, end: bytes.count, layout: layout, ending: .cutOff,
                fault: end == .cutOff ? nil : .endlessList(line: Self.line(of: open, in: bytes, line)))
        }
        guard last > start else { return nil }
        list = .inside(isBegun: true)
        return RecordCut(records: start..<last, end: last, layout: layout, ending: .border)
    }

    private static func line(of at: Int, in bytes: UnsafeBufferPointer<UInt8>, _ line: Int) -> Int {
        line + bytes.lineEnds(in: 0..<at, countingReturns: false)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
