/// Blocks that run to the end of their document because nothing ends them; what follows elsewhere would be a part of them.
enum OpenBlock {
    /// The line that ends the fenced block `text`; nil where it has one, or is indented code.
    static func closingFence(of text: some StringProtocol) -> String? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let opening = lines[0].drop { $0 == " " }
        guard let sign = opening.first, sign == "`" || sign == "~", lines[0].count - opening.count < 4 else {
            return nil
        }
        let fence = opening.prefix { $0 == sign }
        let last = lines[lines.count - 1].drop { $0 == " " || $0 == "\t" }
        let run = last.prefix { $0 == sign }
        let isClosed =
            lines.count > 1 && run.count >= fence.count
            && last.dropFirst(run.count).allSatisfy { $0 == " " || $0 == "\t" }
        return isClosed ? nil : String(fence)
    }

    /// What ends the raw HTML `text`, if it opens what it does not close and what no blank line ends (CommonMark 0.31,
    /// section 4.6).
    static func closingTag(of text: some StringProtocol) -> String? {
        let text = text.lowercased()
        let found = endings.compactMap { opening, closing -> (String.Index, String)? in
            guard let last = text.ranges(of: opening).last, !text[last.upperBound...].contains(closing) else {
                return nil
            }
            return (last.lowerBound, closing)
        }
        // What opens first holds the rest as text.
        return found.min { $0.0 < $1.0 }?.1
    }

    private static let endings = [
        ("<!--", "-->"), ("<?", "?>"), ("<![cdata[", "]]>"), ("<script", "</script>"), ("<pre", "</pre>"),
        ("<style", "</style>"), ("<textarea", "</textarea>"),
    ]
}
