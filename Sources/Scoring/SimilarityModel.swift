package import Scheduling
package import SimilarityJoin

/// How similar two sections are: the one place that says so.
///
/// Everything that compares sections asks it: which pairs are listed, what clusters are made of, how far a cluster holds together and
/// which of its sections is in the middle.
public struct SimilarityModel: Sendable {
    private let lengths: LengthBalance?
    private let tokens: RowTokens?

    /// Tokens are compared where cosine and lengths leave this much: they part what is otherwise alike.
    package static let guardedFrom = 0.3

    /// The model in which the cosine is all.
    public static let cosine = SimilarityModel(lengths: nil, tokens: nil)

    /// Makes a model of rows.
    ///
    /// - Parameters:
    ///   - lengths: the factors of their lengths; nil: 1.
    ///   - tokens: their tokens; nil: no pair has a penalty.
    package init(lengths: LengthBalance?, tokens: RowTokens?) {
        (self.lengths, self.tokens) = (lengths, tokens)
    }

    /// The score of two different rows with this cosine.
    package func score(ofCosine cosine: Double, _ a: Int, _ b: Int) -> PairScore {
        let factor = lengths?.factor(a, b) ?? 1
        let isGuarded = cosine * factor >= Self.guardedFrom
        return PairScore(
            cosine: cosine, lengthFactor: factor, penalty: isGuarded ? tokens?.penalty(a, b) ?? 0 : 0)
    }

    /// The scores of `pairs` of rows, whose similarity is the cosine.
    package func scored(_ pairs: [SimilarPair], settings: JoinSettings, workers: Workers) -> ScoredPairs {
        guard lengths != nil || tokens != nil else { return ScoredPairs(unscored: pairs) }
        return ScoredPairs(pairs, settings: settings, workers: workers) {
            score(ofCosine: $0.similarity, $0.a, $0.b)
        }
    }

    /// Multiplies the cosines of `row` with `others`, in their order, by the factors of lengths.
    package func balance(
        _ cosines: UnsafeMutableBufferPointer<Float>, of row: Int, with others: ArraySlice<Int>
    ) {
        guard let lengths else { return }
        precondition(cosines.count == others.count, "a cosine for each other row")
        for (place, other) in others.enumerated() { cosines[place] *= Float(lengths.factor(row, other)) }
    }

    /// Makes of similarities of `row` with `others`, in which lengths are taken into account, those that clusters are made by.
    ///
    /// - Parameter isKnown: whether the similarity with another row stands elsewhere already, and is not asked for.
    package func guardTokens(
        _ similarities: UnsafeMutableBufferPointer<Float>, of row: Int, with others: ArraySlice<Int>,
        isKnown: (Int) -> Bool
    ) {
        guard let tokens else { return }
        precondition(similarities.count == others.count, "a similarity for each other row")
        for (place, other) in others.enumerated()
        where similarities[place] >= Float(Self.guardedFrom) && !isKnown(other) {
            let score = PairScore(
                cosine: Double(similarities[place]), penalty: tokens.penalty(row, other))
            similarities[place] = Float(score.linkage)
        }
    }
}
