import Scheduling
import TestSupport
import Testing

@testable import SimilarityJoin

/// Sorting by buckets is sorting.
struct PairSortTests {
    @Test(arguments: [0, 1, 1000, 100_000], [1, 2, 5])
    func theOrderIsThatOfReports(count: Int, levels: Int) {
        var generator = SeededGenerator(seed: UInt64(count + levels))
        let pairs = (0..<count).map { index in
            // Few levels make long runs of equal similarity, one makes all of them equal.
            let level = Int.random(in: 0..<(levels == 5 ? 1 << 20 : levels), using: &generator)
            let a = Int.random(in: 0..<1000, using: &generator)
            return SimilarPair(
                a: a, b: a + 1 + index,
                similarity: 1 - 0.3 * Double(level) / Double(max(1, levels == 5 ? 1 << 20 : levels)))
        }
        var sorted = pairs
        PairSort.sort(&sorted, workers: Workers(count: 2))
        #expect(sorted == pairs.sorted(by: SimilarPair.precedes))
    }
}
