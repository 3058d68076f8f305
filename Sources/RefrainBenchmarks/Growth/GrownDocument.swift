/// A Markdown document of so many parts of one kind, made so that time that grows faster than the parts shows.
enum GrownDocument: String, CaseIterable {
    /// Headings alike, without text.
    case headings
    /// Headings that differ, without text.
    case distinctHeadings = "distinct headings"
    /// Sections alike to the byte.
    case identicalSections = "identical sections"
    /// Items of one list.
    case listItems = "list items"
    /// Rows of one table.
    case tableRows = "table rows"

    /// The document of `count` parts.
    func text(count: Int) -> String {
        switch self {
        case .headings: String(repeating: "# Notes\n\n", count: count)
        case .distinctHeadings: (0..<count).map { "# Note \($0) of the day\n\n" }.joined()
        case .identicalSections:
            String(
                repeating: "# Ferry\n\nThe ferry leaves the north pier at noon on every day but Sunday.\n\n",
                count: count)
        case .listItems:
            "# List\n\n" + (0..<count).map { "- item \($0) is about \(Self.goods[$0 % 3])\n" }.joined()
        case .tableRows:
            "# Table\n\n| number | what |\n| --- | --- |\n"
                + (0..<count).map { "| \($0) | \(Self.goods[$0 % 3]) |\n" }.joined()
        }
    }

    private static let goods = ["tea", "milk", "sugar"]
}
