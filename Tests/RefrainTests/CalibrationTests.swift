import Refrain
import Testing

/// Labels to probabilities to a threshold.
struct CalibrationTests {
    /// Labels at even distances, the same from `border` on.
    private func labels(_ count: Int, border: Double) -> [LabelledSimilarity] {
        (0..<count).map { index in
            let similarity = 0.3 + 0.7 * Double(index) / Double(count - 1)
            return LabelledSimilarity(similarity: similarity, isSame: similarity >= border)
        }
    }

    private let similarities = (0...700).map { 0.3 + Double($0) / 1000 }

    @Test func theFitIsWherePlattsTargetsPutIt() throws {
        // Two similarities, each with as many labels: the logistic curve goes through the mean targets exactly, but for the
        // ridge that holds the slope.
        let labels = (0..<40).map {
            LabelledSimilarity(similarity: $0 < 20 ? 0.4 : 0.8, isSame: $0 % 4 == 0 || $0 > 24)
        }
        let fit = try #require(Calibration(fitting: labels))
        let same = Double(labels.count { $0.isSame })
        let (high, low) = ((same + 1) / (same + 2), 1 / (40 - same + 2))
        for (similarity, part) in [(0.4, labels.prefix(20)), (0.8, labels.suffix(20))] {
            let mean = part.reduce(0) { $0 + ($1.isSame ? high : low) } / 20
            #expect(abs(fit.probability(similarity) - mean) < 2e-3)
        }
    }

    @Test func probabilityRisesAndIsAHalfAtTheBorder() throws {
        let fit = try #require(Calibration(fitting: labels(60, border: 0.65)))
        #expect(fit.slope > 0 && abs(fit.probability(0.645) - 0.5) < 0.03)
        #expect(fit.probability(0.9) > 0.97 && fit.probability(0.4) < 0.03)
    }

    @Test func labelsOfOneKindFitNothing() {
        #expect(Calibration(fitting: []) == nil)
        #expect(Calibration(fitting: [LabelledSimilarity(similarity: 0.5, isSame: true)]) == nil)
    }

    @Test func labelsThatGoAgainstSimilarityGiveOneProbability() throws {
        let turned = labels(20, border: 0.6).map {
            LabelledSimilarity(similarity: $0.similarity, isSame: !$0.isSame)
        }
        let fit = try #require(Calibration(fitting: turned))
        #expect(fit.slope == 0 && fit.probability(0.3) == fit.probability(1))
    }

    @Test func theThresholdHasTheWantedPrecisionAndAnInterval() throws {
        let result = try #require(
            CalibratedThreshold(labels: labels(40, border: 0.6), similarities: similarities, precision: 0.95))
        let threshold = try #require(result.threshold)
        let interval = try #require(result.interval)
        #expect((0.62...0.7).contains(threshold) && interval.contains(threshold) && !result.isUncertain)
        let found = similarities.filter { $0 >= threshold }
        let mean = found.reduce(0) { $0 + result.calibration.probability($1) } / Double(found.count)
        #expect(mean > 0.94)
    }

    @Test func aHigherPrecisionAsksForAHigherThreshold() throws {
        let thresholds = try [0.7, 0.9, 0.97].map { precision in
            try #require(
                CalibratedThreshold(
                    labels: labels(60, border: 0.6), similarities: similarities, precision: precision)?
                    .threshold)
        }
        #expect(thresholds == thresholds.sorted() && thresholds[0] < thresholds[2])
    }

    @Test func fewLabelsWorkAndAreCalledTooFew() throws {
        let result = try #require(
            CalibratedThreshold(labels: labels(8, border: 0.6), similarities: similarities, precision: 0.8))
        #expect(result.isUncertain && result.threshold != nil)
    }

    @Test func whatIsWrittenIsRead() throws {
        let calibration = Calibration(intercept: -9.125, slope: 14.25)
        #expect(Calibration(calibration.description) == calibration)
        for text in ["", "1", "1 2 3", "a b", "1 -2", "nan 1"] { #expect(Calibration(text) == nil) }
    }

    @Test func questionsSpreadFirstAndThenGoWhereTheFitIsUnsure() throws {
        var labels: [Int: Bool] = [:]
        var asked: [Double] = []
        for _ in 0..<12 {
            let next = try #require(InformativePairs.next(similarities, labels: labels))
            asked.append(similarities[next])
            labels[next] = similarities[next] >= 0.7
        }
        #expect(asked.prefix(3).map { ($0 * 100).rounded() } == [60, 90, 45])
        #expect(asked.suffix(4).allSatisfy { abs($0 - 0.7) < 0.08 })
        #expect(InformativePairs.next([0.5], labels: [0: true]) == nil)
        #expect(InformativePairs.next([0.5], labels: [:], passed: [0]) == nil)
    }

    @Test func settingsAreChangedInTheirPlaceOrAdded() {
        let old = "# ours\nthreshold: 0.8 # was\nlint:\n  threshold: 0.9\n"
        let new = SettingsFileEdit.setting(
            [(.threshold, "0.65"), (.calibration, "\"-9 14\"")], comment: "why", in: old)
        #expect(
            new == "# ours\nthreshold: 0.65 # why\nlint:\n  threshold: 0.9\n# why\ncalibration: \"-9 14\"\n")
        #expect(SettingsFileEdit.setting([(.threshold, "1")], comment: "c", in: "") == "# c\nthreshold: 1\n")
    }
}
