import Testing

@testable import RefrainBenchmarks

struct SpreadTests {
    @Test func theMedianOfAnOddNumberIsTheMiddleOne() throws {
        let spread = try #require(Spread([3, 1, 2]))
        #expect((spread.median, spread.minimum, spread.maximum) == (2, 1, 3))
    }

    @Test func theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        #expect(Spread([4, 1, 2, 3])?.median == 2.5)
    }

    @Test func nothingHasNoMedian() {
        #expect(Spread([]) == nil)
    }
}
