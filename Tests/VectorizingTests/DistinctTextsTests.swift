import Scheduling
import Testing
import Vectorizing

/// Texts that are equal after normalization are worked on once.
struct DistinctTextsTests {
    private func distinct(_ texts: [String], _ normalization: TextNormalization, threads: Int = 2)
        -> DistinctTexts
    {
        DistinctTexts(count: texts.count, normalization: normalization, workers: Workers(count: threads)) {
            texts[$0]
        }
    }

    @Test(arguments: [1, 2, 3])
    func equalTextsHaveOneNumber(threads: Int) {
        let found = distinct(["a", "b", "a", "", "b", "", "a"], .none, threads: threads)
        #expect(found.firsts == [0, 1, 3])
        #expect(found.numbers == [0, 1, 0, 2, 1, 2, 0])
        #expect(found.copies == [3, 2, 2])
        #expect(found.lengths == [1, 1, 0])
    }

    /// Copies of each other and of what only normalization makes equal, in turn.
    @Test func copiesToTheByteAndCopiesByNormalizationAreCountedTogether() {
        let found = distinct(["A b", "c", "a  b", "A b", "a  b", "C", "d"], .unicode)
        #expect(found.firsts == [0, 1, 6])
        #expect(found.numbers == [0, 1, 0, 0, 0, 1, 2])
        #expect(found.copies == [4, 2, 1])
        #expect(found.lengths == [3, 1, 1])
        let prints = found.fingerprints
        #expect(Set(prints).count == 3 && prints[0] == prints[4] && prints[1] == prints[5])
    }

    @Test func whatNormalizationMakesEqualIsEqual() {
        let texts = ["Caf\u{E9} au lait", "cafe\u{301}  AU\nlait ", "café"]
        #expect(distinct(texts, .unicode).numbers == [0, 0, 1])
        #expect(distinct(texts, .none).numbers == [0, 1, 2])
    }
}
