internal import Reading

/// Reads rows of separated values as RFC 4180 has them: a value between quotes may hold separators, line breaks and doubled
/// quotes. Beyond it, a row may end in LF or CR alone, and a quote inside a value that begins without one is a character
/// like others.
struct CSVRows {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let separator: UInt8
    /// Where the next row begins.
    private(set) var position: Int
    /// The values of the last row.
    private(set) var values: [Value] = []

    /// Where a value stands, without the quotes around it.
    struct Value {
        let range: Range<Int>
        let isQuoted: Bool
    }

    /// A row, without its line end.
    struct Row {
        let range: Range<Int>
        /// Whether a line end follows, and not the end of the bytes.
        let hasLineEnd: Bool
        let fault: RecordFault?
    }

    /// Makes a reader that begins at a row.
    init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int, separator: UInt8) {
        self.bytes = bytes
        self.position = position
        self.separator = separator
    }

    /// The next row; nil at the end of the bytes.
    mutating func next() -> Row? {
        guard position < bytes.count else { return nil }
        let start = position
        var fault: RecordFault?
        values.removeAll(keepingCapacity: true)
        repeat {
            if let found = readValue() { fault = fault ?? found }
        } while skip(separator)
        let end = position
        let hasLineEnd = skipLineEnd()
        return Row(range: start..<end, hasLineEnd: hasLineEnd, fault: fault)
    }

    /// Whether the last row holds nothing: a single value of white space without quotes.
    var isBlank: Bool {
        guard values.count == 1, let value = values.first, !value.isQuoted else { return false }
        return bytes[value.range].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// The text of a value of the last row, which is UTF-8: doubled quotes become one, line ends LF.
    func text(of value: Value) -> String {
        let raw = UnsafeBufferPointer(rebasing: bytes[value.range])
        guard value.isQuoted,
            raw.firstIndex(of: UInt8(ascii: "\""), in: 0..<raw.count) != nil
                || raw.firstIndex(of: 0x0D, in: 0..<raw.count) != nil
        else { return String(decoding: raw, as: UTF8.self) }
        var (text, previous): ([UInt8], UInt8?) = ([], nil)
        text.reserveCapacity(raw.count)
        for byte in raw {
            let isSecond = byte == UInt8(ascii: "\"") && previous == byte || byte == 0x0A && previous == 0x0D
            if !isSecond { text.append(byte == 0x0D ? 0x0A : byte) }
            // The second of two quotes does not begin a further pair.
            previous = isSecond ? nil : byte
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipLineEnd() -> Bool {
        let hasReturn = skip(0x0D)
        return skip(0x0A) || hasReturn
    }

    /// Reads up to the separator or line end after a value.
    private mutating func readValue() -> RecordFault? {
        guard skip(UInt8(ascii: "\"")) else {
            let start = position
            skipPlain()
            values.append(Value(range: start..<position, isQuoted: false))
            return nil
        }
        let start = position
        while let quote = bytes.firstIndex(of: UInt8(ascii: "\""), in: position..<bytes.count) {
            position = quote + 1
            if skip(UInt8(ascii: "\"")) { continue }
            values.append(Value(range: start..<quote, isQuoted: true))
            skipPlain()
            return position == quote + 1 ? nil : .textAfterQuote
        }
        position = bytes.count
        return .unclosedQuote
    }

    private mutating func skipPlain() {
        while position < bytes.count, case let byte = bytes[position],
            byte != separator, byte != 0x0A, byte != 0x0D
        {
            position += 1
        }
    }
}
