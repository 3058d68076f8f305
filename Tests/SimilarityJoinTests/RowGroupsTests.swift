import SimilarityJoin
import Testing

/// Pairs of rows stand for pairs of items.
struct RowGroupsTests {
    @Test func pairsOfItemsComeFromPairsOfRowsAndFromSharedRows() {
        let groups = RowGroups(rowOfItem: [0, 1, 0, 2, 1], rowCount: 3)
        let rowPairs = [SimilarPair(a: 0, b: 1, similarity: 0.9)]
        let pairs = groups.pairs(from: rowPairs) { _ in false }
        #expect(pairs.map { [$0.a, $0.b] } == [[0, 2], [1, 4], [0, 1], [0, 4], [1, 2], [2, 4]])
        #expect(pairs.map(\.similarity) == [1, 1, 0.9, 0.9, 0.9, 0.9])
    }

    @Test func itemsOfAnEmptyRowAreInNoPair() {
        #expect(RowGroups(rowOfItem: [0, 0], rowCount: 1).pairs(from: []) { _ in true }.isEmpty)
    }
}
