/// An attribute of a tag in raw HTML, with its value.
struct HTMLAttribute {
    /// Its name in lower case.
    let name: String
    /// The bytes of its value, without quotation marks.
    let value: Range<Int>

    /// The attributes of the tags in `range` that have values, in order, not in comments and scripts. O(n).
    static func all(in bytes: [UInt8], _ range: Range<Int>) -> [HTMLAttribute] {
        var tags = HTMLTags(bytes: bytes, range)
        return tags.attributes()
    }
}

/// Goes through the tags of raw HTML.
private struct HTMLTags {
    private let bytes: [UInt8]
    private let end: Int
    private var index: Int
    private var found: [HTMLAttribute] = []

    init(bytes: [UInt8], _ range: Range<Int>) {
        (self.bytes, end, index) = (bytes, range.upperBound, range.lowerBound)
    }

    mutating func attributes() -> [HTMLAttribute] {
        while index < end { step() }
        return found
    }

    private mutating func step() {
        guard bytes[index] == UInt8(ascii: "<") else {
            index += 1
            return
        }
        if begins("<!--") {
            index += 4
            while index < end, !begins("-->") { index += 1 }
        } else if index + 1 < end, Self.isLetter(bytes[index + 1]) {
            readTag()
        } else {
            index += 1
        }
    }

    private func begins(_ mark: StaticString) -> Bool {
        guard index + mark.utf8CodeUnitCount <= end else { return false }
        return (0..<mark.utf8CodeUnitCount).allSatisfy { bytes[index + $0] == mark.utf8Start[$0] }
    }

    /// Reads the tag at `index` and, where what it opens holds text and no tags, goes to its end.
    private mutating func readTag() {
        index += 1
        let name = word { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
        while index < end, bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "<") {
            readAttribute()
        }
        guard ["script", "style", "textarea"].contains(name) else { return }
        while index < end, !(begins("</") && bytes[(index + 2)...].starts(with: name.utf8)) { index += 1 }
    }

    private mutating func readAttribute() {
        skipSpace()
        let start = index
        let name = word { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "/") }
        skipSpace()
        guard index < end, bytes[index] == UInt8(ascii: "=") else {
            // A slash, and what else is no name, is gone over.
            if index == start, index < end, bytes[index] != UInt8(ascii: ">") { index += 1 }
            return
        }
        index += 1
        skipSpace()
        if let value = readValue() { found.append(HTMLAttribute(name: name, value: value)) }
    }

    /// An attribute's value; nil for what stands between braces, an expression of JSX.
    private mutating func readValue() -> Range<Int>? {
        guard index < end, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
            let start = index
            while index < end, !InlineSpan.isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") {
                index += 1
            }
            return start < index && bytes[start] != UInt8(ascii: "{") ? start..<index : nil
        }
        let start = index + 1
        let close = bytes[start..<end].firstIndex(of: bytes[index]) ?? end
        index = min(close + 1, end)
        return start..<close
    }

    /// A word in lower case that ends where `isEnd` holds, or at white space.
    private mutating func word(until isEnd: (UInt8) -> Bool) -> String {
        let start = index
        while index < end, !InlineSpan.isSpace(bytes[index]), !isEnd(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    }

    private mutating func skipSpace() {
        index = InlineSpan.afterSpace(bytes, from: index, to: end)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
