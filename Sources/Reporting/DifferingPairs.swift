internal import Refrain
internal import Scoring
internal import SimilarityJoin

/// Pairs with the tokens that they differ by, as people are shown them.
struct DifferingPairs {
    /// A pair, and what parts it.
    struct Listed {
        let pair: SimilarPair
        /// The tokens of each side, some of them where there are many.
        let first, second: String
    }

    /// People read no more of them; `--format json` has them all.
    private static let mostListed = 20
    /// More tokens than these say no more.
    private static let mostTokens = 4

    /// How many there are.
    let count: Int
    /// The first of them.
    let listed: [Listed]

    /// Lists some of `pairs`.
    init(_ pairs: SimilarPairs, of analysis: Analysis) {
        count = pairs.count
        listed = pairs.prefix(Self.mostListed).map { pair in
            let tokens = analysis.discriminatingTokens(pair.a, pair.b)
            return Listed(pair: pair, first: Self.text(tokens.first), second: Self.text(tokens.second))
        }
    }

    /// What is not listed, or nil.
    var rest: String? {
        count > listed.count ? "\(count - listed.count) more; --format json has them all" : nil
    }

    private static func text(_ tokens: [String]) -> String {
        guard !tokens.isEmpty else { return "–" }
        return ControlCharacters.escaped(tokens.prefix(mostTokens).joined(separator: " "))
            + (tokens.count > mostTokens ? " …" : "")
    }
}
