package import Scheduling

/// Pairs whose cosine reaches the threshold, after the rest of the score has been taken into account.
///
/// A score is a cosine times factors of at most 1: so all pairs whose score reaches the threshold are among those whose
/// cosine does, and none is missed.
package struct ScoredPairs: Sendable {
    /// The pairs whose score reaches the threshold, with their score, in the order of `SimilarPair.precedes`.
    package let pairs: [SimilarPair]
    /// Those of them that tokens take something from, in the same order.
    package let marked: [SimilarPair]
    /// The pairs whose score does not reach the threshold, with their score, in the same order.
    package let demoted: [SimilarPair]
    /// Those of them that lengths alone would have left at the threshold.
    package let guarded: [SimilarPair]

    /// Pairs scored together by one thread.
    private static let blockSize = 1 << 12

    /// The pairs of a join, whose cosine is the score.
    package init(unscored pairs: [SimilarPair]) {
        (self.pairs, marked, demoted, guarded) = (pairs, [], [], [])
    }

    /// Scores `pairs`, whose similarity is a cosine.
    ///
    /// - Parameters:
    ///   - settings: those of the join.
    ///   - factors: what a pair's cosine is multiplied by for the lengths and for the tokens, 0 … 1 each. Called once a pair,
    ///     on any thread.
    package init(
        _ pairs: [SimilarPair], settings: JoinSettings, workers: Workers,
        factors: @Sendable (SimilarPair) -> (lengths: Double, tokens: Double)
    ) {
        let accepted = settings.accepted
        let blocks = workers.step("scoring pairs").map(
            (pairs.count + Self.blockSize - 1) / Self.blockSize
        ) { block in
            let range = block * Self.blockSize..<min((block + 1) * Self.blockSize, pairs.count)
            return pairs[range].reduce(into: Block()) { block, pair in
                let (lengths, tokens) = factors(pair)
                let score = pair.similarity * lengths * tokens
                let scored = SimilarPair(a: pair.a, b: pair.b, similarity: score)
                if score >= accepted {
                    block.kept.append(scored)
                    if tokens < 1 { block.marked.append(scored) }
                } else {
                    block.demoted.append(scored)
                    if pair.similarity * lengths >= accepted { block.guarded.append(scored) }
                }
            }
        }
        func sorted(_ part: KeyPath<Block, [SimilarPair]>) -> [SimilarPair] {
            var pairs = blocks.flatMap { $0[keyPath: part] }
            PairSort.sort(&pairs, workers: workers)
            return pairs
        }
        (self.pairs, marked) = (sorted(\.kept), sorted(\.marked))
        (demoted, guarded) = (sorted(\.demoted), sorted(\.guarded))
    }

    /// What one thread found.
    private struct Block: Sendable {
        var kept: [SimilarPair] = []
        var marked: [SimilarPair] = []
        var demoted: [SimilarPair] = []
        var guarded: [SimilarPair] = []
    }
}
