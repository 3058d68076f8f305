/// Which terms have a column, and which one.
///
/// A term of one distinct text only counts in its row's norm. The others get their columns by rising document frequency,
/// equals by shard and number: a counting sort, O(terms + highest frequency).
struct TermColumns: Sendable {
    /// What a term without a column has in place of one.
    static let none = UInt32.max

    /// In how many texts each column's n-gram stands; rising.
    let documentFrequencies: [UInt32]
    /// How many distinct texts hold each column's n-gram.
    let rowCounts: [UInt32]
    /// How many terms there are.
    let termCount: Int

    /// Where each shard's terms begin in `columns`.
    let offsets: [Int]
    /// Per term its column, or `none`.
    let columns: [UInt32]

    init(of shards: [[TermUsage]]) {
        offsets = shards.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        termCount = offsets[shards.count]
        let usages = shards.joined()
        let highest = Int(usages.reduce(0) { max($0, $1.texts) })
        var cursors = [Int](repeating: 0, count: highest + 2)
        for usage in usages where usage.rows > 1 { cursors[Int(usage.texts) + 1] += 1 }
        for frequency in 1..<cursors.count { cursors[frequency] += cursors[frequency - 1] }
        let columnCount = cursors[cursors.count - 1]
        var documentFrequencies = [UInt32](repeating: 0, count: columnCount)
        var rowCounts = [UInt32](repeating: 0, count: columnCount)
        var columns: [UInt32] = []
        columns.reserveCapacity(termCount)
        for usage in usages {
            guard usage.rows > 1 else {
                columns.append(Self.none)
                continue
            }
            let column = cursors[Int(usage.texts)]
            cursors[Int(usage.texts)] += 1
            columns.append(UInt32(column))
            (documentFrequencies[column], rowCounts[column]) = (usage.texts, usage.rows)
        }
        (self.documentFrequencies, self.rowCounts, self.columns) = (documentFrequencies, rowCounts, columns)
    }
}
