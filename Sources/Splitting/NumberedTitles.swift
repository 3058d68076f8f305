/// Finds the titles of a plain text without headings: lines whose numbers form a run.
enum NumberedTitles {
    /// A line that may be a title, and its numbering.
    typealias Title = (line: Int, number: HeadingNumber)

    /// The lines that are titles with their numbering, in order; empty where no way of numbering forms a run.
    ///
    /// A run counts up by one from its first number, has two titles or more, and takes in every candidate line of
    /// its style and series (第3章 and 第3节 are two series, 1. and 1.1 too): a numbering that starts over is that of
    /// inner lists. A candidate begins its line; a decimal or Chinese one also has a blank line (or the start of the
    /// text) before it. The more telling way of numbering wins, then the one that comes first in the text.
    static func find(in source: SourceText) -> [Title] {
        var candidates: [HeadingNumber.Style: [String: [Title]]] = [:]
        for line in 1..<source.lineCount + 1 {
            guard let number = candidate(line, in: source) else { continue }
            candidates[number.style, default: [:]][number.series, default: []].append((line, number))
        }
        for style in HeadingNumber.Style.allCases {
            let runs = candidates[style, default: [:]].values.filter { isRun($0.map(\.number.value)) }
            if let run = runs.min(by: { $0[0].line < $1[0].line }) { return run }
        }
        return []
    }

    /// Titles are short: a longer line is a paragraph that begins with a number.
    private static let longestTitleBytes = 400

    private static func candidate(_ line: Int, in source: SourceText) -> HeadingNumber? {
        let text = source.line(line)
        guard text.utf8.count <= longestTitleBytes, let first = text.first, !first.isWhitespace,
            let number = HeadingNumber(of: String(text))
        else { return nil }
        switch number.style {
        case .chapter, .labelled: return number
        case .chinese, .chineseInBrackets, .decimal, .decimalInBrackets:
            return line == 1 || source.isBlank(line - 1) ? number : nil
        }
    }

    private static func isRun(_ values: [Int]) -> Bool {
        values.count >= 2 && zip(values, values.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }
}
