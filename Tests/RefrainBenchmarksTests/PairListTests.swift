import Foundation
import Testing

@testable import RefrainBenchmarks

struct PairListTests {
    @Test func bothFormatsGiveTheSameList() throws {
        let folder = try TemporaryFolder()
        let numbers: [UInt32] = [5, 0, 1, 2]
        let binary = try folder.write(
            "a.pairs", numbers.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
        )
        let lines = try folder.write(
            "a.jsonl",
            Array(#"{"a": 1, "b": 2, "similarity": 0.9}"#.utf8) + [0x0A]
                + Array(#"{"a":0,"b":5,"similarity":0.812345}"#.utf8))
        let expected = PairList([(0, 5), (1, 2)])
        #expect(try PairList(path: binary, format: .binary) == expected)
        #expect(try PairList(path: lines, format: .jsonLines) == expected)
    }

    @Test func pairsAreOrderedAndStandOnce() {
        #expect(PairList([(7, 3), (1, 2), (3, 7)]).pairs == [1 << 32 | 2, 3 << 32 | 7])
    }

    @Test(arguments: [#"{"a": "x", "b": 2}"#, "{\"a\": 1}\n{\"b\": 2}", "nothing"])
    func aListOfOtherThingsIsAnError(text: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("broken.jsonl", Array(text.utf8))
        #expect(throws: BenchmarkFailure.brokenPairs(path: path)) {
            try PairList(path: path, format: .jsonLines)
        }
    }

    @Test func aCutOffListIsAnError() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("cut.pairs", [1, 0, 0, 0, 2, 0])
        #expect(throws: BenchmarkFailure.brokenPairs(path: path)) {
            try PairList(path: path, format: .binary)
        }
    }

    @Test func aMissingListIsAnError() {
        #expect(throws: BenchmarkFailure.file(path: "/nowhere/a.pairs", errorNumber: ENOENT)) {
            try PairList(path: "/nowhere/a.pairs", format: .binary)
        }
    }

    @Test func shareAndPairsBelowTheThresholdAreCounted() {
        let accuracy = Accuracy(
            of: PairList([(0, 1), (2, 3), (4, 5)]), exact: PairList([(0, 1), (4, 5), (6, 7), (8, 9)]),
            tool: .gaoya, records: 10)
        #expect(accuracy.pairs == 3 && accuracy.exactPairs == 4 && accuracy.foundExactPairs == 2)
        #expect(accuracy.share == 0.5 && accuracy.pairsBelowThreshold == 1)
    }

    @Test func whereThereIsNoExactPairNoneIsMissed() {
        let accuracy = Accuracy(of: PairList([]), exact: PairList([]), tool: .rensa, records: 10)
        #expect(accuracy.share == 1 && accuracy.pairsBelowThreshold == 0)
    }
}
