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
        /// The text.
        let text: String
        /// How much of the point it says.
        let extent: Variant.Extent
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
                identity: identity, text: block.text, extent: .whole, differences: [], sources: [block.source]
            )
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
                identity: identity, text: block.text, extent: variation.extent,
                differences: variation.differences, sources: [block.source]))
        return true
    }

    /// The point.
    var point: Point {
        Point(
            kind: first.block.kind, text: first.text, role: first.role, sources: wordings[0].sources,
            variants: wordings.dropFirst().map {
                Variant(text: $0.text, extent: $0.extent, sources: $0.sources, differences: $0.differences)
            })
    }
}
