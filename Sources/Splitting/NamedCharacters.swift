/// What HTML's character references stand for: `&nbsp;`, `&#8217;`, `&#x2019;`.
///
/// The names are those of HTML 5 that end in a semicolon, from cmark's table.
struct NamedCharacters {
    /// What was looked up so far; nil for what is no name.
    private var known: [String: String?] = [:]

    /// As long as the longest name of HTML 5, `CounterClockwiseContourIntegral`.
    private static let longestName = 31
    /// As many digits as the highest code point has, and zeros before them.
    private static let mostDigits = 12

    /// What the reference that begins at `index` with `&` stands for, and where it ends; nil where it is none.
    mutating func text(
        at index: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (text: String, end: Int)? {
        let start = index + 1
        guard start < bytes.count else { return nil }
        if bytes[start] == UInt8(ascii: "#") { return Self.number(at: start + 1, in: bytes) }
        var end = start
        while end < bytes.count, end - start < Self.longestName,
            HTMLTag.isLetter(bytes[end]) || HTMLTag.isDigit(bytes[end])
        {
            end += 1
        }
        guard end > start, end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return nil }
        let name = String(decoding: bytes[start..<end], as: UTF8.self)
        return character(named: name).map { ($0, end + 1) }
    }

    /// The characters that HTML calls `name`; nil where it calls none so.
    private mutating func character(named name: String) -> String? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "nbsp": return "\u{A0}"
        default: if let found = known[name] { return found }
        }
        let reference = "&\(name);"
        let text = MarkdownTree(BoundedMarkdown(Substring(reference))).text
        let found = text == reference || text.isEmpty ? nil : text
        known[name] = .some(found)
        return found
    }

    /// What a number stands for, whose digits, or an x and hexadecimal digits, begin at `index`.
    private static func number(
        at index: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> (text: String, end: Int)? {
        let isHexadecimal = index < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "x")
        let start = index + (isHexadecimal ? 1 : 0)
        var (end, value) = (start, UInt32(0))
        while end < bytes.count, end - start < mostDigits, let digit = JSONText.digit(bytes[end]),
            isHexadecimal || digit < 10
        {
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
            end += 1
        }
        guard end > start, end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return nil }
        return (String(value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"), end + 1)
    }
}
