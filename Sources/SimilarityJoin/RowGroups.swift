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
}
