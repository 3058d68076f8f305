/// A table in Markdown, numbers to the right.
struct Table {
    /// The words over the columns.
    let head: [String]
    /// The cells, row by row, as many as there are columns.
    let rows: [[String]]

    /// The table's lines, without a line break at the end.
    var text: String {
        let rule = head.indices.map { $0 == 0 ? "---" : "---:" }
        return ([head, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }
}
