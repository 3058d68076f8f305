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

    @Test func whatNormalizationMakesEqualIsEqual() {
        let texts = ["Caf\u{E9} au lait", "cafe\u{301}  AU\nlait ", "café"]
        #expect(distinct(texts, .unicode).numbers == [0, 0, 1])
        #expect(distinct(texts, .none).numbers == [0, 1, 2])
    }
}
