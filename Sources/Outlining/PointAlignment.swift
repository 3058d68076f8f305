internal import Splitting

/// Finds the points that the blocks of a further section say in other words.
///
/// Candidates are the points of the same form that share a word or a pair of ideographs with a block. Of these a block fits
/// those whose text it shares in large part, in order; how large depends on whether both stand in the
/// same part of their sections and have the same label. `Assignment` then gives each block at most one point, and each
/// point at most one block. Labels that come together so ("Backups" and "Data backup" among the answers) count as one in a
/// second round, which finds the example of either. What is left over can still be a part of a point, or join several.
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
    }

    /// The least share of their text that a block and a point of the same part and label have in common: a label is
    /// telling, and what it labels may have been rewritten.
    private static let leastUnderOneLabel = 0.3
    /// The same for blocks of one part. Two items on different things share up to 0.4, in Chinese and English.
    private static let leastInOnePart = 0.55
    /// The same for blocks of different parts.
    private static let leastAcrossParts = 0.8
    /// The share of a block that lies in the point that it is a part of.
    private static let leastOfPart = 0.9
    /// The least weight of a part: a few words that any sentence may hold are none.
    private static let lightestPart = 16

    private var numbering = TokenNumbering()
    private var points: [(member: MemberBlock, text: TokenizedText)] = []
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
        let text = TokenizedText(member.text, numbering: &numbering)
        for feature in Set(features(of: text)) {
            if pointsByFeature[feature, default: []].count < OutlineLimits.mostPostings {
                pointsByFeature[feature, default: []].append(points.count)
            } else {
                fullFeatures.insert(feature)
            }
        }
        points.append((member, text))
    }

    /// For some of `blocks`, which stand in one section, by their place in the list: what they say in other words.
    ///
    /// - Parameter isTaken: whether the section says a point already; it can say none twice, but a part of it.
    mutating func variations(of blocks: [(place: Int, member: MemberBlock)], isTaken: (Int) -> Bool) -> [Int:
        Variation]
    {
        let blocks = blocks.filter { Self.canVary($0.member) }
            .map {
                (
                    place: $0.place, member: $0.member,
                    text: TokenizedText($0.member.text, numbering: &numbering)
                )
            }
        let candidates = blocks.map { self.candidates(for: $0.member, $0.text) }
        var matches: [Int: Int] = [:]
        for _ in 0..<2 {
            let matched = Set(matches.values)
            var edges: [AssignmentEdge] = []
            for (index, block) in blocks.enumerated() where matches[index] == nil {
                for draft in candidates[index] where !isTaken(draft) && !matched.contains(draft) {
                    guard let weight = fit(block.member, block.text, draft) else { continue }
                    edges.append(AssignmentEdge(left: index, right: draft, weight: weight))
                }
            }
            let found = Assignment.matches(of: edges)
            let isNews = found.map { noteLabels(blocks[$0].member, points[$1].member) }.contains(true)
            matches.merge(found) { first, _ in first }
            if !isNews { break }
        }
        var variations: [Int: Variation] = [:]
        let matched = Set(matches.values)
        for (index, block) in blocks.enumerated() {
            if let draft = matches[index] {
                variations[block.place] = variation(block.text, of: draft, extent: .whole)
            } else {
                variations[block.place] = partialVariation(block.text, candidates[index]) {
                    !isTaken($0) && !matched.contains($0)
                }
            }
            if variations[block.place] == nil, isCut(block.text) { unalignedCount += 1 }
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

    /// Definitions and the like do not vary: each has an effect of its own.
    private static func canVary(_ member: MemberBlock) -> Bool {
        switch member.block.kind {
        case .definition, .footnote, .frontMatter, .thematicBreak, .html: false
        default: true
        }
    }

    private func variation(_ text: TokenizedText, of draft: Int, extent: Variant.Extent) -> Variation {
        Variation(
            draft: draft, extent: extent,
            differences: TextDifferences.between(points[draft].text, text, isPart: extent == .part))
    }

    /// Whether points that share a word with a block were left out of its candidates.
    private func isCut(_ text: TokenizedText) -> Bool {
        !fullFeatures.isEmpty && features(of: text).contains(where: fullFeatures.contains)
    }

    /// The points of the block's form that share anything with it, those that share the most first; at equal counts the
    /// earlier ones.
    private func candidates(for member: MemberBlock, _ text: TokenizedText) -> [Int] {
        var counts: [Int: Int] = [:]
        for feature in Set(features(of: text)) {
            for draft in pointsByFeature[feature] ?? [] { counts[draft, default: 0] += 1 }
        }
        let form = BlockIdentity.form(of: member.block.kind)
        let sorted = counts.filter {
            BlockIdentity.form(of: points[$0.key].member.block.kind) == form
                && Self.canVary(points[$0.key].member)
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
    private func fit(_ member: MemberBlock, _ text: TokenizedText, _ draft: Int) -> Double? {
        let point = points[draft]
        let isOnePart = point.member.roleKey == member.roleKey
        let isOneLabel = isOnePart && isOneLabel(point.member.labelKey, member.labelKey)
        let least =
            isOneLabel ? Self.leastUnderOneLabel : isOnePart ? Self.leastInOnePart : Self.leastAcrossParts
        guard point.text.overlapBound(with: text).ofBoth >= least else { return nil }
        let share = point.text.overlap(with: text).ofBoth
        guard share >= least else { return nil }
        return share + (isOneLabel ? 0.5 : 0) + (isOnePart ? 0.25 : 0)
    }

    /// What a block says that is no wording of one whole point: a part of one, or several that its section joins.
    private func partialVariation(
        _ text: TokenizedText, _ candidates: [Int], isFree: (Int) -> Bool
    ) -> Variation? {
        var joined: (drafts: [Int], common: Int) = ([], 0)
        for draft in candidates {
            let point = points[draft].text
            if text.weight >= Self.lightestPart, text.weight < point.weight,
                text.overlapBound(with: point).ofFirst >= Self.leastOfPart,
                text.overlap(with: point).ofFirst >= Self.leastOfPart
            {
                return variation(text, of: draft, extent: .part)
            }
            guard isFree(draft), point.weight >= Self.lightestPart, point.weight < text.weight,
                point.overlapBound(with: text).ofFirst >= Self.leastOfPart
            else { continue }
            let overlap = point.overlap(with: text)
            if overlap.ofFirst >= Self.leastOfPart {
                joined = (joined.drafts + [draft], joined.common + overlap.common)
            }
        }
        guard joined.drafts.count > 1, Double(joined.common) >= Self.leastOfPart * Double(text.weight),
            let first = joined.drafts.min()
        else { return nil }
        return variation(text, of: first, extent: .joined)
    }
}
