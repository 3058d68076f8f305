/// The bold words that a paragraph or list item begins with: `**Steps:** …` is labelled "Steps".
enum BoldLabel {
    /// The label of a paragraph node, without the colon in or after the bold words; nil where there is none.
    static func of(_ paragraph: MarkdownNode) -> String? {
        guard let first = paragraph.firstChild, first.type == .strong else { return nil }
        let label = PlainText.of(first).dropScalars(while: \.isSpace)
            .dropLastScalars { $0 == ":" || $0 == "：" || $0.isSpace }
        return label.isEmpty ? nil : String(label)
    }
}
