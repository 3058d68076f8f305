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
        _ rows: Rows, columns: Int, threshold: Double, budget: Int, threads: Int, method: JoinMethod? = nil
    ) {
        let settings = JoinSettings(threshold: threshold, memoryBudgetBytes: budget, method: method)
        let found = ExactJoin(settings: settings, threads: threads)
            .pairs(in: TermMatrix(rows: rows, columnCount: columns))
        let expected = reference(rows, threshold: threshold - JoinSettings.tolerance)
        #expect(
            found.sorted { ($0.a, $0.b) < ($1.a, $1.b) }.map { [$0.a, $0.b] }
                == expected.map { [$0.a, $0.b] })
        let similarities = Dictionary(uniqueKeysWithValues: expected.map { ([$0.a, $0.b], $0.similarity) })
        for pair in found {
            #expect(abs(pair.similarity - similarities[[pair.a, pair.b], default: -1]) < 1e-6)
        }
    }

    @Test(arguments: [0.05, 0.3, 0.5, 0.8, 0.95, 0.99, 1.0], JoinMethod.allCases)
    func pairsEqualBruteForceAtEveryThreshold(threshold: Double, method: JoinMethod) {
        for seed in 1...3 as ClosedRange<UInt64> {
            let rows = RandomRows.make(count: 150, columns: 120, seed: seed)
            expectReferencePairs(
                rows, columns: 120, threshold: threshold, budget: 1 << 30, threads: 2, method: method)
        }
    }

    @Test(arguments: [1, 5000, 100_000, 1 << 30])
    func aSmallBudgetChangesNothing(budget: Int) {
        let rows = RandomRows.make(count: 300, columns: 400, seed: 9)
        for method in JoinMethod.allCases {
            expectReferencePairs(
                rows, columns: 400, threshold: 0.6, budget: budget, threads: 3, method: method)
        }
    }

    @Test func sameBytesForAnyMethodThreadsAndBudget() {
        let matrix = TermMatrix(rows: RandomRows.make(count: 400, columns: 300, seed: 4), columnCount: 300)
        for threshold in [0.3, 0.6, 0.9] {
            let ways: [(JoinMethod, Int, Int)] = [
                (.dense, 1, 1 << 30), (.dense, 2, 1 << 30), (.dense, 4, 20_000), (.dense, 1, 1),
                (.index, 1, 1 << 30), (.index, 2, 1 << 30), (.index, 4, 1),
            ]
            let results = ways.map { method, threads, budget in
                ExactJoin(
                    settings: JoinSettings(threshold: threshold, memoryBudgetBytes: budget, method: method),
                    threads: threads
                ).pairs(in: matrix)
            }
            #expect(results.dropFirst().allSatisfy { $0 == results[0] })
            #expect(!results[0].isEmpty)
        }
    }

    @Test(arguments: JoinMethod.allCases, [1, 3])
    func moreThanTheMostPairsAreAnError(method: JoinMethod, threads: Int) throws {
        let rows = RandomRows.make(count: 400, columns: 80, seed: 9)
        let matrix = TermMatrix(rows: rows, columnCount: 80)
        let join = ExactJoin(settings: JoinSettings(threshold: 0.4, method: method), threads: threads)
        let all = join.pairs(in: matrix)
        #expect(all.count > 100)
        #expect(try join.planned(matrix, mostPairs: all.count).pairs == all)
        for most in [0, 1, all.count - 1] {
            #expect(throws: TooManyPairs(most: most)) { try join.planned(matrix, mostPairs: most) }
        }
    }

    @Test(arguments: JoinMethod.allCases)
    func allIdenticalRowsGiveEveryPair(method: JoinMethod) {
        let rows = Rows(repeating: [(column: 2, value: 0.6), (column: 5, value: 0.8)], count: 50)
        let pairs = pairs(rows, columns: 6, threshold: 1, method: method)
        #expect(pairs.count == 50 * 49 / 2)
        #expect(pairs.allSatisfy { $0.similarity > 0.999_999 && $0.similarity <= 1 })
    }

    @Test(arguments: JoinMethod.allCases)
    func emptyRowsAreInNoPair(method: JoinMethod) {
        let rows: Rows = [[], [(column: 0, value: 1)], [], [(column: 0, value: 1)], []]
        #expect(
            pairs(rows, columns: 1, threshold: 0.1, method: method) == [
                SimilarPair(a: 1, b: 3, similarity: 1)
            ])
    }

    @Test(arguments: [0, 1], JoinMethod.allCases)
    func noRowOrOneGivesNoPair(count: Int, method: JoinMethod) {
        let rows = Rows(repeating: [(column: 0, value: 1)], count: count)
        #expect(pairs(rows, columns: 1, threshold: 0.5, method: method).isEmpty)
    }

    @Test(arguments: JoinMethod.allCases)
    func rowsAsLongAsTheirStoredPartGivesNoPairBelowIt(method: JoinMethod) {
        // Stored parts shorter than 1, as n-grams without a column leave them.
        let rows: Rows = [[(column: 0, value: 0.7)], [(column: 0, value: 0.7)], [(column: 0, value: 1)]]
        #expect(
            pairs(rows, columns: 1, threshold: 0.6, method: method).map { [$0.a, $0.b] } == [
                [0, 2], [1, 2],
            ])
    }

    @Test(arguments: JoinMethod.allCases)
    func longRowsOfEqualValuesAreNotLost(method: JoinMethod) {
        // The first thing that the rows share comes behind 10,000 equal values: bounds that were added up in single precision
        // had gone wrong by then. The true cosine is 0.70710.
        let half = 10_004
        let rows: Rows = [
            (half..<2 * half).map { (column: $0, value: 1 / Double(half).squareRoot()) },
            (0..<2 * half).map { (column: $0, value: 0.00706963) },
        ]
        let pairs = pairs(rows, columns: 2 * half, threshold: 0.707, method: method)
        #expect(pairs.map { [$0.a, $0.b] } == [[0, 1]])
    }

    @Test(arguments: [1e-12, 1e-7, 1e-3], JoinMethod.allCases)
    func aThresholdOfNearlyNothingTakesRowsThatShareAColumn(threshold: Double, method: JoinMethod) {
        let rows = RandomRows.make(count: 60, columns: 400, seed: 12)
        let pairs = pairs(rows, columns: 400, threshold: threshold, method: method)
        var expected = 0
        for a in rows.indices {
            for b in (a + 1)..<max(a + 1, rows.count) where RandomRows.product(rows[a], rows[b]) > 0 {
                expected += 1
            }
        }
        #expect(pairs.count == expected)
    }

    @Test func aPlanTakesTheCheaperMethodOrTheOneThatIsAskedFor() {
        let matrix = TermMatrix(rows: RandomRows.make(count: 200, columns: 60, seed: 7), columnCount: 60)
        let plan = ExactJoin(settings: JoinSettings(threshold: 0.5)).plan(for: matrix)
        #expect(plan.method == (plan.denseSeconds < plan.indexSeconds ? .dense : .index))
        for method in JoinMethod.allCases {
            #expect(
                ExactJoin(settings: JoinSettings(threshold: 0.5, method: method)).plan(for: matrix).method
                    == method)
        }
    }

    @Test func aPlanTakesTheDenseMethodOnlyWhereItHasRoom() {
        // Few columns that nearly all rows have: the dense method is far cheaper.
        let matrix = TermMatrix(
            rows: (0..<300).map { row in
                (0..<40).map { (column: $0, value: 0.1 + Double((row + $0) % 7) / 100) }
            },
            columnCount: 40)
        let budget = 2 * 32 * matrix.nonZeroCount
        for (bytes, method) in [(budget, JoinMethod.dense), (budget - 64, .index)] {
            let settings = JoinSettings(threshold: 0.3, memoryBudgetBytes: bytes)
            #expect(ExactJoin(settings: settings).plan(for: matrix).method == method)
        }
    }

    private func pairs(_ rows: Rows, columns: Int, threshold: Double, method: JoinMethod) -> [SimilarPair] {
        ExactJoin(settings: JoinSettings(threshold: threshold, method: method))
            .pairs(in: TermMatrix(rows: rows, columnCount: columns))
    }

    @Test func pairsComeBySimilarityThenByRow() {
        let matrix = TermMatrix(rows: RandomRows.make(count: 200, columns: 60, seed: 7), columnCount: 60)
        let pairs = ExactJoin(settings: JoinSettings(threshold: 0.3)).pairs(in: matrix)
        #expect(zip(pairs, pairs.dropFirst()).allSatisfy { SimilarPair.precedes($0, $1) })
    }
}
