/// Finds the blocks of a section that say a part of a point, or several points in one: its section splits what another
/// joins, or joins what another splits, be it in a list or a paragraph.
///
/// A block that `Assignment` put together with a point is such a part too where other blocks of its section are further
/// ones, and joins points where it says others that its section says nowhere else. Labels count for nothing in this.
struct PassageVariations {
    /// The points.
    let points: [AlignedText]
    /// The blocks of the section.
    let blocks: [AlignedText]
    /// For each block the points that share words with it, the more they share the earlier.
    let candidates: [[Int]]
    /// The points that blocks say as a whole.
    let matches: [Int: Int]

    /// The least weight of a part in the same part of its section: a few words that any sentence may hold are none.
    private static let lightestInOnePart = 10
    /// The same for different parts.
    private static let lightestAcrossParts = 16
    /// A part says at least one of so many parts of the whole: in a long text any words can be found.
    private static let mostParts = 100
    /// The least that a block and a stretch of a point in the same part of its section have in common: a number may differ,
    /// and with it the words around.
    private static let leastInOnePart = 0.7
    /// The same for different parts.
    private static let leastAcrossParts = 0.9
    /// The share of a block that the points it joins have to make up: the rest may lead from one to the next.
    private static let leastJoined = 0.75

    /// The points that the section says somewhere.
    private var said: Set<Int>
    /// Where in a point its parts stand.
    private var parts: [Int: [Range<Int>]] = [:]
    private var found: [Int: PointAlignment.Variation] = [:]

    init(
        points: [AlignedText], blocks: [AlignedText], candidates: [[Int]], matches: [Int: Int],
        isTaken: (Int) -> Bool
    ) {
        (self.points, self.blocks, self.candidates, self.matches) = (points, blocks, candidates, matches)
        said = Set(matches.values).union(candidates.joined().filter(isTaken))
    }

    /// The variations by block, those of matched blocks only where they are no whole ones.
    mutating func variations() -> [Int: PointAlignment.Variation] {
        for block in blocks.indices where matches[block] == nil { findPart(block) }
        for block in blocks.indices where found[block] == nil {
            if matches[block].map({ findPart(block, of: $0) }) != true { findJoined(block) }
        }
        return found
    }

    /// Notes what the first of its candidates says the block as a passage.
    private mutating func findPart(_ block: Int) {
        let own = blocks[block]
        for draft in candidates[block] {
            guard let passage = passage(own, in: points[draft]) else { continue }
            note(block, isPartOf: draft, passage)
            return
        }
    }

    /// Notes that a block is a part of the point that it was put together with, if other blocks are other parts of it.
    private mutating func findPart(_ block: Int, of draft: Int) -> Bool {
        guard let others = parts[draft], let passage = passage(blocks[block], in: points[draft]),
            !others.contains(where: passage.stretch.overlaps)
        else { return false }
        note(block, isPartOf: draft, passage)
        return true
    }

    private mutating func note(_ block: Int, isPartOf draft: Int, _ passage: PassageAlignment) {
        parts[draft, default: []].append(passage.stretch)
        let (point, own) = (points[draft], blocks[block])
        // Without its label the point would be the same.
        guard passage.common < point.bodyWeight || passage.stretch.lowerBound < point.bodyStart else {
            found[block] = PointAlignment.Variation(
                draft: draft, extent: .whole,
                differences: TargetDifferences.added(
                    to: TextDifferences.between(point.text, own.text), point.member.block, own.member.block))
            return
        }
        found[block] = PointAlignment.Variation(
            draft: draft, extent: .part,
            differences: TextDifferences.between(
                point.text, passage.stretch, own.text, own.bodyStart..<own.text.tokens.count,
                matches: passage.matches.map { ($0.text, $0.passage) }))
    }

    /// Notes which points a block joins, if it does.
    private mutating func findJoined(_ block: Int) {
        let own = blocks[block]
        let matched = matches[block]
        let passages = candidates[block].filter {
            $0 == matched || !said.contains($0)
        }.compactMap { draft in
            passage(points[draft], in: own).map { (draft: draft, passage: $0) }
        }
        let joined = Self.apart(passages)
        let common = joined.reduce(0) { $0 + $1.passage.common }
        guard joined.count > 1, Double(common) >= Self.leastJoined * Double(own.bodyWeight),
            matched.map({ match in joined.contains { $0.draft == match } }) ?? true
        else { return }
        let drafts = joined.map(\.draft).sorted()
        said.formUnion(drafts)
        found[block] = PointAlignment.Variation(
            draft: drafts[0], extent: .joined,
            differences: joined.flatMap { draft, passage in
                TextDifferences.between(
                    points[draft].text, points[draft].bodyStart..<points[draft].text.tokens.count, own.text,
                    passage.stretch, matches: passage.matches.map { ($0.passage, $0.text) })
            },
            others: Array(drafts.dropFirst()))
    }

    /// Those of `passages` that stand in stretches of their own, the heavier first taken, in the order of the text.
    private static func apart(
        _ passages: [(draft: Int, passage: PassageAlignment)]
    ) -> [(draft: Int, passage: PassageAlignment)] {
        var kept: [(draft: Int, passage: PassageAlignment)] = []
        for passage in passages.sorted(by: { ($1.passage.common, $0.draft) < ($0.passage.common, $1.draft) })
        where !kept.contains(where: { $0.passage.stretch.overlaps(passage.passage.stretch) }) {
            kept.append(passage)
        }
        return kept.sorted { $0.passage.stretch.lowerBound < $1.passage.stretch.lowerBound }
    }

    /// Where `whole` says `part`, if it says more besides; a list item and a paragraph only of one part.
    private func passage(_ part: AlignedText, in whole: AlignedText) -> PassageAlignment? {
        let isOnePart = part.member.roleKey == whole.member.roleKey
        let least = isOnePart ? Self.leastInOnePart : Self.leastAcrossParts
        let lightest = isOnePart ? Self.lightestInOnePart : Self.lightestAcrossParts
        guard isOnePart || part.form == whole.form, part.text.weight < whole.text.weight,
            part.bodyWeight >= max(lightest, whole.text.weight / Self.mostParts),
            Double(part.text.overlapBound(with: whole.text).common) >= least * Double(part.bodyWeight)
        else { return nil }
        return PassageAlignment(of: part.text, from: part.bodyStart, in: whole.text, atLeast: least)
    }
}
