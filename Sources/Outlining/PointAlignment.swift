internal import Splitting

/// Finds the points that the blocks of a further section say in other words.
///
/// Candidates are the points of the same form that share a word or a pair of ideographs with a block. Of these a block fits
/// those whose text it shares in large part, in order; how large depends on whether both stand in the
/// same part of their sections and have the same label. `Assignment` then gives each block at most one point, and each
/// point at most one block. Labels that come together so ("Backups" and "Data backup" among the answers) count as one in a
/// second round, which finds the example of either. `PassageVariations` then finds what says a part of a point, or joins several.
///
/// Time is linear in the blocks: a word leads to the first `OutlineLimits.mostPostings` points that hold it. Where one stands in more, a
/// block could be another wording of a point that it was not compared with; it then stands as a point of its own, and is
/// counted as unaligned.
struct PointAlignment {
    /// How a block says a point in other words.
    struct Variation {
        /// The point.
        let draft: Int
        /// How much of it the block says.
        let extent: Variant.Extent
        /// What differs.
        let differences: [Difference]
        /// The other points that it joins.
        var others: [Int] = []
    }

    /// The least share of their text that a block and a point of the same part and label have in common: a label is
    /// telling, and what it labels may have been rewritten.
    private static let leastUnderOneLabel = 0.3
    /// The same for blocks of one part. Two items on different things share up to 0.4, in Chinese and English.
    private static let leastInOnePart = 0.55
    /// The same for blocks of different parts.
    private static let leastAcrossParts = 0.8
    private var numbering = TokenNumbering()
    private var points: [AlignedText] = []
    private var pointsByFeature: [UInt64: [Int]] = [:]
    /// The features that stand in more points than those.
    private var fullFeatures: Set<UInt64> = []
    /// How many blocks became points though they were not compared with all that share a word with them.
    private(set) var unalignedCount = 0
    /// Pairs of labels, in their order, that mean one thing in this topic.
    private var sameLabels: Set<[String]> = []

    /// How many points have been added.
    var count: Int { points.count }

    /// Adds the next point.
    mutating func add(_ member: MemberBlock) {
        let point = AlignedText(member, numbering: &numbering)
        for feature in Set(features(of: point.text)) {
            if pointsByFeature[feature, default: []].count < OutlineLimits.mostPostings {
                pointsByFeature[feature, default: []].append(points.count)
            } else {
                fullFeatures.insert(feature)
            }
        }
        points.append(point)
    }

    /// For some of `blocks`, which stand in one section, by their place in the list: what they say in other words.
    ///
    /// - Parameter isTaken: whether the section says a point already; it can say none twice, but a part of it.
    mutating func variations(of blocks: [(place: Int, member: MemberBlock)], isTaken: (Int) -> Bool) -> [Int:
        Variation]
    {
        let places = blocks.map(\.place)
        let blocks = blocks.map { AlignedText($0.member, numbering: &numbering) }
        let candidates = blocks.map { $0.canVary ? self.candidates(for: $0) : [] }
        var matches: [Int: Int] = [:]
        for _ in 0..<2 {
            let matched = Set(matches.values)
            var edges: [AssignmentEdge] = []
            for (index, block) in blocks.enumerated() where matches[index] == nil {
                for draft in candidates[index] where !isTaken(draft) && !matched.contains(draft) {
                    guard let weight = fit(block, draft) else { continue }
                    edges.append(AssignmentEdge(left: index, right: draft, weight: weight))
                }
            }
            let found = Assignment.matches(of: edges)
            let isNews = found.map { noteLabels(blocks[$0].member, points[$1].member) }.contains(true)
            matches.merge(found) { first, _ in first }
            if !isNews { break }
        }
        var passages = PassageVariations(
            points: points, blocks: blocks, candidates: candidates, matches: matches, isTaken: isTaken)
        let partial = passages.variations()
        var variations: [Int: Variation] = [:]
        for (index, block) in blocks.enumerated() {
            let variation = partial[index] ?? matches[index].map { whole(block, of: $0) }
            variations[places[index]] = variation
            if variation == nil, block.canVary, isCut(block.text) { unalignedCount += 1 }
        }
        return variations
    }

    /// Notes that two labels mean one thing; true where that was not known.
    private mutating func noteLabels(_ a: MemberBlock, _ b: MemberBlock) -> Bool {
        guard !a.labelKey.isEmpty, !b.labelKey.isEmpty, a.labelKey != b.labelKey else { return false }
        return sameLabels.insert([a.labelKey, b.labelKey].sorted()).inserted
    }

    private func isOneLabel(_ a: String, _ b: String) -> Bool {
        !a.isEmpty && !b.isEmpty && (a == b || sameLabels.contains([a, b].sorted()))
    }

    private func whole(_ block: AlignedText, of draft: Int) -> Variation {
        let point = points[draft]
        return Variation(
            draft: draft, extent: .whole,
            differences: TargetDifferences.added(
                to: TextDifferences.between(point.text, block.text), point.member.block, block.member.block))
    }

    /// Whether points that share a word with a block were left out of its candidates.
    private func isCut(_ text: TokenizedText) -> Bool {
        !fullFeatures.isEmpty && features(of: text).contains(where: fullFeatures.contains)
    }

    /// The points of the block's form, or of words as it, that share anything with it, those that share the most first; at
    /// equal counts the earlier ones.
    private func candidates(for block: AlignedText) -> [Int] {
        var counts: [Int: Int] = [:]
        for feature in Set(features(of: block.text)) {
            for draft in pointsByFeature[feature] ?? [] { counts[draft, default: 0] += 1 }
        }
        let sorted = counts.filter {
            points[$0.key].canVary
                && (points[$0.key].form == block.form || points[$0.key].isProse && block.isProse)
        }.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        return sorted.map(\.key)
    }

    /// Words and pairs of neighbouring ideographs.
    private func features(of text: TokenizedText) -> [UInt64] {
        var features: [UInt64] = []
        for (index, token) in text.tokens.enumerated() where token.kind != .punctuation {
            let number = UInt64(text.numbers[index])
            guard token.kind == .ideograph else {
                features.append(number)
                continue
            }
            if index + 1 < text.tokens.count, text.tokens[index + 1].kind == .ideograph {
                features.append((number + 1) << 32 | UInt64(text.numbers[index + 1]))
            }
        }
        return features
    }

    /// How well a block fits a point as another wording of it; nil where it does not.
    private func fit(_ block: AlignedText, _ draft: Int) -> Double? {
        let point = points[draft]
        guard point.form == block.form else { return nil }
        let isOnePart = point.member.roleKey == block.member.roleKey
        let isOneLabel = isOnePart && isOneLabel(point.member.labelKey, block.member.labelKey)
        let least =
            isOneLabel ? Self.leastUnderOneLabel : isOnePart ? Self.leastInOnePart : Self.leastAcrossParts
        guard point.text.overlapBound(with: block.text).ofBoth >= least else { return nil }
        let share = point.text.overlap(with: block.text).ofBoth
        guard share >= least else { return nil }
        return share + (isOneLabel ? 0.5 : 0) + (isOnePart ? 0.25 : 0)
    }
}
