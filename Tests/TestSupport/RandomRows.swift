/// Sparse rows for tests: some related, some identical, some empty, with columns of every frequency.
public enum RandomRows {
    /// `count` rows over `columns` columns, L2-normalized, as lists of (column, value) with rising columns.
    ///
    /// Column frequencies fall as a power of their rank. About a third of the rows are edited copies of an earlier
    /// one, a tenth exact copies, a twentieth empty.
    public static func make(count: Int, columns: Int, seed: UInt64) -> [[(column: Int, value: Double)]] {
        var generator = SeededGenerator(seed: seed)
        var rows: [[Int: Double]] = []
        for _ in 0..<count {
            let kind = Int.random(in: 0..<20, using: &generator)
            var row: [Int: Double] = [:]
            if kind < 8, let earlier = rows.randomElement(using: &generator) { row = earlier }
            let edits = kind < 2 ? 0 : kind < 8 ? Int.random(in: 1...6, using: &generator) : 30
            for _ in 0..<(kind == 19 ? 0 : edits) {
                let share = Double.random(in: 0..<1, using: &generator)
                row[Int(Double(columns) * share * share * share)] = Double.random(
                    in: 1...3, using: &generator)
            }
            rows.append(row)
        }
        return rows.map(normalized)
    }

    /// The scalar product of two rows.
    public static func product(_ a: [(column: Int, value: Double)], _ b: [(column: Int, value: Double)])
        -> Double
    {
        let values = Dictionary(uniqueKeysWithValues: a.map { ($0.column, $0.value) })
        return b.reduce(0) { $0 + $1.value * (values[$1.column] ?? 0) }
    }

    private static func normalized(_ row: [Int: Double]) -> [(column: Int, value: Double)] {
        let sorted = row.sorted { $0.key < $1.key }
        let norm = sorted.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
        return sorted.map { (column: $0.key, value: $0.value / norm) }
    }
}
