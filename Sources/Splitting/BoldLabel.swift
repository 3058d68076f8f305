/// The bold words that a paragraph or list item begins with: `**Steps:** …` is labelled "Steps".
enum BoldLabel {
    private static let colons: Set<Character> = [":", "："]

    /// The label of a paragraph node, without the colon in or after the bold words; nil where there is none.
    static func of(_ paragraph: MarkdownNode) -> String? {
        guard let first = paragraph.firstChild, first.type == .strong else { return nil }
        var label = Substring(PlainText.of(first))
        while let last = label.last, colons.contains(last) || last.isWhitespace { label.removeLast() }
        label = label.drop { $0.isWhitespace }
        return label.isEmpty ? nil : String(label)
    }
}
