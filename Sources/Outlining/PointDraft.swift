internal import Splitting

/// A point while sections are merged.
struct PointDraft {
    /// The block that gives the point's text.
    let first: MemberBlock
    /// The wordings: that of `first`, then the others as they came.
    private(set) var wordings: [Wording]

    /// One of the texts that say the point.
    struct Wording {
        /// The number of its identity.
        let identity: Int
        /// What the block is.
        let kind: Block.Kind
        /// The text.
        let text: String
        /// How much of the point it says.
        let extent: Variant.Extent
        /// The other drafts that it joins with this one.
        let others: [Int]
        /// What differs from the point's text.
        let differences: [Difference]
        /// Where it stands.
        var sources: [PointSource]
    }

    /// A point that only `block` says so far.
    init(_ block: MemberBlock, identity: Int) {
        first = block
        wordings = [
            Wording(
                identity: identity, kind: block.block.kind, text: block.text, extent: .whole, others: [],
                differences: [], sources: [block.source])
        ]
    }

    /// Adds a place of the wording with this identity.
    mutating func add(_ source: PointSource, identity: Int) {
        let place = wordings.firstIndex { $0.identity == identity } ?? 0
        wordings[place].sources.append(source)
    }

    /// Adds a wording, or a place of it where it is known; true for a new one.
    mutating func add(_ block: MemberBlock, identity: Int, as variation: PointAlignment.Variation) -> Bool {
        if wordings.contains(where: { $0.identity == identity }) {
            add(block.source, identity: identity)
            return false
        }
        wordings.append(
            Wording(
                identity: identity, kind: block.block.kind, text: block.text, extent: variation.extent,
                others: variation.others, differences: variation.differences, sources: [block.source]))
        return true
    }

    /// The other drafts that the wording with this identity joins with this one.
    func others(joinedIn identity: Int) -> [Int] {
        wordings.first { $0.identity == identity }?.others ?? []
    }

    /// The point; `places` says for each draft which point of the topic it is.
    func point(places: [Int]) -> Point {
        Point(
            kind: first.block.kind, text: first.text, role: first.role, sources: wordings[0].sources,
            variants: wordings.dropFirst().map {
                Variant(
                    kind: $0.kind, text: $0.text, extent: $0.extent,
                    others: $0.others.map { places[$0] }.sorted(),
                    sources: $0.sources, differences: $0.differences)
            })
    }
}
