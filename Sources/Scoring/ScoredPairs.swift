package import Scheduling
package import SimilarityJoin

/// Pairs whose cosine reaches the threshold, after the rest of the score has been taken into account.
///
/// A score is a cosine times factors of at most 1: so all pairs whose score reaches the threshold are among those whose
/// cosine does, and none is missed.
package struct ScoredPairs: Sendable {
    /// The pairs whose score reaches the threshold and that are not parted, with their score, in the order of
    /// `SimilarPair.precedes`.
    package let pairs: [SimilarPair]
    /// Those of them that tokens take something from, in the same order.
    package let marked: [SimilarPair]
    /// All other pairs, with their score, in the same order.
    package let demoted: [SimilarPair]
    /// Those of them that reach the threshold but for their tokens.
    package let guarded: [SimilarPair]
    /// Those of the demoted whose verdict is that they are parted.
    package let parted: [SimilarPair]

    /// Pairs scored together by one thread.
    private static let blockSize = 1 << 12

    /// The pairs of a join, whose cosine is the score.
    package init(unscored pairs: [SimilarPair]) {
        (self.pairs, marked, demoted, guarded, parted) = (pairs, [], [], [], [])
    }

    /// Scores `pairs`, whose similarity is a cosine.
    ///
    /// - Parameters:
    ///   - settings: those of the join.
    ///   - score: the score of a pair. Called once a pair, on any thread.
    package init(
        _ pairs: [SimilarPair], settings: JoinSettings, workers: Workers,
        score: @Sendable (SimilarPair) -> PairScore
    ) {
        let accepted = settings.accepted
        let blocks = workers.step("scoring pairs").map(
            (pairs.count + Self.blockSize - 1) / Self.blockSize
        ) { block in
            let range = block * Self.blockSize..<min((block + 1) * Self.blockSize, pairs.count)
            return pairs[range].reduce(into: Block()) { block, pair in
                block.add(pair, score(pair), accepted: accepted)
            }
        }
        func sorted(_ part: KeyPath<Block, [SimilarPair]>) -> [SimilarPair] {
            var pairs = blocks.flatMap { $0[keyPath: part] }
            PairSort.sort(&pairs, workers: workers)
            return pairs
        }
        (self.pairs, marked) = (sorted(\.kept), sorted(\.marked))
        (demoted, guarded, parted) = (sorted(\.demoted), sorted(\.guarded), sorted(\.parted))
    }

    /// What one thread found.
    private struct Block: Sendable {
        var kept: [SimilarPair] = []
        var marked: [SimilarPair] = []
        var demoted: [SimilarPair] = []
        var guarded: [SimilarPair] = []
        var parted: [SimilarPair] = []

        mutating func add(_ pair: SimilarPair, _ score: PairScore, accepted: Double) {
            let scored = SimilarPair(a: pair.a, b: pair.b, similarity: score.similarity)
            if score.similarity >= accepted, score.verdict != .parted {
                kept.append(scored)
                if score.verdict == .marked { marked.append(scored) }
                return
            }
            demoted.append(scored)
            if score.withoutPenalty >= accepted { guarded.append(scored) }
            if score.verdict == .parted { parted.append(scored) }
        }
    }
}
