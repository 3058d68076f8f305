/// Sparse rows for tests: some related, some identical, with columns of every frequency.
public enum RandomRows {
    /// `count` rows over `columns` columns as dictionaries, not normalized; column frequencies fall as 1/rank.
    /// About a third of the rows are edited copies of an earlier row, and a tenth exact copies.
    public static func make(count: Int, columns: Int, seed: UInt64) -> [[Int: Double]] {
        var generator = SeededGenerator(seed: seed)
        var rows: [[Int: Double]] = []
        for _ in 0..<count {
            let kind = Int.random(in: 0..<10, using: &generator)
            var row: [Int: Double] = [:]
            if kind < 4, let earlier = rows.randomElement(using: &generator) { row = earlier }
            let edits =
                kind == 0 && !rows.isEmpty ? 0 : kind < 4 ? Int.random(in: 1...6, using: &generator) : 30
            for _ in 0..<edits {
                let share = Double.random(in: 0..<1, using: &generator)
                row[Int(Double(columns) * share * share * share)] = Double.random(
                    in: 1...3, using: &generator)
            }
            rows.append(row)
        }
        return rows
    }
}
