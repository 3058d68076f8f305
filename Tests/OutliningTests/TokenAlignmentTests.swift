import TestSupport
import Testing

@testable import Outlining

/// Token alignments are as heavy as can be.
struct TokenAlignmentTests {
    /// The weight of the heaviest common subsequence, straight from its definition.
    private func reference(_ a: [Int32], _ b: [Int32], _ weights: [Int32]) -> Int {
        guard let first = a.first, let second = b.first else { return 0 }
        let (restA, restB, rest) = (Array(a.dropFirst()), Array(b.dropFirst()), Array(weights.dropFirst()))
        if first == second {
            // Equal tokens weigh the same wherever they stand, so matching two at the front loses nothing.
            return Int(4 * weights[0] + 1) + reference(restA, restB, rest)
        }
        return max(reference(restA, b, rest), reference(a, restB, weights))
    }

    @Test func randomSequencesAreAlignedAsByDefinition() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            let weightOf = (0..<4).map { _ in Int32.random(in: 0...9, using: &generator) }
            let sequences = (0..<2).map { _ in
                (0..<Int.random(in: 0...9, using: &generator)).map { _ in
                    Int32.random(in: 0..<4, using: &generator)
                }
            }
            let weights = sequences[0].map { weightOf[Int($0)] }
            let matches = TokenAlignment(sequences[0], sequences[1], weights: weights).matches
            #expect(matches.allSatisfy { sequences[0][$0.0] == sequences[1][$0.1] })
            #expect(zip(matches, matches.dropFirst()).allSatisfy { $0.0 < $1.0 && $0.1 < $1.1 })
            let weight = matches.reduce(0) { $0 + Int(4 * weights[$1.0] + 1) }
            #expect(weight == reference(sequences[0], sequences[1], weights))
        }
    }

    @Test func whatIsTooLargeIsOnlyTrimmed() {
        let a: [Int32] = [1] + (0..<2_000).map { Int32(2 * $0 + 10) } + [2]
        let b: [Int32] = [1] + (0..<2_000).map { Int32(2 * $0 + 11) } + [2]
        let alignment = TokenAlignment(a, b, weights: [Int32](repeating: 1, count: a.count))
        #expect(alignment.isCoarse)
        #expect(alignment.matches.map(\.0) == [0, 2_001])
    }
}
