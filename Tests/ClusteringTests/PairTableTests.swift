import SimilarityJoin
import TestSupport
import Testing

@testable import Clustering

/// Similarities by row are those of the pairs.
struct PairTableTests {
    @Test func everyPairIsFoundAndNoOther() {
        var generator = SeededGenerator(seed: 71)
        var expected: [[Int]: Double] = [:]
        for a in 0..<30 {
            for b in (a + 1)..<30 where Int.random(in: 0..<3, using: &generator) == 0 {
                // Billionths, as pairs keep them.
                expected[[a, b]] = Double(Int.random(in: 0...1_000_000_000, using: &generator)) / 1e9
            }
        }
        let pairs = expected.map { SimilarPair(a: $0[0], b: $0[1], similarity: $1) }
        let table = PairTable(rowCount: 30, pairs: pairs.sorted(by: SimilarPair.precedes))
        for a in 0..<30 {
            for b in (a + 1)..<30 {
                #expect(table.similarity(of: a, b) == expected[[a, b]])
                #expect(table.similarity(of: b, a) == expected[[a, b]])
            }
        }
    }

    @Test func rowsAmongWhichOneIsNoPairHaveNoMatrix() {
        let pairs = [(0, 1, 0.9), (0, 2, 0.8), (1, 2, 0.7), (2, 3, 0.6)].map {
            SimilarPair(a: $0.0, b: $0.1, similarity: $0.2)
        }
        let table = PairTable(rowCount: 4, pairs: pairs)
        let matrix = table.similarities(among: [0, 1, 2])
        #expect(matrix.map { [$0[0, 1], $0[0, 2], $0[1, 2]] } == [0.9, 0.8, 0.7])
        #expect(table.similarities(among: [0, 1, 2, 3]).map(\.count) == nil)
    }
}
