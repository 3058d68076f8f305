import Scheduling
import Testing

@testable import SimilarityJoin

/// Pairs after lengths and other factors have been taken into account.
struct ScoredPairsTests {
    @Test func pairsAreKeptByTheirScoreAndOrderedByIt() {
        let pairs = (1...9000).map { SimilarPair(a: 0, b: $0, similarity: 0.9) }
        for threads in [1, 3] {
            let scored = ScoredPairs(
                pairs, settings: JoinSettings(threshold: 0.6), workers: Workers(count: threads)
            ) { ($0.b % 3 == 0 ? 0.5 : $0.b % 3 == 1 ? 1 : 0.75, $0.b % 9 == 1 ? 0.5 : 1) }
            #expect(scored.pairs.count == 5000 && scored.demoted.count == 4000)
            #expect(scored.pairs.first == SimilarPair(a: 0, b: 4, similarity: 0.9))
            #expect(scored.pairs.last == SimilarPair(a: 0, b: 9000 - 1, similarity: 0.675))
            #expect(scored.demoted.allSatisfy { $0.similarity == 0.45 })
            #expect(scored.marked.isEmpty)
            #expect(scored.guarded.map(\.b) == (0..<1000).map { $0 * 9 + 1 })
        }
    }

    @Test func pairsThatTokensTakeSomethingFromAreMarked() {
        let pairs = (1...9).map { SimilarPair(a: 0, b: $0, similarity: 0.9) }
        let scored = ScoredPairs(
            pairs, settings: JoinSettings(threshold: 0.6), workers: Workers(count: 1)
        ) { (1, [3: 0.8, 5: 0.7, 7: 0.5][$0.b] ?? 1) }
        #expect(scored.marked.map(\.b) == [3, 5] && scored.guarded.map(\.b) == [7])
        #expect(scored.pairs.count == 8)
    }

    @Test func balanceFallsWithTheRatioOfTheLengths() {
        let balance = LengthBalance(lengths: [100, 100, 200, 400, 0, 0])
        #expect(balance.factor(0, 1) == 1 && balance.factor(4, 5) == 1 && balance.factor(0, 4) == 0)
        #expect(abs(balance.factor(0, 2) - 64.0 / 81) < 1e-12)
        #expect(abs(balance.factor(0, 3) - 0.4096) < 1e-12)
        #expect(balance.factor(3, 0) == balance.factor(0, 3))
    }

    @Test func underTheSameHeadingsBalanceIsTheFourthRoot() {
        let lengths = [100, 200, 200, 400, 0, 100]
        let balance = LengthBalance(lengths: lengths, headings: [7, 7, 8, 7, 7, 7])
        let elsewhere = LengthBalance(lengths: lengths)
        // 2√(ab)/(a + b).
        #expect(abs(balance.factor(0, 1) - 2 * 20_000.0.squareRoot() / 300) < 1e-12)
        #expect(abs(balance.factor(0, 3) - 0.8) < 1e-12)
        #expect(balance.factor(0, 5) == 1 && balance.factor(0, 4) == 0)
        #expect(balance.factor(0, 2) == elsewhere.factor(0, 2))
        for (a, b) in [(0, 1), (0, 3), (1, 3)] {
            #expect(abs(balance.factor(a, b) - elsewhere.factor(a, b).squareRoot().squareRoot()) < 1e-12)
        }
    }

    @Test func rowsWithoutHeadingsHaveNoneInCommon() {
        let balance = LengthBalance(lengths: [100, 200], headings: [0, 0])
        #expect(balance.factor(0, 1) == LengthBalance(lengths: [100, 200]).factor(0, 1))
    }
}
