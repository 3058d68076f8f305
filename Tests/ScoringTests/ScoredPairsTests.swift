import Scheduling
import SimilarityJoin
import Testing

@testable import Scoring

/// Pairs after lengths and other factors have been taken into account.
struct ScoredPairsTests {
    private func scored(
        _ count: Int, threads: Int = 1, _ score: @Sendable (SimilarPair) -> PairScore
    ) -> ScoredPairs {
        ScoredPairs(
            (1...count).map { SimilarPair(a: 0, b: $0, similarity: 0.9) },
            settings: JoinSettings(threshold: 0.6), workers: Workers(count: threads), score: score)
    }

    @Test func pairsAreKeptByTheirScoreAndOrderedByIt() {
        for threads in [1, 3] {
            let scored = scored(9000, threads: threads) { pair in
                PairScore(
                    cosine: 0.9, lengthFactor: pair.b % 3 == 0 ? 0.5 : pair.b % 3 == 1 ? 1 : 0.75,
                    penalty: pair.b % 9 == 1 ? 0.5 : 0)
            }
            #expect(scored.pairs.count == 5000 && scored.demoted.count == 4000)
            #expect(scored.pairs.first == SimilarPair(a: 0, b: 4, similarity: 0.9))
            #expect(scored.pairs.last == SimilarPair(a: 0, b: 9000 - 1, similarity: 0.675))
            #expect(scored.demoted.allSatisfy { $0.similarity == 0.45 })
            #expect(scored.marked.isEmpty)
            #expect(scored.guarded.map(\.b) == (0..<1000).map { $0 * 9 + 1 })
            #expect(scored.parted == scored.guarded)
        }
    }

    /// A penalty of 0.12 takes 0.62 to 0.546, and 0.9 to 0.792; one of 0.4 takes 0.9 to 0.54.
    @Test func pairsThatTokensTakeSomethingFromAreMarkedAndThoseTheyPartAreNone() {
        let scored = scored(9) { pair in
            PairScore(
                cosine: [5: 0.62, 8: 0.5][pair.b] ?? 0.9,
                penalty: [3: 0.12, 5: 0.12, 7: 0.4, 8: 0.2][pair.b] ?? 0)
        }
        #expect(scored.marked.map(\.b) == [3])
        #expect(scored.guarded.map(\.b) == [5, 7] && scored.parted.map(\.b) == [5, 7])
        #expect(scored.pairs.map(\.b) == [1, 2, 4, 6, 9, 3])
        #expect(scored.demoted.map(\.similarity) == [0.5456, 0.54, 0.4])
    }

    /// The same pair in runs with any threshold.
    @Test(arguments: [0.3, 0.5, 0.6, 0.7, 0.9])
    func theVerdictDoesNotDependOnTheThreshold(_ threshold: Double) {
        let scores = [
            PairScore(cosine: 0.9, penalty: 0.4), PairScore(cosine: 0.9, penalty: 0.1),
            PairScore(cosine: 0.5, penalty: 0.4), PairScore(cosine: 0.5),
        ]
        #expect(scores.map(\.verdict) == [.parted, .marked, .marked, .same])
        #expect(scores.map(\.linkage) == [0, 0.9 * 0.9, 0.5 * 0.6, 0.5])
        let scored = ScoredPairs(
            (1...4).map { SimilarPair(a: 0, b: $0, similarity: 0.95) },
            settings: JoinSettings(threshold: threshold), workers: Workers(count: 1)
        ) { scores[$0.b - 1] }
        #expect(scored.parted.map(\.b) == [1])
        #expect(scored.pairs.map(\.b) == [2, 4, 3].filter { scores[$0 - 1].similarity >= threshold })
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
