internal import Foundation

/// A pair that a person has judged.
public struct LabelledSimilarity: Sendable, Equatable {
    /// The pair's similarity, 0…1.
    public let similarity: Double
    /// Whether the two say the same.
    public let isSame: Bool

    /// Makes a label.
    public init(similarity: Double, isSame: Bool) {
        self.similarity = similarity
        self.isSame = isSame
    }
}

/// How likely two sections say the same, given their similarity: 1/(1 + exp(−(intercept + slope · similarity))).
///
/// Fitted to labels by logistic regression with the targets (n₊ + 1)/(n₊ + 2) and 1/(n₋ + 2) in place of 1 and 0, so that few
/// labels give no certainty. (J. Platt, Probabilistic outputs for support vector machines, 1999.)
public struct Calibration: Sendable, Equatable {
    /// The log odds at similarity 0.
    public let intercept: Double
    /// How much the log odds rise from similarity 0 to 1; not negative.
    public let slope: Double

    /// Makes a calibration.
    public init(intercept: Double, slope: Double) {
        self.intercept = intercept
        self.slope = slope
    }

    /// Reads what `description` writes; nil for anything else, and where the slope is negative.
    public init?(_ text: String) {
        let parts = text.split(separator: " ").map { Double($0) }
        guard parts.count == 2, let intercept = parts[0], let slope = parts[1], intercept.isFinite,
            slope.isFinite, slope >= 0
        else { return nil }
        self.init(intercept: intercept, slope: slope)
    }

    /// Fits `labels`; nil where not both kinds are among them. O(labels), some dozen passes.
    public init?(fitting labels: [LabelledSimilarity]) {
        let same = labels.count { $0.isSame }
        guard same > 0, same < labels.count else { return nil }
        let high = Double(same + 1) / Double(same + 2)
        let low = 1 / Double(labels.count - same + 2)
        let points = labels.map { (x: $0.similarity, target: $0.isSame ? high : low) }
        var (intercept, slope) = (0.0, 0.0)
        for _ in 0..<Self.mostSteps {
            let (a, b) = Self.step(points, intercept, slope)
            (intercept, slope) = (intercept + a, slope + b)
            if abs(a) + abs(b) < 1e-9 { break }
        }
        // Labels that go against similarity say that it tells nothing here.
        if slope < 0 {
            let mean = points.reduce(0) { $0 + $1.target } / Double(points.count)
            (intercept, slope) = (log(mean / (1 - mean)), 0)
        }
        self.init(intercept: intercept, slope: slope)
    }

    private static let mostSteps = 100
    /// What holds the slope where labels are parted by similarity alone: it keeps p from a step.
    private static let ridge = 1e-3

    /// A Newton step, at most 5 long so that it can't overshoot.
    private static func step(
        _ points: [(x: Double, target: Double)], _ intercept: Double, _ slope: Double
    ) -> (Double, Double) {
        var (g0, g1, h00, h01, h11) = (0.0, ridge * slope, 1e-9, 0.0, ridge)
        for (x, target) in points {
            let p = 1 / (1 + exp(-(intercept + slope * x)))
            let weight = p * (1 - p)
            (g0, g1) = (g0 + p - target, g1 + (p - target) * x)
            (h00, h01, h11) = (h00 + weight, h01 + weight * x, h11 + weight * x * x)
        }
        let determinant = h00 * h11 - h01 * h01
        guard determinant > 1e-300 else { return (0, 0) }
        let (a, b) = (-(h11 * g0 - h01 * g1) / determinant, -(h00 * g1 - h01 * g0) / determinant)
        let length = max(abs(a), abs(b))
        return length > 5 ? (a * 5 / length, b * 5 / length) : (a, b)
    }

    /// The probability that two sections of this similarity say the same.
    public func probability(_ similarity: Double) -> Double {
        1 / (1 + exp(-(intercept + slope * similarity)))
    }
}

extension Calibration: CustomStringConvertible {
    /// Intercept and slope, as the setting `calibration` takes them.
    public var description: String {
        String(format: "%.4f %.4f", locale: Locale(identifier: "en_US_POSIX"), intercept, slope)
    }
}
