/// The threshold that labels recommend.
public struct CalibratedThreshold: Sendable, Equatable {
    /// How similarity becomes probability.
    public let calibration: Calibration
    /// The lowest threshold, in hundredths, whose pairs have the wanted precision; nil where none has.
    public let threshold: Double?
    /// The middle 95 % of the thresholds that draws of the labels recommend; nil where no draw recommends one.
    public let interval: ClosedRange<Double>?
    /// Whether the labels are too few to rely on.
    public let isUncertain: Bool

    /// Labels below this number, or with fewer of a kind than `fewestOfAKind`, are too few.
    public static let fewestLabels = 20
    /// See `fewestLabels`.
    public static let fewestOfAKind = 5
    /// How often the labels are drawn.
    public static let draws = 200

    /// Fits `labels` and picks a threshold for pairs of `similarities`; nil where labels of both kinds are not there.
    ///
    /// The precision at a threshold is the mean probability of the pairs that reach it.
    ///
    /// - Parameters:
    ///   - similarities: those of all pairs that could be found, in any order.
    ///   - precision: what share of the pairs found is to be the same, above 0 and at most 1.
    public init?(labels: [LabelledSimilarity], similarities: [Double], precision: Double) {
        guard let calibration = Calibration(fitting: labels) else { return nil }
        self.calibration = calibration
        let counts = Self.counts(similarities)
        threshold = Self.threshold(calibration, counts, precision)
        let same = labels.count { $0.isSame }
        isUncertain =
            labels.count < Self.fewestLabels || min(same, labels.count - same) < Self.fewestOfAKind
        var random = LabelDraws(seed: UInt64(labels.count))
        let drawn = (0..<Self.draws).compactMap { _ -> Double? in
            let draw = labels.indices.map { _ in labels[random.below(labels.count)] }
            return Calibration(fitting: draw).flatMap { Self.threshold($0, counts, precision) }
        }.sorted()
        interval =
            drawn.isEmpty
            ? nil : drawn[Int(Double(drawn.count - 1) * 0.025)]...drawn[Int(Double(drawn.count - 1) * 0.975)]
    }

    /// How many pairs lie in each hundredth of similarity.
    private static func counts(_ similarities: [Double]) -> [Int] {
        similarities.reduce(into: [Int](repeating: 0, count: 101)) { $0[Int(($1 * 100).rounded(.down))] += 1 }
    }

    private static func threshold(_ calibration: Calibration, _ counts: [Int], _ precision: Double) -> Double?
    {
        var (sum, count, best) = (0.0, 0, Double?.none)
        for hundredth in stride(from: 100, through: 1, by: -1) {
            let similarity = min(1, (Double(hundredth) + 0.5) / 100)
            sum += calibration.probability(similarity) * Double(counts[hundredth])
            count += counts[hundredth]
            if count > 0, sum / Double(count) >= precision { best = Double(hundredth) / 100 }
        }
        return best
    }
}

/// Draws with a seed, the same on every machine (SplitMix64; G. Steele, D. Lea, C. Flood, 2014).
private struct LabelDraws {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)).multipliedFullWidth(by: UInt64(limit)).high)
    }
}
