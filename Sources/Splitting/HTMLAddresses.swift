/// The addresses in raw HTML: those of `href`, `src` and the like.
enum HTMLAddresses {
    /// The links and images in `html`, in order; comments hold none. O(length).
    static func targets(in html: String) -> [Target] {
        // Most raw HTML is a tag without an address.
        guard html.utf8.contains(UInt8(ascii: "=")) else { return [] }
        var reading = Reading(Array(html.utf8))
        return reading.targets()
    }

    /// What the attributes lead to that hold addresses.
    private static let kinds: [String: Target.Kind] = [
        "href": .link, "xlink:href": .link, "cite": .link, "action": .link, "formaction": .link,
        "src": .image, "srcset": .image, "data-src": .image, "data-srcset": .image, "poster": .image,
        "data": .image, "background": .image,
    ]

    /// Reads tags one after the other.
    private struct Reading {
        let bytes: [UInt8]
        var index = 0
        var found: [Target] = []

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        mutating func targets() -> [Target] {
            while index < bytes.count {
                if bytes[index...].starts(with: "<!--".utf8) {
                    skipComment()
                } else if bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count,
                    Self.isNamePart(bytes[index + 1])
                {
                    index += 1
                    skip(while: Self.isNamePart)
                    readAttributes()
                } else {
                    index += 1
                }
            }
            return found
        }

        private mutating func skipComment() {
            index += 4
            while index < bytes.count, !bytes[index...].starts(with: "-->".utf8) { index += 1 }
        }

        private mutating func readAttributes() {
            while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
                let start = index
                skip(while: Self.isNamePart)
                guard index > start else {
                    index += 1
                    continue
                }
                let name = String(decoding: bytes[start..<index].map { $0 | 0x20 }, as: UTF8.self)
                skip(while: Self.isSpace)
                guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
                index += 1
                skip(while: Self.isSpace)
                let value = value()
                if let kind = HTMLAddresses.kinds[name] { found.append(Target(kind: kind, value: value)) }
            }
        }

        /// The value that begins here, with or without quotation marks.
        private mutating func value() -> String {
            guard index < bytes.count else { return "" }
            let quote = bytes[index]
            let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
            if isQuoted { index += 1 }
            let start = index
            skip { isQuoted ? $0 != quote : !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
            defer { if isQuoted, index < bytes.count { index += 1 } }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }

        private mutating func skip(while isIncluded: (UInt8) -> Bool) {
            while index < bytes.count, isIncluded(bytes[index]) { index += 1 }
        }

        private static func isNamePart(_ byte: UInt8) -> Bool {
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x3A).contains(byte) || byte == 0x2D
        }

        private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    }
}
