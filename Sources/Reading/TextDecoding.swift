import Glibc

/// Bytes → text, strictly: what is not text in a known encoding is refused with the place of the fault, never
/// repaired.
enum TextDecoding {
    /// The text of a file: UTF-8 with or without a byte order mark, UTF-16 of either byte order with one.
    /// Line ends become LF. One byte order mark is taken off; no bytes give an empty text.
    ///
    /// A NUL makes a file binary before anything else is looked at, since a place in an image where UTF-8
    /// breaks off tells nobody anything.
    static func text(of bytes: [UInt8]) throws(SkipReason) -> String {
        if bytes.starts(with: [0xFF, 0xFE]) {
            return try textOfUTF16(bytes) { low, high in UInt16(high) << 8 | UInt16(low) }
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return try textOfUTF16(bytes) { high, low in UInt16(high) << 8 | UInt16(low) }
        }
        return try textOfUTF8(bytes)
    }

    private static func textOfUTF8(_ bytes: [UInt8]) throws(SkipReason) -> String {
        if let offset = firstOffset(of: 0, in: bytes) { throw .binary(firstNULOffset: offset) }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let text =
            firstOffset(of: carriageReturn, in: bytes) == nil
            ? String(validating: bytes[start...], as: UTF8.self)
            : String(validating: lineFeedsOnly(bytes[start...]), as: UTF8.self)
        guard let text else { throw faultOfUTF8(bytes) }
        return text
    }

    /// The first fault in bytes that are not UTF-8. A carriage return is a whole character, so that the faults
    /// are the same with CRLF as with LF.
    private static func faultOfUTF8(_ bytes: [UInt8]) -> SkipReason {
        var parser = UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .valid(let scalar) = parser.parseScalar(from: &iterator) { offset += scalar.count }
        precondition(offset < bytes.count, "the fault lies within the bytes")
        let lineEnds = lineFeedsOnly(bytes[..<offset]).count { $0 == lineFeed }
        return .invalidUTF8(line: lineEnds + 1, byteOffset: offset, byte: bytes[offset])
    }

    private static func textOfUTF16(
        _ bytes: [UInt8], unit: (_ first: UInt8, _ second: UInt8) -> UInt16
    ) throws(SkipReason) -> String {
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
        if let index = units.firstIndex(of: 0) { throw .binary(firstNULOffset: 2 + 2 * index) }
        guard let text = String(validating: units, as: UTF16.self) else {
            throw .invalidUTF16(byteOffset: 2 + 2 * firstUnpairedSurrogate(in: units))
        }
        guard bytes.count.isMultiple(of: 2) else { throw .invalidUTF16(byteOffset: bytes.count - 1) }
        return try textOfUTF8(Array(text.utf8))
    }

    private static func firstUnpairedSurrogate(in units: [UInt16]) -> Int {
        var parser = UTF16.ForwardParser()
        var iterator = units.makeIterator()
        var index = 0
        while case .valid(let scalar) = parser.parseScalar(from: &iterator) { index += scalar.count }
        return index
    }

    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// The bytes with every CRLF and every lone CR made one LF.
    private static func lineFeedsOnly(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
            var previous: UInt8 = 0
            for byte in bytes {
                if byte != lineFeed || previous != carriageReturn {
                    buffer[count] = byte == carriageReturn ? lineFeed : byte
                    count += 1
                }
                previous = byte
            }
        }
    }

    private static func firstOffset(of byte: UInt8, in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress, let found = memchr(start, Int32(byte), buffer.count) else {
                return nil
            }
            return UnsafeRawPointer(found) - start
        }
    }
}
