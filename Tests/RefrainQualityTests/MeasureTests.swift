import Testing

@testable import RefrainQuality

/// Figures against values that were worked out by hand, or by scikit-learn where it says so.
struct MeasureTests {
    private static func entry(_ number: Int, _ similarity: Double, _ isSame: Bool, page: Int = 0)
        -> RankedPairs.Entry
    {
        RankedPairs.Entry(
            pair: ItemPair(0, number), similarity: similarity, isSame: isSame, page: page)
    }

    private let ranked = RankedPairs(
        [entry(1, 0.9, true), entry(2, 0.8, false), entry(3, 0.8, true), entry(4, 0.4, true)],
        sameCountOfPage: [4])

    @Test func accuracyCountsWhatReachesTheThreshold() {
        let accuracy = ranked.accuracy(at: 0.8)
        #expect(accuracy == Accuracy(found: 2, wrong: 1, wanted: 4))
        #expect(accuracy.f1 == 4.0 / 7)
    }

    @Test func pairsWithoutAScoreLowerRecall() {
        #expect(ranked.accuracy(at: 0).recall == 0.75)
    }

    @Test func equallySimilarPairsAreTakenTogether() throws {
        let best = try #require(ranked.best)
        #expect(best.threshold == 0.4)
        // 1/4 · 1, then 1/4 · 2/3, then 1/4 · 3/4.
        #expect(abs(ranked.averagePrecision() - (0.25 + 0.25 * 2 / 3 + 0.25 * 0.75)) < 1e-12)
        #expect(ranked.recall(atPrecision: 0.95) == 0.25)
    }

    @Test func aPageThatIsNotDrawnCountsNothing() {
        let ranked = RankedPairs(
            [Self.entry(1, 0.9, true), Self.entry(2, 0.9, false, page: 1)], sameCountOfPage: [1, 1])
        #expect(ranked.accuracy(at: 0.5, weights: [1, 0]) == Accuracy(found: 1, wrong: 0, wanted: 1))
        #expect(ranked.accuracy(at: 0.5, weights: [0, 2]) == Accuracy(found: 0, wrong: 2, wanted: 2))
    }

    @Test func clusterAgreementIsThatOfScikitLearn() {
        // adjusted_rand_score([0, 0, 1, 1, 2, 2], [0, 0, 1, 2, 2, 2]) of scikit-learn 1.9.1.
        let agreement = ClusterAgreement(found: [0, 0, 1, 2, 2, 2], truth: [0, 0, 1, 1, 2, 2])
        #expect(abs(agreement.adjustedRandIndex - 0.444444444444) < 1e-9)
        #expect(abs(agreement.precision - (1 + 1 + 1 + 1.0 / 3 + 2.0 / 3 + 2.0 / 3) / 6) < 1e-12)
        #expect(abs(agreement.recall - (1 + 1 + 0.5 + 0.5 + 1 + 1) / 6) < 1e-12)
    }

    @Test func theSamePartitionAgreesWholly() {
        let agreement = ClusterAgreement(found: [7, 7, 3], truth: [1, 1, 2])
        #expect(agreement.adjustedRandIndex == 1 && agreement.f1 == 1)
    }

    @Test func intervalsFollowFromTheSeedAndHoldTheValue() {
        let bootstrap = Bootstrap(draws: 200, seed: 1)
        let mean: ([Int]) -> Double = { weights in
            Double(weights.enumerated().reduce(0) { $0 + $1.offset * $1.element })
                / Double(weights.reduce(0, +))
        }
        let interval = bootstrap.interval(pageCount: 21, mean)
        #expect(interval.contains(10) && interval.lowerBound > 6 && interval.upperBound < 14)
        #expect(interval == bootstrap.interval(pageCount: 21, mean))
    }

    @Test func reliabilityCountsByRange() {
        let bins = Reliability(ranked).bins
        #expect(bins.map(\.same) == [1, 1, 1] && bins.map(\.different) == [0, 1, 0])
        #expect(abs(bins[1].low - 0.8) < 1e-9)
    }
}
