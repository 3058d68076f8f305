import Scheduling
import Testing
import Vectorizing

/// Texts that are equal to the byte are worked on once.
struct DistinctTextsTests {
    @Test func equalTextsHaveOneNumber() {
        let distinct = DistinctTexts(["a", "b", "a", "", "b", "", "a"], workers: Workers(count: 2))
        #expect(distinct.firsts == [0, 1, 3])
        #expect(distinct.numbers == [0, 1, 0, 2, 1, 2, 0])
        #expect(distinct.copies == [3, 2, 2])
    }

    @Test func equivalentTextsOfDifferentBytesAreDistinct() {
        // Swift calls these equal: é composed and decomposed.
        #expect(DistinctTexts(["\u{E9}", "e\u{301}"], workers: Workers(count: 1)).firsts == [0, 1])
    }
}
