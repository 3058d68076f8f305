internal import Refrain

extension Analysis {
    /// A similarity for people: with how likely such a pair says the same, "0.85 p0.97", where that was calibrated.
    func score(_ similarity: Double) -> String {
        let score = SixDecimals.shortText(similarity)
        guard let calibration = settings.calibration else { return score }
        return "\(score) p\(SixDecimals.shortText(calibration.probability(similarity)))"
    }
}
