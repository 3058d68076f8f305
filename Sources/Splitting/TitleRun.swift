/// The titles among the candidates of one numbering: a run of numbers, slips allowed.
///
/// First the longest rising run is found in which each number is at most ten above the one before; a candidate counts for more
/// where it asks, has text under it and stands free. What most of that run has in common is the form of a title. Then every
/// candidate of that form is a title too: numbers that stand twice, that start over under another chapter, that are all 1. Only
/// where the run is taken up again after others, as after a list inside, these stay what they are. O(n) in the candidates.
struct TitleRun {
    /// The titles, in the order of their lines.
    let titles: [TitleCandidate]

    /// A longer step is a year or an amount that a line begins with.
    private static let longestStep = 10

    /// The run that the candidates of one numbering form; nil where they form none.
    init?(_ candidates: [TitleCandidate], in text: TitleCandidates) {
        let rising = Self.longestRise(candidates)
        guard rising.count >= 2 else { return nil }
        let form = Self.commonForm(of: rising.map { candidates[$0] })
        let isRising = Self.marks(rising, count: candidates.count)
        let highest = candidates[rising[rising.count - 1]].value + Self.longestStep
        let isAlike = candidates.indices.map {
            isRising[$0] || form.fits(candidates[$0].form) && candidates[$0].value <= highest
        }
        let isTitle = Self.withoutInnerLists(candidates, isRising: isRising, isAlike: isAlike)
        titles = Self.withGapsFilled(candidates, isTitle, form)
        guard counts, looksLikeTitles(in: text) else { return nil }
    }

    // MARK: What the run is made of

    /// The indexes of the run of rising numbers that counts for most.
    private static func longestRise(_ candidates: [TitleCandidate]) -> [Int] {
        // Where all have the same number, or none, there is none that rises.
        if candidates.allSatisfy({ $0.value == candidates[0].value }) { return Array(candidates.indices) }
        /// The best run that ends in a number.
        var best: [Int: (weight: Int, index: Int)] = [:]
        var previous = [Int?](repeating: nil, count: candidates.count)
        var last: (weight: Int, index: Int)?
        for (index, candidate) in candidates.enumerated() {
            var (weight, before): (Int, Int?) = (0, nil)
            for step in 1...longestStep {
                guard let run = best[candidate.value - step] else { continue }
                let reached = run.weight - (step > 1 ? 1 : 0)
                if reached > weight { (weight, before) = (reached, run.index) }
            }
            weight += candidate.weight
            previous[index] = before
            if weight > best[candidate.value]?.weight ?? 0 { best[candidate.value] = (weight, index) }
            if weight > last?.weight ?? 0 { last = (weight, index) }
        }
        return Array(
            sequence(first: last?.index) { $0.flatMap { previous[$0] } }.prefix { $0 != nil }.compactMap {
                $0
            }
            .reversed())
    }

    private static func marks(_ indexes: [Int], count: Int) -> [Bool] {
        var marks = [Bool](repeating: false, count: count)
        for index in indexes { marks[index] = true }
        return marks
    }

    /// What at least four of five titles have in common.
    private struct CommonForm {
        var delimiter: Unicode.Scalar??
        var standsFree: Bool?
        var asks: Bool?
        var hasBody: Bool?

        func fits(_ form: TitleCandidate.Form) -> Bool {
            (delimiter ?? form.delimiter) == form.delimiter
                && (form.standsFree == nil || (standsFree ?? form.standsFree) == form.standsFree)
                && (asks ?? form.asks) == form.asks && (hasBody ?? form.hasBody) == form.hasBody
        }
    }

    private static func commonForm(of titles: [TitleCandidate]) -> CommonForm {
        func common<Value: Hashable>(_ value: (TitleCandidate.Form) -> Value) -> Value? {
            let counts = titles.reduce(into: [:]) { $0[value($1.form), default: 0] += 1 }
            return counts.first { $0.value * 5 >= titles.count * 4 }?.key
        }
        return CommonForm(
            delimiter: common(\.delimiter), standsFree: common(\.standsFree) ?? nil, asks: common(\.asks),
            hasBody: common(\.hasBody))
    }

