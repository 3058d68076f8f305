internal import Reading

/// Cuts the bytes of a record file, as they come in, into pieces of whole records.
///
/// Memory: one piece, and the record that the last one broke off in; a piece grows only for a record that is larger.
struct RecordPieces {
    private let document: Int
    private let path: String
    private let format: DocumentFormat
    private let stream: ByteStream
    private let fields: RecordFields
    private let sizes: RecordPieceSizes
    private var borders: RecordBorders
    /// What was read and stands in no piece yet, the line it begins on, and how many bytes were before it.
    private var rest: [UInt8] = []
    private var line = 1
    private var offset = 0
    private var isFinished = false
    /// What the texts are written in; nil until the first records have been looked at.
    private var textFormat: TextFormat?
    /// Pieces that were read for a look, the next one last.
    private var readAhead: [RecordPiece] = []

    /// Opens the file.
    init(
        of source: RecordSource, document: Int, path: String, format: DocumentFormat,
        settings: SplittingSettings, sizes: RecordPieceSizes
    ) {
        (self.document, self.path, self.format, self.sizes) = (document, path, format, sizes)
        (fields, textFormat) = (settings.recordFields, settings.textFormat)
        stream = source.open()
        borders = RecordBorders(format: format, fields: fields)
    }

    /// The next piece; nil at the end. It may hold nothing but a fault.
    mutating func next() -> RecordPiece? {
        if textFormat == nil { settleTextFormat() }
        guard var piece = readAhead.popLast() ?? nextCut() else { return nil }
        piece.textFormat = textFormat ?? .plain
        return piece
    }

    /// Has the records that begin in the first bytes of the file decide what all its texts are written in. Where pieces end does not
    /// matter, as records begin where they do.
    private mutating func settleTextFormat() {
        var sample = TextFormatSample()
        while case let end = TextFormatSample.sampledBytes - offset, end > 0, let piece = nextCut() {
            for section in piece.split(fields, before: end).sections where section.hasText {
                sample.add(String(section.source))
            }
            readAhead.append(piece)
        }
        let choice = sample.choice(document: document)
        textFormat = choice.format
        readAhead.reverse()
        if let last = readAhead.indices.last, choice.recordCount > 0 { readAhead[last].choice = choice }
    }

    /// The next piece as it is cut.
    private mutating func nextCut() -> RecordPiece? {
        while !isFinished {
            let isAtEnd = fill()
            let end: RecordPiece.End? = !isAtEnd ? nil : stream.fault == nil ? .last : .cutOff
            let cut = rest.withUnsafeBufferPointer { borders.cut($0, line: line, end: end) }
            if let cut {
                isFinished = cut.fault != nil || isAtEnd && cut.end == rest.count
                return piece(cut, fault: cut.fault ?? (isFinished ? stream.fault : nil))
            }
            if isAtEnd {
                isFinished = true
                return stream.fault.map { faultPiece($0) }
            }
            if rest.count >= sizes.largestRecordBytes { return pieceOfEndlessRecord() }
        }
        return nil
    }

    /// Reads behind the rest, up to the size of a piece or as much again as there is; gives whether that was all.
    private mutating func fill() -> Bool {
        let (old, stream) = (rest, stream)
        let size = max(sizes.pieceBytes, 2 * old.count)
        rest = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = old.count
            _ = buffer.initialize(fromContentsOf: old)
            count += stream.read(
                into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[count...])))
        }
        return rest.count < size
    }

    /// Takes a piece off the rest.
    private mutating func piece(_ cut: RecordCut, fault: SkipReason?) -> RecordPiece {
        let begins = rest.withUnsafeBufferPointer {
            let before = $0.lineEnds(
                in: 0..<cut.records.lowerBound, countingReturns: borders.countsReturns)
            let inside = $0.lineEnds(
                in: cut.records.lowerBound..<cut.end, countingReturns: borders.countsReturns)
            return (piece: line + before, next: line + before + inside)
        }
        let piece = RecordPiece(
            document: document, path: path, bytes: rest, range: cut.records, firstLine: begins.piece,
            layout: cut.layout, end: cut.ending, fault: fault)
        line = begins.next
        removeFromRest(cut.end)
        return piece
    }

    private mutating func removeFromRest(_ count: Int) {
        offset += count
        rest = Array(rest[count...])
    }

    private func faultPiece(_ fault: SkipReason) -> RecordPiece {
        RecordPiece(
            document: document, path: path, bytes: [], range: 0..<0, firstLine: line, layout: .lines,
            end: .last, fault: fault)
    }

    /// Gives up a record that is too large: among lines only that one, elsewhere the rest of the file, as it may be a quote
    /// too many that makes one record of it.
    private mutating func pieceOfEndlessRecord() -> RecordPiece {
        let limit = sizes.largestRecordBytes
        guard format == .jsonLines else {
            isFinished = true
            let begin = rest.firstIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? 0
            let before = rest.withUnsafeBufferPointer {
                $0.lineEnds(in: 0..<begin, countingReturns: borders.countsReturns)
            }
            return faultPiece(.endlessRecord(line: line + before, limitBytes: limit))
        }
        let piece = faultPiece(.brokenRecord(line: line, fault: .tooLarge(limitBytes: limit)))
        var lineEnd: Int?
        while lineEnd == nil, !isFinished {
            removeFromRest(rest.count)
            let isAtEnd = fill()
            lineEnd = rest.firstIndex(of: 0x0A)
            isFinished = isAtEnd && lineEnd == nil
        }
        removeFromRest(lineEnd.map { $0 + 1 } ?? rest.count)
        line += 1
        return piece
    }
}

/// How much of a record file stands in memory at a time.
struct RecordPieceSizes: Sendable, Equatable {
    /// How many bytes a piece has: enough work for a thread to fetch, and in a processor's cache when it is parsed.
    var pieceBytes = 1 << 20

    /// The size above which something is no record: an eighth of the memory of a machine with 4 GiB, and a thousand long
    /// novels.
    var largestRecordBytes = 1 << 29
}
