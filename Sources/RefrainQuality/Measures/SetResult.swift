/// What was measured on one set.
struct SetResult: Sendable {
    let set: LabelledSet
    /// How many labelled items lie in no section.
    let missingCount: Int
    /// Accuracy over all pairs, then by language.
    let rows: [AccuracyRow]
    /// How the clusters agree with the set's, if it has any.
    let clusters: ClusterAgreement?
    /// The worst mistakes at the threshold.
    let faults: Faults
    /// By kind of pair, for sets that have kinds.
    let kinds: [KindRow]
    /// Similarity against precision.
    let reliability: Reliability
}

/// A figure and its interval.
struct Estimate: Sendable {
    let value: Double
    let interval: ClosedRange<Double>
}

/// The accuracy on the pairs of one language, or of all.
struct AccuracyRow: Sendable {
    /// The language; nil for all.
    let language: String?
    /// How many pairs are to be found, and how many others were scored.
    let sameCount, otherCount: Int
    /// At the measured threshold.
    let accuracy: Accuracy
    let f1: Estimate
    /// The threshold of the best F1, and the accuracy there; nil without pairs.
    let best: (threshold: Double, accuracy: Accuracy)?
    let averagePrecision, recallAt95: Estimate

    init(language: String?, ranked: RankedPairs, threshold: Double, bootstrap: Bootstrap) {
        self.language = language
        sameCount = ranked.sameCount
        otherCount = ranked.entries.count { !$0.isSame }
        accuracy = ranked.accuracy(at: threshold)
        best = ranked.best
        func estimate(_ statistic: ([Int]?) -> Double) -> Estimate {
            Estimate(
                value: statistic(nil),
                interval: bootstrap.interval(pageCount: ranked.sameCountOfPage.count) { statistic($0) })
        }
        f1 = estimate { ranked.accuracy(at: threshold, weights: $0).f1 }
        averagePrecision = estimate { ranked.averagePrecision(weights: $0) }
        recallAt95 = estimate { ranked.recall(atPrecision: 0.95, weights: $0) }
    }
}

/// How many pairs of a kind are called the same.
struct KindRow: Sendable, Equatable {
    let kind: String
    let isSame: Bool
    let count, foundCount: Int

    /// The kinds of `set` by name, with how many of their pairs are among `found`.
    static func rows(of set: LabelledSet, found: Set<ItemPair>) -> [KindRow] {
        Set(set.kinds.values).sorted().map { kind in
            let pairs = set.kinds.filter { $0.value == kind }.map(\.key)
            return KindRow(
                kind: kind, isSame: pairs.contains { set.label(of: $0) == .same }, count: pairs.count,
                foundCount: pairs.count { found.contains($0) })
        }
    }
}

/// The worst mistakes at a threshold.
struct Faults: Sendable {
    /// A pair and its similarity; nil where it lies below what was looked at.
    struct Fault: Sendable {
        let pair: ItemPair
        let similarity: Double?
    }

    /// How many of each are kept.
    static let kept = 8

    /// Different pairs at or above the threshold, the most similar first.
    let falsePositives: [Fault]
    /// Same pairs below it, the least similar first.
    let falseNegatives: [Fault]

    init(of set: LabelledSet, scores: [(pair: ItemPair, similarity: Double)], threshold: Double) {
        let similarityOf = Dictionary(scores.map { ($0.pair, $0.similarity) }, uniquingKeysWith: max)
        let wrong = scores.filter { $0.similarity >= threshold && set.label(of: $0.pair) == .different }
        falsePositives = Self.worst(wrong.map { Fault(pair: $0.pair, similarity: $0.similarity) }) {
            -($0.similarity ?? 0)
        }
        let lost = set.samePairs.map { Fault(pair: $0, similarity: similarityOf[$0]) }
        falseNegatives = Self.worst(lost.filter { ($0.similarity ?? 0) < threshold }) { $0.similarity ?? 0 }
    }

    /// The first faults by `order`, then by their items.
    private static func worst(_ faults: [Fault], by order: (Fault) -> Double) -> [Fault] {
        let sorted = faults.sorted { first, second in
            let (a, b) = (order(first), order(second))
            return a != b ? a < b : first.pair < second.pair
        }
        return Array(sorted.prefix(kept))
    }
}

extension ItemPair: Comparable {
    static func < (first: ItemPair, second: ItemPair) -> Bool { (first.a, first.b) < (second.a, second.b) }
}

/// How precise pairs of about the same similarity are.
struct Reliability: Sendable, Equatable {
    /// The pairs of a range of similarities.
    struct Bin: Sendable, Equatable {
        /// The range's lower end; it is `width` wide.
        let low: Double
        let same, different: Int
        /// The share of the same.
        var precision: Double { Double(same) / Double(same + different) }
    }

    /// How wide a range is.
    static let width = 0.05
    /// Ranges with pairs, rising.
    let bins: [Bin]

    init(_ ranked: RankedPairs) {
        let count = Int((1 / Self.width).rounded())
        var (same, different) = ([Int](repeating: 0, count: count), [Int](repeating: 0, count: count))
        for entry in ranked.entries {
            let bin = min(count - 1, Int(entry.similarity / Self.width + 1e-9))
            if entry.isSame { same[bin] += 1 } else { different[bin] += 1 }
        }
        bins = (0..<count).filter { same[$0] + different[$0] > 0 }.map {
            Bin(low: Double($0) * Self.width, same: same[$0], different: different[$0])
        }
    }
}

/// How other settings do on all sets.
struct StudyRow: Sendable {
    /// The fixed thresholds that F1 is shown at.
    static let thresholds = [0.55, 0.58, 0.6, 0.62, 0.65, 0.7, 0.8]

    struct Cell: Sendable {
        let set: String
        /// The threshold of the best F1.
        let best: Double
        let f1, averagePrecision: Double
        /// F1 at `thresholds`.
        let f1AtThresholds: [Double]
    }

    let name: String
    let cells: [Cell]
}
