/// Which items each row of a matrix stands for: identical texts share a row.
public struct RowGroups: Sendable, Equatable {
    /// For each item its row.
    public let rowOfItem: [Int]
    /// For each row its items, rising.
    public let itemsOfRow: [[Int]]
    /// For each row the item that is named where one stands for all.
    package let representatives: [Int]
    /// The rows whose texts hold nothing: their items are not alike.
    private let blankRows: Set<Int>

    /// Makes groups from the row of each item; rows lie in `0 ..< rowCount`, and each has an item.
    ///
    /// - Parameters:
    ///   - isBlank: whether a row's text holds nothing.
    ///   - representative: picks one of several items of a row; the first where nobody says.
    public init(
        rowOfItem: [Int], rowCount: Int, isBlank: (Int) -> Bool = { _ in false },
        representative: ([Int]) -> Int = { $0[0] }
    ) {
        var itemsOfRow = [[Int]](repeating: [], count: rowCount)
        for (item, row) in rowOfItem.enumerated() { itemsOfRow[row].append(item) }
        self.rowOfItem = rowOfItem
        self.itemsOfRow = itemsOfRow
        representatives = itemsOfRow.map { $0.count > 1 ? representative($0) : $0.first ?? 0 }
        blankRows = Set((0..<rowCount).filter(isBlank))
    }

    /// The groups in which every item has a row of its own.
    public init(rowCount: Int) {
        rowOfItem = Array(0..<rowCount)
        itemsOfRow = rowOfItem.map { [$0] }
        representatives = rowOfItem
        blankRows = []
    }

    /// Whether the text of a row holds nothing.
    package func isBlank(row: Int) -> Bool { !blankRows.isEmpty && blankRows.contains(row) }
}
