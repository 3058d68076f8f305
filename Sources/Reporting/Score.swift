internal import Refrain

/// A similarity for people.
enum Score {
    /// "0.85"; with how likely such a pair says the same, "0.85 p0.97", where that was calibrated.
    static func text(_ similarity: Double, _ calibration: Calibration?) -> String {
        let score = SixDecimals.shortText(similarity)
        guard let calibration else { return score }
        return "\(score) p\(SixDecimals.shortText(calibration.probability(similarity)))"
    }
}

extension Analysis {
    /// A similarity for people, as the settings calibrate it.
    func score(_ similarity: Double) -> String { Score.text(similarity, settings.calibration) }
}
