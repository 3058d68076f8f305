/// How other settings do: for each set the best F1 with its threshold, average precision, and F1 at fixed thresholds.
struct StudyTable {
    let rows: [StudyRow]

    var text: String {
        guard let first = rows.first else { return "" }
        let tables = first.cells.indices.map { place in
            let name = first.cells[place].set
            let head =
                [name, "best F1", "at", "average precision"]
                + StudyRow.thresholds.map { "F1 at " + Figure.text($0) }
            return Figure.table(
                head: head,
                rows: rows.map { row in
                    let cell = row.cells[place]
                    return [
                        row.name, Figure.text(cell.f1), Figure.text(cell.best),
                        Figure.text(cell.averagePrecision),
                    ] + cell.f1AtThresholds.map(Figure.text)
                })
        }
        return "## Study\n\nOther settings on the same sets.\n\n" + tables.joined(separator: "\n\n")
    }
}
