/// What the texts of a record file were taken for, by a look at its first records.
public struct TextFormatChoice: Sendable, Equatable {
    /// The document's index in the list of documents.
    public let document: Int
    /// What all its texts are read as.
    public let format: TextFormat
    /// How many records were looked at.
    public let recordCount: Int
    /// How many of them look like Markdown.
    public let markdownCount: Int
    /// How many of the others look like HTML.
    public let htmlCount: Int
}

/// The records that were looked at.
struct TextFormatSample {
    private var (recordCount, perhapsMarkdownCount) = (0, 0)
    private var (markdownCount, htmlCount) = (0, 0)

    /// All records that begin in so many bytes of a file, unpacked, are looked at: some hundreds. It is a quarter of a piece, so that
    /// hardly ever more than one piece is read ahead.
    static let sampledBytes = 1 << 18

    /// One record in so many with a sure sign makes a file one of mark-up: plain text hardly has any, and Markdown and HTML seldom so
    /// few.
    private static let fewestSure = 20
    /// Of signs that code has, too, one in so many is needed.
    private static let fewestUnsure = 4
    /// Where there are so many times more records of HTML than of Markdown, these are HTML that shows code.
    private static let dominance = 4

    /// Looks at a record's text.
    mutating func add(_ text: String) {
        recordCount += 1
        switch MarkupSigns.finding(in: text) {
        case .none: break
        case .html: htmlCount += 1
        case .markdown: markdownCount += 1
        case .perhapsMarkdown: perhapsMarkdownCount += 1
        }
    }

    /// What the texts are taken for. Markdown wins over as much HTML, which it may hold.
    func choice(document: Int) -> TextFormatChoice {
        let allMarkdown = markdownCount + perhapsMarkdownCount
        return TextFormatChoice(
            document: document, format: format(allMarkdown), recordCount: recordCount,
            markdownCount: allMarkdown,
            htmlCount: htmlCount)
    }

    private func format(_ allMarkdown: Int) -> TextFormat {
        let isMarkdown =
            markdownCount > 0 && markdownCount * Self.fewestSure >= recordCount
            || allMarkdown > 0 && allMarkdown * Self.fewestUnsure >= recordCount
        if isMarkdown, allMarkdown * Self.dominance >= htmlCount { return .markdown }
        return htmlCount > 0 && htmlCount * Self.fewestSure >= recordCount ? .html : .plain
    }
}
