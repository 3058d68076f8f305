import Reading
import TestSupport

/// How many edited copies are found, by how much of them is edited.
struct RobustnessCurve: Sendable {
    /// A share of edits and what is found of the copies.
    struct Point: Sendable {
        let share: Double
        /// The highest recall at a precision of at least 0.95, whatever the threshold.
        let recallAt95: Double
        /// Recall and precision at the measured threshold.
        let recall, precision: Double
    }

    /// The shares that are measured.
    static let shares = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5]

    let language: String
    let edit: Edit
    let points: [Point]
}

/// Measures how edits of a share of the text keep copies from being found.
///
/// Each section is there with its edited copy, beside all others of its language: a copy is to be found, all else is not.
struct RobustnessRun {
    let pairs: [FixturePairs.Pair]
    let variation: Variation
    let threshold: Double
    let threads: Int
    let seed: UInt64

    /// Copies of each section, so that a curve rests on more than a few dozen pairs.
    private static let rounds = 4

    /// The curves, by language and edit.
    func curves() throws(QualityFailure) -> [RobustnessCurve] {
        var curves: [RobustnessCurve] = []
        for language in ["en", "zh"] {
            for edit in Edit.allCases where edit.isFor(language) {
                var points: [RobustnessCurve.Point] = []
                for share in RobustnessCurve.shares {
                    points.append(try point(language, edit, share))
                }
                curves.append(RobustnessCurve(language: language, edit: edit, points: points))
            }
        }
        return curves
    }

    /// The sections of a language, one of each heading.
    static func sections(of pairs: [FixturePairs.Pair], _ language: String) -> [FixturePairs.Side] {
        var seen: Set<String> = []
        return pairs.filter {
            $0.language == language && ["near-duplicate", "same-subject"].contains($0.kind)
        }
        .flatMap { $0.kind == "same-subject" ? [$0.a, $0.b] : [$0.a] }
        .filter { seen.insert($0.heading).inserted }
    }

    private func point(_ language: String, _ edit: Edit, _ share: Double) throws(QualityFailure)
        -> RobustnessCurve.Point
    {
        let settings = try variation.settings(threshold: Measuring.floor)
        var entries: [RankedPairs.Entry] = []
        var sameCount = 0
        for round in 0..<Self.rounds {
            let set = set(language, edit, share, round: round)
            let run = try SetRun(set, settings: settings, threads: threads)
            entries += run.ranked(run.scores()).entries
            sameCount += set.samePairs.count
        }
        let ranked = RankedPairs(
            entries.map {
                RankedPairs.Entry(pair: $0.pair, similarity: $0.similarity, isSame: $0.isSame, page: 0)
            }, sameCountOfPage: [sameCount])
        let accuracy = ranked.accuracy(at: threshold)
        return RobustnessCurve.Point(
            share: share, recallAt95: ranked.recall(atPrecision: 0.95), recall: accuracy.recall,
            precision: accuracy.precision)
    }

    private func set(_ language: String, _ edit: Edit, _ share: Double, round: Int) -> LabelledSet {
        let sections = Self.sections(of: pairs, language)
        let texts = sections.map(\.text)
        var random = SeededGenerator(seed: seed &+ UInt64(round))
        let copies = sections.map { section in
            FixturePairs.Side(
                heading: section.heading,
                text: edit.edited(section.text, share: share, others: texts, using: &random))
        }
        let all = sections + copies
        let items = all.enumerated().map { index, side in
            LabelledItem(path: "\(index).md", line: 1, heading: side.heading, page: side.heading)
        }
        let labels = sections.indices.map { (ItemPair($0, $0 + sections.count), PairLabel.same) }
        return LabelledSet(
            name: "\(language) \(edit.rawValue)",
            input: .documents(
                all.enumerated().map { index, side in
                    Document(
                        path: "\(index).md", format: .markdown, text: "# \(side.heading)\n\n\(side.text)\n")
                }), items: items, labels: Dictionary(uniqueKeysWithValues: labels), unlisted: .different,
            clusterOfItem: nil, kinds: [:])
    }
}
