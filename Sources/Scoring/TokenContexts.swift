/// The tokens of equal texts that stand under different headings: one for each of their places.
///
/// Two texts are held against each other where their places are most alike: so it does not matter which of the equal ones comes
/// first, and another copy takes nothing from what was alike before. A text that stands under very many headings is about none of
/// them: it is compared without those above it.
package enum TokenContexts: Sendable {
    /// Those of a text that stands in one place.
    case one(SectionTokens)
    /// Those of a text that stands under several headings.
    case several([SectionTokens])
    /// Those of a text that stands under too many, without the headings above it.
    case everywhere(SectionTokens)

    /// A text under more different headings is compared without them: each pair of places is looked at, up to this squared.
    private static let most = 16

    /// The tokens of a text that stands in `places`, one at least, under different headings each.
    package init(_ places: [SectionTokens]) {
        self = places.count > Self.most ? .everywhere(places[0].withoutHeadingsAbove) : .several(places)
    }

    /// The least penalty of two places of the texts, 0 … 0.5.
    package func penalty(with other: TokenContexts) -> Double {
        if case .one(let a) = self, case .one(let b) = other { return TokenGuard.penalty(a, b) }
        let ignoresAbove = isEverywhere || other.isEverywhere
        let (first, second) = (places(ignoresAbove), other.places(ignoresAbove))
        var least = 1.0
        for a in first {
            for b in second where least > 0 { least = min(least, TokenGuard.penalty(a, b)) }
        }
        return least
    }

    private var isEverywhere: Bool { if case .everywhere = self { true } else { false } }

    private func places(_ ignoresAbove: Bool) -> [SectionTokens] {
        let places =
            switch self {
            case .one(let tokens), .everywhere(let tokens): [tokens]
            case .several(let places): places
            }
        return ignoresAbove ? places.map(\.withoutHeadingsAbove) : places
    }
}
