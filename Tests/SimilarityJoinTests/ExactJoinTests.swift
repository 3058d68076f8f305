import Matrices
import SimilarityJoin
import TestSupport
import Testing

/// The join's contract: every pair at or above the threshold, no other, each with its similarity.
struct ExactJoinTests {
    private typealias Rows = [[(column: Int, value: Double)]]

    /// Every pair by comparing all rows.
    private func reference(_ rows: Rows, threshold: Double) -> [SimilarPair] {
        var pairs: [SimilarPair] = []
        for a in rows.indices {
            for b in rows.indices where b > a {
                let similarity = RandomRows.product(rows[a], rows[b])
                if similarity >= threshold { pairs.append(SimilarPair(a: a, b: b, similarity: similarity)) }
            }
        }
        return pairs
    }

    private func expectReferencePairs(
        _ rows: Rows, columns: Int, threshold: Double, budget: Int, threads: Int
    ) {
        let settings = JoinSettings(threshold: threshold, memoryBudgetBytes: budget)
        let found = ExactJoin(settings: settings, threads: threads)
            .pairs(in: SparseMatrix(rows: rows, columns: columns))
        let expected = reference(rows, threshold: threshold - JoinSettings.tolerance)
        #expect(
            found.sorted { ($0.a, $0.b) < ($1.a, $1.b) }.map { [$0.a, $0.b] }
                == expected.map { [$0.a, $0.b] })
        let similarities = Dictionary(uniqueKeysWithValues: expected.map { ([$0.a, $0.b], $0.similarity) })
        for pair in found {
            #expect(abs(pair.similarity - similarities[[pair.a, pair.b], default: -1]) < 1e-6)
        }
    }

    @Test(arguments: [0.05, 0.3, 0.5, 0.8, 0.95, 0.99, 1.0])
    func pairsEqualBruteForceAtEveryThreshold(threshold: Double) {
        for seed in 1...3 as ClosedRange<UInt64> {
            let rows = RandomRows.make(count: 150, columns: 120, seed: seed)
            expectReferencePairs(rows, columns: 120, threshold: threshold, budget: 1 << 30, threads: 2)
        }
    }

    @Test(arguments: [1, 5000, 100_000, 1 << 30])
    func aSmallBudgetChangesNothing(budget: Int) {
        let rows = RandomRows.make(count: 300, columns: 400, seed: 9)
        expectReferencePairs(rows, columns: 400, threshold: 0.6, budget: budget, threads: 3)
    }

    @Test func sameResultForAnyNumberOfThreadsAndAnyBudget() {
        let matrix = SparseMatrix(rows: RandomRows.make(count: 400, columns: 300, seed: 4), columns: 300)
        let results = [(1, 1 << 30), (2, 1 << 30), (4, 20_000), (1, 1)].map { threads, budget in
            ExactJoin(settings: JoinSettings(threshold: 0.4, memoryBudgetBytes: budget), threads: threads)
                .pairs(in: matrix)
        }
        #expect(results.dropFirst().allSatisfy { $0 == results[0] })
        #expect(!results[0].isEmpty)
    }

    @Test func allIdenticalRowsGiveEveryPair() {
        let rows = Rows(repeating: [(column: 2, value: 0.6), (column: 5, value: 0.8)], count: 50)
        let pairs = ExactJoin(settings: JoinSettings(threshold: 1)).pairs(
            in: SparseMatrix(rows: rows, columns: 6))
        #expect(pairs.count == 50 * 49 / 2)
        #expect(pairs.allSatisfy { $0.similarity > 0.999_999 && $0.similarity <= 1 })
    }

    @Test func emptyRowsAreInNoPair() {
        let rows: Rows = [[], [(column: 0, value: 1)], [], [(column: 0, value: 1)], []]
        let pairs = ExactJoin(settings: JoinSettings(threshold: 0.1)).pairs(
            in: SparseMatrix(rows: rows, columns: 1))
        #expect(pairs == [SimilarPair(a: 1, b: 3, similarity: 1)])
    }

    @Test(arguments: [0, 1])
    func noRowOrOneGivesNoPair(count: Int) {
        let rows = Rows(repeating: [(column: 0, value: 1)], count: count)
        #expect(
            ExactJoin(settings: JoinSettings(threshold: 0.5)).pairs(in: SparseMatrix(rows: rows, columns: 1))
                .isEmpty)
    }

    @Test func pairsComeBySimilarityThenByRow() {
        let matrix = SparseMatrix(rows: RandomRows.make(count: 200, columns: 60, seed: 7), columns: 60)
        let pairs = ExactJoin(settings: JoinSettings(threshold: 0.3)).pairs(in: matrix)
        #expect(zip(pairs, pairs.dropFirst()).allSatisfy { SimilarPair.precedes($0, $1) })
    }
}
