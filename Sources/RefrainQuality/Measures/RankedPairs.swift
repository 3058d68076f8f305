/// Judged pairs by falling similarity, and how many there are to be found.
///
/// Unjudged pairs are left out. What is computed at a similarity takes all pairs of that similarity or none.
struct RankedPairs: Sendable {
    /// A judged pair that was scored.
    struct Entry: Sendable, Equatable {
        let pair: ItemPair
        /// 0…1.
        let similarity: Double
        let isSame: Bool
        /// Where it is drawn with in the bootstrap: the page of its first item.
        let page: Int
    }

    /// The pairs, similarity falling, then by items.
    let entries: [Entry]
    /// Per page, how many pairs are to be found, those without a score included.
    let sameCountOfPage: [Int]

    /// Orders `entries`.
    init(_ entries: [Entry], sameCountOfPage: [Int]) {
        self.entries = entries.sorted {
            $0.similarity != $1.similarity
                ? $0.similarity > $1.similarity : ($0.pair.a, $0.pair.b) < ($1.pair.a, $1.pair.b)
        }
        self.sameCountOfPage = sameCountOfPage
    }

    /// How many pairs are to be found.
    var sameCount: Int { sameCountOfPage.reduce(0, +) }

    /// Accuracy where all pairs at or above `threshold` are called the same.
    ///
    /// - Parameter weights: how often each page counts; all once where nil.
    func accuracy(at threshold: Double, weights: [Int]? = nil) -> Accuracy {
        var accuracy = Accuracy(found: 0, wrong: 0, wanted: wanted(weights))
        for entry in entries {
            guard entry.similarity >= threshold else { break }
            accuracy.add(entry, times: weights?[entry.page] ?? 1)
        }
        return accuracy
    }

    private func wanted(_ weights: [Int]?) -> Int {
        guard let weights else { return sameCount }
        return zip(sameCountOfPage, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The accuracy after each group of equally similar pairs, and that similarity.
    private func curve(_ weights: [Int]?) -> [(threshold: Double, accuracy: Accuracy)] {
        var accuracy = Accuracy(found: 0, wrong: 0, wanted: wanted(weights))
        var curve: [(Double, Accuracy)] = []
        for (place, entry) in entries.enumerated() {
            accuracy.add(entry, times: weights?[entry.page] ?? 1)
            let isLast = place + 1 == entries.count || entries[place + 1].similarity != entry.similarity
            if isLast { curve.append((entry.similarity, accuracy)) }
        }
        return curve
    }

    /// The threshold of the highest F1, and the accuracy there; nil without pairs. The highest threshold wins a tie.
    var best: (threshold: Double, accuracy: Accuracy)? {
        curve(nil).reduce(nil) { best, point in
            guard let best, best.1.f1 >= point.accuracy.f1 else { return point }
            return best
        }
    }

    /// Σ (R − R before) · P over the ranking: the area under the precision-recall curve.
    func averagePrecision(weights: [Int]? = nil) -> Double {
        var (sum, before) = (0.0, 0.0)
        for (_, accuracy) in curve(weights) {
            sum += (accuracy.recall - before) * accuracy.precision
            before = accuracy.recall
        }
        return sum
    }

    /// The highest recall at a precision of at least `precision`.
    func recall(atPrecision precision: Double, weights: [Int]? = nil) -> Double {
        curve(weights).filter { $0.accuracy.precision >= precision }.map(\.accuracy.recall).max() ?? 0
    }
}

/// How many pairs are rightly and wrongly called the same.
struct Accuracy: Sendable, Equatable {
    /// The pairs rightly called the same.
    var found: Int
    /// The pairs wrongly called the same.
    var wrong: Int
    /// The pairs that are the same.
    var wanted: Int

    /// The share of the pairs called the same that are; 1 where none is called so.
    var precision: Double { found + wrong == 0 ? 1 : Double(found) / Double(found + wrong) }
    /// The share of the same pairs that are called so; 0 where there are none.
    var recall: Double { wanted == 0 ? 0 : Double(found) / Double(wanted) }
    /// 2·PR/(P + R); 0 where both are.
    var f1: Double {
        found + wrong + wanted == 0 ? 0 : 2 * Double(found) / Double(found + wrong + wanted)
    }

    fileprivate mutating func add(_ entry: RankedPairs.Entry, times weight: Int) {
        if entry.isSame { found += weight } else { wrong += weight }
    }
}
