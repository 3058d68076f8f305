/// Finds the titles of a plain text without headings: lines whose numbers form a run.
enum NumberedTitles {
    /// The lines that are titles with their numbering, in order; empty where no way of numbering forms a run.
    ///
    /// A run counts up by one from its first number, has two titles or more, and takes in every candidate line: a
    /// numbering that starts over is that of inner lists. A candidate begins its line; a decimal or Chinese one
    /// also has a blank line (or the start of the text) before it. The more telling way of numbering wins.
    static func find(in source: SourceText) -> [(line: Int, number: HeadingNumber)] {
        let numbered = (1..<source.lineCount + 1).compactMap { line in
            candidate(line, in: source).map { (line: line, number: $0) }
        }
        for style in HeadingNumber.Style.allCases {
            let titles = numbered.filter { title in
                title.number.style == style
                    && (style == .chapter || style == .labelled || title.line == 1
                        || source.isBlank(title.line - 1))
            }
            if isRun(titles.map(\.number.value)) { return titles }
        }
        return []
    }

    /// Titles are short: a longer line is a paragraph that begins with a number.
    private static let longestTitleBytes = 400

    private static func candidate(_ line: Int, in source: SourceText) -> HeadingNumber? {
        let text = source.line(line)
        guard let first = text.first, !first.isWhitespace, text.utf8.count <= longestTitleBytes else {
            return nil
        }
        return HeadingNumber(of: String(text))
    }

    private static func isRun(_ values: [Int]) -> Bool {
        values.count >= 2 && zip(values, values.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }
}
