internal import Splitting

/// Blocks that run to the end of their document because nothing ends them; what follows elsewhere would be a part of them.
enum OpenBlock {
    /// The line that ends the fenced block `text`; nil where it has one, or is indented code.
    static func closingFence(of text: Substring) -> String? {
        let lines = text.lines
        let opening = lines[0].dropScalars { $0 == " " }.utf8
        let signs = [UInt8(ascii: "`"), UInt8(ascii: "~")]
        guard let sign = opening.first, signs.contains(sign), lines[0].utf8.count - opening.count < 4 else {
            return nil
        }
        let fence = opening.prefix { $0 == sign }
        let last = lines[lines.count - 1].dropScalars(while: \.isBlank)
        let run = last.utf8.prefix { $0 == sign }
        let isClosed =
            lines.count > 1 && run.count >= fence.count
            && last.utf8.dropFirst(run.count).allSatisfy { $0 == 0x20 || $0 == 0x09 }
        return isClosed ? nil : String(Substring(fence))
    }

    /// What ends the raw HTML `text`, if it opens what it does not close and what no blank line ends (CommonMark 0.31,
    /// section 4.6). O(n).
    static func closingTag(of text: Substring) -> String? {
        let bytes = text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let brackets = bytes.indices.filter { bytes[$0] == UInt8(ascii: "<") }
        let found = endings.compactMap { opening, closing -> (Int, String)? in
            guard let last = brackets.last(where: { bytes[$0...].starts(with: opening.utf8) }),
                !holds(Array(closing.utf8), bytes[(last + opening.utf8.count)...])
            else { return nil }
            return (last, closing)
        }
        // What opens first holds the rest as text.
        return found.min { $0.0 < $1.0 }?.1
    }

    private static func holds(_ closing: [UInt8], _ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.indices.contains { bytes[$0] == closing[0] && bytes[$0...].starts(with: closing) }
    }

    private static let endings = [
        ("<!--", "-->"), ("<?", "?>"), ("<![cdata[", "]]>"), ("<script", "</script>"), ("<pre", "</pre>"),
        ("<style", "</style>"), ("<textarea", "</textarea>"),
    ]
}
