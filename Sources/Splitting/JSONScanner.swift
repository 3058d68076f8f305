/// Reads JSON texts exactly as RFC 8259 has them, without making values of them.
///
/// Does not recurse: no nesting is too deep. O(bytes). Whether the bytes are UTF-8 is not looked at.
struct JSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let end: Int
    /// Where the next byte to read stands.
    var position: Int
    /// For each open container whether it is an object.
    private var containers: [Bool] = []

    /// A string's content between its quotes.
    struct Text {
        let range: Range<Int>
        let hasEscapes: Bool
    }

    /// What a value is.
    enum Value {
        case string(Text)
        case number(Range<Int>)
        case null
        /// true or false.
        case flag(Range<Int>)
        /// An object or a list.
        case container(Range<Int>)
    }

    /// Makes a scanner of the bytes in `range`.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "the range lies in the bytes")
        self.bytes = bytes
        (position, end) = (range.lowerBound, range.upperBound)
    }

    /// Whether all bytes are read.
    var isAtEnd: Bool { position == end }

    /// The next byte; nil at the end.
    @inline(__always)
    var next: UInt8? { position < end ? bytes[position] : nil }

    /// Passes over JSON's white space.
    @inline(__always)
    mutating func skipSpace() {
        while position < end {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    /// Passes over `byte` if it comes next.
    @inline(__always)
    mutating func skip(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    /// Passes over the value that begins here; nil where it is none.
    mutating func value() -> Value? {
        let start = position
        return switch next {
        case UInt8(ascii: "\""): string().map(Value.string)
        case UInt8(ascii: "{"), UInt8(ascii: "["): container() ? .container(start..<position) : nil
        case UInt8(ascii: "t"): word("true") ? .flag(start..<position) : nil
        case UInt8(ascii: "f"): word("false") ? .flag(start..<position) : nil
        case UInt8(ascii: "n"): word("null") ? .null : nil
        default: number().map(Value.number)
        }
    }

    /// Passes over the string that begins here; nil where it is none.
    mutating func string() -> Text? {
        guard skip(UInt8(ascii: "\"")) else { return nil }
        let start = position
        var hasEscapes = false
        while let (at, byte) = nextStringBreak() {
            position = at
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return Text(range: start..<at, hasEscapes: hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                guard skipEscape() else { return nil }
            default: return nil
            }
        }
        return nil
    }

    /// The next byte that ends a run of plain ones in a string, and where it stands.
    @inline(__always)
    private func nextStringBreak() -> (at: Int, byte: UInt8)? {
        var at = position
        while at + 8 <= end {
            if let offset = ByteWord(bytes, at).firstStringBreak { return (at + offset, bytes[at + offset]) }
            at += 8
        }
        while at < end {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return (at, byte) }
            at += 1
        }
        return nil
    }

    private mutating func skipEscape() -> Bool {
        guard position + 1 < end else { return false }
        switch bytes[position + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 2
        case UInt8(ascii: "u"):
            guard position + 6 <= end, (2..<6).allSatisfy({ JSONText.digit(bytes[position + $0]) != nil })
            else { return false }
            position += 6
        default: return false
        }
        return true
    }

    private mutating func word(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= end,
            (0..<count).allSatisfy({ bytes[position + $0] == text.utf8Start[$0] })
        else { return false }
        position += count
        return true
    }

    private mutating func number() -> Range<Int>? {
        let start = position
        _ = skip(UInt8(ascii: "-"))
        if !skip(UInt8(ascii: "0")), !skipDigits() { return nil }
        if skip(UInt8(ascii: ".")), !skipDigits() { return nil }
        if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
            if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
            if !skipDigits() { return nil }
        }
        return start..<position
    }

    /// Passes over digits; false where there is none.
    private mutating func skipDigits() -> Bool {
        let start = position
        while let byte = next, byte &- 0x30 < 10 { position += 1 }
        return position > start
    }

    /// Passes over an object or list and all that is in it.
    private mutating func container() -> Bool {
        containers.removeAll(keepingCapacity: true)
        openContainer()
        var isFresh = true
        while let isObject = containers.last {
            skipSpace()
            if skip(UInt8(ascii: isObject ? "}" : "]")) {
                containers.removeLast()
                isFresh = false
                continue
            }
            if !isFresh {
                guard skip(UInt8(ascii: ",")) else { return false }
                skipSpace()
            }
            if isObject, !name() { return false }
            isFresh = next == UInt8(ascii: "{") || next == UInt8(ascii: "[")
            if isFresh {
                openContainer()
            } else if value() == nil {
                return false
            }
        }
        return true
    }

    private mutating func openContainer() {
        containers.append(bytes[position] == UInt8(ascii: "{"))
        position += 1
    }

    /// Passes over a member's name and colon, to its value.
    private mutating func name() -> Bool {
        guard string() != nil else { return false }
        skipSpace()
        guard skip(UInt8(ascii: ":")) else { return false }
        skipSpace()
        return true
    }
}
