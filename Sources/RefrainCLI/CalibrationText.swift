import Foundation
import Refrain
import Reporting

/// What a calibration says to the person who made it.
struct CalibrationText {
    let result: CalibratedThreshold
    let labels: [LabelledSimilarity]
    /// How many labels are about pairs too unlike to count.
    let passedOver: Int
    let precision: Double

    var text: String {
        let same = labels.count { $0.isSame }
        var lines = [
            "\(Wording.count(labels.count, "label")): \(same) the same, \(labels.count - same) different."
        ]
        if passedOver > 0 {
            lines.append(
                "\(Wording.count(passedOver, "label is", "labels are")) about sections less than 0.30 alike and not used."
            )
        }
        lines.append(recommendation)
        if result.isUncertain {
            lines.append(
                "These are too few to rely on: \(CalibratedThreshold.fewestLabels) labels, and "
                    + "\(CalibratedThreshold.fewestOfAKind) of each kind, are the least.")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A share with two digits.
    static func hundredths(_ value: Double) -> String { String(format: "%.2f", value) }

    private var recommendation: String {
        let wanted = Self.hundredths(precision)
        guard let threshold = result.threshold else {
            return "No threshold gives a precision of \(wanted): nothing is recommended, and nothing written."
        }
        let interval = result.interval.map {
            ", \(Self.hundredths($0.lowerBound)) to \(Self.hundredths($0.upperBound)) in 95 % of "
                + "\(CalibratedThreshold.draws) draws of the labels"
        }
        return "Threshold for a precision of \(wanted): \(Self.hundredths(threshold))\(interval ?? "")."
    }
}
