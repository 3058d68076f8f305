/// Which items each row of a matrix stands for: identical texts share a row.
public struct RowGroups: Sendable, Equatable {
    /// For each item its row.
    public let rowOfItem: [Int]
    /// For each row its items, rising.
    public let itemsOfRow: [[Int]]

    /// Makes groups from the row of each item; rows lie in `0 ..< rowCount`.
    public init(rowOfItem: [Int], rowCount: Int) {
        var itemsOfRow = [[Int]](repeating: [], count: rowCount)
        for (item, row) in rowOfItem.enumerated() { itemsOfRow[row].append(item) }
        self.rowOfItem = rowOfItem
        self.itemsOfRow = itemsOfRow
    }

    /// The groups in which every item has a row of its own.
    public init(rowCount: Int) {
        rowOfItem = Array(0..<rowCount)
        itemsOfRow = rowOfItem.map { [$0] }
    }

    /// The pairs of items that pairs of rows stand for, and those of items that share a row, with similarity 1, in the
    /// order of `SimilarPair.precedes`.
    ///
    /// - Parameter isEmpty: whether a row has no entries; its items are in no pair.
    public func pairs(from rowPairs: [SimilarPair], isEmpty: (Int) -> Bool) -> [SimilarPair] {
        var pairs: [SimilarPair] = []
        for (row, items) in itemsOfRow.enumerated() where items.count > 1 && !isEmpty(row) {
            for (place, a) in items.enumerated() {
                for b in items[(place + 1)...] { pairs.append(SimilarPair(a: a, b: b, similarity: 1)) }
            }
        }
        for pair in rowPairs {
            for a in itemsOfRow[pair.a] {
                for b in itemsOfRow[pair.b] {
                    pairs.append(SimilarPair(a: min(a, b), b: max(a, b), similarity: pair.similarity))
                }
            }
        }
        pairs.sort(by: SimilarPair.precedes)
        return pairs
    }
}
