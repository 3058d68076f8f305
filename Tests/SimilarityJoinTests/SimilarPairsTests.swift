import SimilarityJoin
import TestSupport
import Testing

/// Pairs of rows stand for pairs of items.
struct SimilarPairsTests {
    @Test func pairsOfItemsComeFromPairsOfRowsAndFromSharedRows() {
        let groups = RowGroups(rowOfItem: [0, 1, 0, 2, 1], rowCount: 3)
        let pairs = SimilarPairs([SimilarPair(a: 0, b: 1, similarity: 0.9)], groups: groups) { _ in false }
        #expect(pairs.map { [$0.a, $0.b] } == [[0, 2], [1, 4], [0, 1], [0, 4], [1, 2], [2, 4]])
        #expect(pairs.map(\.similarity) == [1, 1, 0.9, 0.9, 0.9, 0.9])
        #expect(pairs.count == 6)
        #expect(pairs.betweenRows.map { [$0.a, $0.b] } == [[0, 1], [0, 4], [1, 2], [2, 4]])
    }

    @Test func itemsOfAnEmptyRowAreInNoPair() {
        let pairs = SimilarPairs([], groups: RowGroups(rowOfItem: [0, 0], rowCount: 1)) { _ in true }
        #expect(pairs.map { $0 } == [])
        #expect(pairs.count == 0)
    }

    @Test func iterationEqualsSortingAllPairs() {
        var generator = SeededGenerator(seed: 51)
        for _ in 0..<50 {
            let rowOfItem = (0..<40).map { _ in Int.random(in: 0..<15, using: &generator) }
            let groups = RowGroups(rowOfItem: rowOfItem, rowCount: 15)
            var rowPairs: [SimilarPair] = []
            for a in 0..<15 {
                for b in (a + 1)..<15 where Bool.random(using: &generator) {
                    // Few similarities, so that runs of equal ones are long; some as high as those of shared rows.
                    let similarity = 1 - 0.1 * Double(Int.random(in: 0...3, using: &generator))
                    rowPairs.append(SimilarPair(a: a, b: b, similarity: similarity))
                }
            }
            rowPairs.sort(by: SimilarPair.precedes)
            var expected: [SimilarPair] = []
            for a in 0..<40 {
                for b in (a + 1)..<40 {
                    let rows = [rowOfItem[a], rowOfItem[b]].sorted()
                    let pair = rowPairs.first { $0.a == rows[0] && $0.b == rows[1] }
                    let similarity: Double? = rows[0] == rows[1] ? 1 : pair?.similarity
                    if let similarity { expected.append(SimilarPair(a: a, b: b, similarity: similarity)) }
                }
            }
            expected.sort(by: SimilarPair.precedes)
            let pairs = SimilarPairs(rowPairs, groups: groups) { _ in false }
            #expect(Array(pairs) == expected)
            #expect(pairs.count == expected.count)
            let isFirst = rowOfItem.indices.map { rowOfItem.firstIndex(of: rowOfItem[$0]) == $0 }
            let ofFirstItems = expected.filter { isFirst[$0.a] && isFirst[$0.b] }
            #expect(Array(pairs.ofFirstItems) == ofFirstItems)
            #expect(pairs.ofFirstItems.count == ofFirstItems.count)
            let betweenEvenRows = expected.filter {
                rowOfItem[$0.a] != rowOfItem[$0.b] && (rowOfItem[$0.a] + rowOfItem[$0.b]) % 2 == 0
            }
            #expect(
                Array(pairs.betweenRows { (rowOfItem[$0] + rowOfItem[$1]) % 2 == 0 }) == betweenEvenRows)
        }
    }

    @Test func aStarHoldsThePairsOfOneItemAndOneSimilarity() {
        let groups = RowGroups(rowOfItem: [0, 1, 0, 2, 1, 0], rowCount: 3)
        let pairs = SimilarPairs([SimilarPair(a: 0, b: 1, similarity: 0.9)], groups: groups) { _ in false }
        #expect(
            pairs.stars.map { "\($0.center) \(Array($0.leaves)) \($0.similarity)" } == [
                "0 [2, 5] 1.0", "1 [4] 1.0", "2 [5] 1.0", "0 [1, 4] 0.9", "1 [2, 5] 0.9", "2 [4] 0.9",
                "4 [5] 0.9",
            ])
    }

    @Test func aHugeGroupTakesNoMemoryUntilItIsListed() {
        let groups = RowGroups(rowOfItem: [Int](repeating: 0, count: 1_000_000), rowCount: 1)
        let pairs = SimilarPairs([], groups: groups) { _ in false }
        #expect(pairs.count == 499_999_500_000)
        #expect(
            Array(pairs.prefix(2)) == [
                SimilarPair(a: 0, b: 1, similarity: 1), SimilarPair(a: 0, b: 2, similarity: 1),
            ])
    }
}
