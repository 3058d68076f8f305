import TestSupport
import Testing

@testable import SimilarityJoin

/// What a posting holds of a row.
struct PrefixIndexTests {
    /// A bound that was rounded down would lose a pair; one that is more than a unit and a half too high lets through what it need not.
    @Test func boundsAreRoundedUpAndHardlyMore() {
        var generator = SeededGenerator(seed: 11)
        let edges: [Float] = [0, .leastNormalMagnitude, 1e-9, 0.5 / 65_535, 1 / 65_535, 0.999_99, 1]
        let others = (0..<100_000).map { _ in
            Float.random(in: 0...1, using: &generator) * (Bool.random(using: &generator) ? 1 : 1e-4)
        }
        for value in edges + others {
            let units = Double(PrefixIndex.inUnits(value))
            let exact = Double(value) * 65_535
            #expect(units >= exact * (1 - 6e-8) && units <= exact + 1.5)
        }
    }

    @Test func whatIsAboveOneIsOne() {
        #expect(PrefixIndex.inUnits(1.000_001) == 65_535)
        #expect(PrefixIndex.inUnits(2) == 65_535)
    }
}
