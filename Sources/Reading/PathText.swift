/// Paths as text that can be turned back into their bytes, as they come from a command line.
///
/// Bytes that are no UTF-8 become characters of a private-use plane, each byte one: U+10FF00 and the byte's value. A path that has such
/// characters of its own has each of their bytes written in the same way, so that no two paths become one text.
package enum PathText {
    private static let first: UInt32 = 0x10_FF00

    /// The text for a path.
    package static func text(of bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self), !hasStandIns(text) { return text }
        var (text, rest) = (String.UnicodeScalarView(), bytes[...])
        while let byte = rest.first {
            let scalar = firstScalar(of: rest)
            if let scalar, standIn(scalar) == nil {
                text.append(scalar)
                rest = rest.dropFirst(UTF8.width(scalar))
            } else {
                if let scalar = Unicode.Scalar(first + UInt32(byte)) { text.append(scalar) }
                rest = rest.dropFirst()
            }
        }
        return String(text)
    }

    /// The path that a text is for.
    package static func bytes(of text: String) -> [UInt8] {
        guard hasStandIns(text) else { return Array(text.utf8) }
        return text.unicodeScalars.flatMap { scalar in
            standIn(scalar).map { [$0] } ?? Array(String(scalar).utf8)
        }
    }

    /// The text as people see it: a byte that is no UTF-8 is `\xNN`.
    package static func shown(_ text: String) -> String {
        guard hasStandIns(text) else { return text }
        return text.unicodeScalars.reduce(into: "") { shown, scalar in
            if let byte = standIn(scalar) {
                shown += "\\x" + String(byte, radix: 16, uppercase: true)
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
    }

    /// The byte that a character stands for; nil for one that stands for itself.
    private static func standIn(_ scalar: Unicode.Scalar) -> UInt8? {
        scalar.value >= first + 0x80 ? UInt8(scalar.value - first) : nil
    }

    private static func hasStandIns(_ text: String) -> Bool {
        // All of them begin with this byte.
        text.utf8.contains(0xF4) && text.unicodeScalars.contains { standIn($0) != nil }
    }

    /// The character that well-formed UTF-8 begins with.
    private static func firstScalar(of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        for count in 1...4 where count <= bytes.count {
            if let text = String(validating: bytes.prefix(count), as: UTF8.self) {
                return text.unicodeScalars.first
            }
        }
        return nil
    }
}
