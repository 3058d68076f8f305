/// Names and paths as people may see them: what steers a terminal or breaks a line is written out.
package enum ControlCharacters {
    /// `text` with each control character as `\x1B` or `\u202E`: C0, DEL and C1, the line and paragraph separators, and
    /// the embeddings, overrides and isolates of the bidirectional algorithm (UAX #9, section 2). Other text stays as it
    /// is, backslashes too, so what is written can't be turned back.
    ///
    /// - Parameter kept: scalars that stay although they are controls; a carriage return only before a line feed.
    package static func escaped(_ text: String, keeping kept: Set<Unicode.Scalar> = []) -> String {
        guard isIn(text) else { return text }
        let scalars = text.unicodeScalars
        return scalars.indices.reduce(into: "") { result, index in
            let scalar = scalars[index]
            let isLineEnd = scalar != "\r" || scalars[index...].dropFirst().first == "\n"
            if kept.contains(scalar), isLineEnd {
                result.unicodeScalars.append(scalar)
            } else {
                append(scalar, to: &result)
            }
        }
    }

    /// Whether `text` has any; those that end a line are among them.
    static func isIn(_ text: String) -> Bool {
        // All controls but those of ASCII begin with one of two bytes in UTF-8.
        text.utf8.hasAny { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }
            && text.unicodeScalars.contains(where: isControl)
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
        guard isControl(scalar) else { return result.unicodeScalars.append(scalar) }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += scalar.value < 0x100 ? "\\x" + (digits.count < 2 ? "0" : "") + digits : "\\u" + digits
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension Sequence<UInt8> {
    /// Whether one of the bytes is as `isWanted` says: of text as it lies in memory, without asking for each byte.
    @inline(__always)
    func hasAny(_ isWanted: (UInt8) -> Bool) -> Bool {
        withContiguousStorageIfAvailable { $0.contains(where: isWanted) } ?? contains(where: isWanted)
    }
}
