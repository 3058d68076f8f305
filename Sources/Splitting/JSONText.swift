/// Makes text of what stands between the quotes of a JSON string.
struct JSONText {
    /// Working memory, kept from one string to the next.
    private var buffer: [UInt8] = []

    /// The text; nil where the bytes are not UTF-8. Half a surrogate pair becomes U+FFFD, as no text can hold it.
    mutating func text(of string: JSONScanner.Text, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let raw = UnsafeBufferPointer(rebasing: bytes[string.range])
        guard string.hasEscapes else { return String(validating: raw, as: UTF8.self) }
        unescape(raw)
        return buffer.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) }
    }

    /// Whether the text is `name`.
    mutating func isEqual(
        _ string: JSONScanner.Text, in bytes: UnsafeBufferPointer<UInt8>, to name: [UInt8]
    ) -> Bool {
        let raw = UnsafeBufferPointer(rebasing: bytes[string.range])
        guard string.hasEscapes else { return raw.elementsEqual(name) }
        unescape(raw)
        return buffer == name
    }

    /// The value of a hexadecimal digit.
    static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x41 + 10)
        case 0x61...0x66: UInt32(byte - 0x61 + 10)
        default: nil
        }
    }

    /// Fills the buffer. The scanner has seen that every escape is one.
    private mutating func unescape(_ raw: UnsafeBufferPointer<UInt8>) {
        buffer.removeAll(keepingCapacity: true)
        var at = 0
        while let backslash = raw.firstIndex(of: UInt8(ascii: "\\"), in: at..<raw.count) {
            buffer.append(contentsOf: UnsafeBufferPointer(rebasing: raw[at..<backslash]))
            at = backslash + 2
            switch raw[backslash + 1] {
            case UInt8(ascii: "b"): buffer.append(0x08)
            case UInt8(ascii: "f"): buffer.append(0x0C)
            case UInt8(ascii: "n"): buffer.append(0x0A)
            case UInt8(ascii: "r"): buffer.append(0x0D)
            case UInt8(ascii: "t"): buffer.append(0x09)
            case UInt8(ascii: "u"): at = appendScalar(raw, at: backslash)
            case let byte: buffer.append(byte)
            }
        }
        buffer.append(contentsOf: UnsafeBufferPointer(rebasing: raw[at...]))
    }

    /// Appends what `\uXXXX`, or two of them, stand for; gives where they end.
    private mutating func appendScalar(_ raw: UnsafeBufferPointer<UInt8>, at backslash: Int) -> Int {
        let unit = Self.unit(raw, at: backslash + 2)
        let next = backslash + 6
        if unit & 0xFC00 == 0xD800, next + 6 <= raw.count, raw[next] == UInt8(ascii: "\\"),
            raw[next + 1] == UInt8(ascii: "u"), case let low = Self.unit(raw, at: next + 2),
            low & 0xFC00 == 0xDC00
        {
            append(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF)
            return next + 6
        }
        append(unit)
        return next
    }

    private mutating func append(_ value: UInt32) {
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        if let encoded = UTF8.encode(scalar) { buffer.append(contentsOf: encoded) }
    }

    private static func unit(_ raw: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32 {
        (start..<start + 4).reduce(0) { $0 << 4 | (digit(raw[$1]) ?? 0) }
    }
}