    /// Which candidates are titles: all that are alike, or, where the rising run is taken up again after two or more that are
    /// alike and no part of it, and counts on from none of them, the rising run alone.
    private static func withoutInnerLists(
        _ candidates: [TitleCandidate], isRising: [Bool], isAlike: [Bool]
    ) -> [Bool] {
        var (others, lastOther) = (0, 0)
        let first = isRising.firstIndex(of: true) ?? 0
        for index in candidates.indices[first...] where isAlike[index] {
            if !isRising[index] {
                (others, lastOther) = (others + 1, candidates[index].value)
                continue
            }
            if others >= 2, candidates[index].value != lastOther + 1 { return isRising }
            others = 0
        }
        return isAlike
    }

    /// The titles, with the candidates that stand between two of them, have text under them and the number that is missing there.
    private static func withGapsFilled(
        _ candidates: [TitleCandidate], _ isTitle: [Bool], _ form: CommonForm
    ) -> [TitleCandidate] {
        var next = candidates.count
        var following = [Int](repeating: 0, count: candidates.count)
        for index in candidates.indices.reversed() {
            following[index] = next < candidates.count ? candidates[next].value : 0
            if isTitle[index] { next = index }
        }
        var titles: [TitleCandidate] = []
        for (index, candidate) in candidates.enumerated() {
            let fillsGap =
                (titles.last.map { $0.value + 1 == candidate.value } ?? false)
                && following[index] > candidate.value && candidate.form.hasBody
                && (form.delimiter ?? candidate.form.delimiter) == candidate.form.delimiter
            if isTitle[index] || fillsGap { titles.append(candidate) }
        }
        return titles
    }

    // MARK: What the run must be

    /// Whether at most a third of the numbers start over, or all are the same and there are three, or words without numbers.
    private var counts: Bool {
        guard titles.count >= 2 else { return false }
        let falls = zip(titles, titles.dropFirst()).count { $0.value >= $1.value }
        if falls == titles.count - 1, titles.allSatisfy({ $0.value == titles[0].value }) {
            return titles.count >= 3 || titles[0].numbering.style == nil
        }
        return falls * 3 <= titles.count - 1
    }

    /// Whether the lines are titles and not the items of a list: text stands under at least half of them, and they ask or have
    /// the place that titles have.
    private func looksLikeTitles(in text: TitleCandidates) -> Bool {
        // What stands under the last may be what stands behind a list.
        let bodies = titles.dropLast().count(where: \.form.hasBody)
        guard bodies * 2 >= titles.count - 1 else { return false }
        if Self.asks(titles) { return true }
        if titles[0].numbering.style == .chapter { return true }
        let (lead, ofAll) = (text.lineCount(above: titles[0].line), text.lineCount)
        let style = titles[0].numbering.style
        // 一、 stands above parts of a text, seldom before items; other numbers may be those of a list that much follows.
        let last = style == .chinese ? 0 : titles[titles.count - 1].bodyLineCount + 1
        guard count(\.endsSentence) * 2 < titles.count, lead * 2 <= ofAll, last * 2 <= ofAll else {
            return false
        }
        if style == .labelled || count({ $0.form.standsFree != false }) * 5 >= titles.count * 4 {
            return true
        }
        return (titles.count >= 3 || style == .chinese) && bodies * 5 >= (titles.count - 1) * 4
            && lead * 4 <= ofAll
    }

    /// Whether at least half of the titles ask, by a question mark, an answer or their word.
    static func asks(_ titles: [TitleCandidate]) -> Bool {
        titles.count { $0.form.asks || $0.namesQuestion } * 2 >= titles.count
    }

    private func count(_ isCounted: (TitleCandidate) -> Bool) -> Int { titles.count(where: isCounted) }
}

extension TitleCandidate {
    /// How much a line counts for when runs are compared.
    fileprivate var weight: Int {
        1 + (form.hasBody ? 2 : 0) + (form.asks || namesQuestion ? 2 : 0) + (form.standsFree != false ? 1 : 0)
    }
}
