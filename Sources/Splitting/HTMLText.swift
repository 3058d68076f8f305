/// The text of raw HTML in Markdown.
enum HTMLText {
    /// `html` with comments removed and every tag made a space, white space collapsed and none at its ends.
    ///
    /// A `<` that begins no tag ("a < b"), or that nothing closes, stays as text. O(length).
    static func withoutTags(_ html: String) -> String {
        var html = html
        let bytes = html.withUTF8(withoutTags)
        return String(decoding: bytes, as: UTF8.self).onOneLine
    }

    private static func withoutTags(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var tags = Markup(closing: ">")
        var comments = Markup(closing: "-->")
        var index = 0
        while index < bytes.count {
            let isComment = begins("<!--", at: index, in: bytes)
            if isComment, let end = comments.end(after: index + 4, in: bytes) {
                result.append(0x20)
                index = end
            } else if !isComment, beginsTag(at: index, in: bytes),
                let end = tags.end(after: index + 2, in: bytes)
            {
                result.append(0x20)
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    private static func beginsTag(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else { return false }
        switch bytes[index + 1] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return true
        case UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        default: return false
        }
    }

    private static func begins(
        _ mark: StaticString, at index: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard bytes[index] == mark.utf8Start[0], index + mark.utf8CodeUnitCount <= bytes.count else {
            return false
        }
        return (0..<mark.utf8CodeUnitCount).allSatisfy { bytes[index + $0] == mark.utf8Start[$0] }
    }

    /// Where one kind of mark-up ends. Remembers that there is no end, so that looking for it stays linear.
    private struct Markup {
        let closing: StaticString
        private var neverEnds = false

        init(closing: StaticString) {
            self.closing = closing
        }

        /// The index behind the next closing mark that begins at `start` or later; nil where there is none.
        mutating func end(after start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
            if neverEnds { return nil }
            var index = start
            while index < bytes.count {
                if begins(closing, at: index, in: bytes) { return index + closing.utf8CodeUnitCount }
                index += 1
            }
            neverEnds = true
            return nil
        }
    }
}
