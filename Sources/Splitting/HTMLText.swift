/// The text of raw HTML in Markdown.
enum HTMLText {
    /// `html` with comments removed and every tag made a space, without white space at its ends.
    ///
    /// A `<` that no `>` follows stays as text. O(length).
    static func withoutTags(_ html: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(html.utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), let end = markupEnd(bytes, from: index) {
                result.append(0x20)
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        let text = String(decoding: result, as: UTF8.self)
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The index after the comment or tag that begins at `start`; nil where it does not end.
    private static func markupEnd(_ bytes: [UInt8], from start: Int) -> Int? {
        let opening: [UInt8] = Array("<!--".utf8)
        let closing: [UInt8] = bytes[start...].starts(with: opening) ? Array("-->".utf8) : [UInt8(ascii: ">")]
        var index = start + 1
        while index + closing.count <= bytes.count {
            if bytes[index] == closing[0], bytes[index...].starts(with: closing) {
                return index + closing.count
            }
            index += 1
        }
        return nil
    }
}
