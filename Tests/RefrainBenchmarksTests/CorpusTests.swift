import Foundation
import Testing

@testable import RefrainBenchmarks

struct CorpusTests {
    @Test func aSeedMakesTheSameRecordsAgain() {
        let (first, second) = (SyntheticCorpus(seed: 7), SyntheticCorpus(seed: 7))
        #expect((0..<50).allSatisfy { first.record($0) == second.record($0) })
    }

    @Test func anotherSeedMakesOtherRecords() {
        #expect(SyntheticCorpus(seed: 7).record(0).text != SyntheticCorpus(seed: 8).record(0).text)
    }

    /// A report names a seed: what it stands for must not change unseen.
    @Test func theRecordsOfSeedOneAreTheOnesReported() {
        let corpus = SyntheticCorpus(seed: 1)
        let hash = (0..<200).reduce(UInt64(0xCBF2_9CE4_8422_2325)) { hash, number in
            corpus.record(number).text.utf8.reduce(hash) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        }
        #expect(String(hash, radix: 16) == "8a7ac35cbb2be20c")
    }

    @Test func recordsRepeatAndComeInBothScripts() {
        let corpus = SyntheticCorpus(seed: 1)
        let texts = (0..<400).map { corpus.record($0).text }
        let copies = texts.count - Set(texts).count
        let chinese = texts.count { $0.unicodeScalars.contains { $0.value >= 0x4E00 } }
        #expect((30...100).contains(copies), "\(copies) exact copies")
        #expect((50...170).contains(chinese), "\(chinese) Chinese texts")
    }

    @Test func theFirstRecordsOfALargerCorpusAreTheSmallerOne() throws {
        let folder = try TemporaryFolder()
        let corpus = Corpus.synthetic(SyntheticCorpus(seed: 3))
        try corpus.write(first: 20, to: folder.path("small.jsonl"))
        try corpus.write(first: 30, to: folder.path("large.jsonl"))
        #expect(try folder.text("large.jsonl").hasPrefix(folder.text("small.jsonl")))
    }

    @Test func theFirstLinesOfAFileAreTakenAsTheyAre() throws {
        let folder = try TemporaryFolder()
        let source = try folder.write(
            "source.jsonl", Array("{\"text\": \"a\", \"x\": 1}\n\n{\"text\":\"b\"}\n{\"text\":\"c\"}".utf8))
        #expect(try Corpus.file(source).write(first: 2, to: folder.path("two.jsonl")) == 2)
        #expect(try folder.text("two.jsonl") == "{\"text\": \"a\", \"x\": 1}\n{\"text\":\"b\"}\n")
        #expect(try Corpus.file(source).write(first: 9, to: folder.path("all.jsonl")) == 3)
        #expect(try folder.text("all.jsonl").hasSuffix("{\"text\":\"c\"}\n"))
    }

    @Test func aLineThatIsNoRecordIsNamed() throws {
        let folder = try TemporaryFolder()
        let source = try folder.write("source.jsonl", Array("{\"text\":\"a\"}\n{\"body\":\"b\"}\n".utf8))
        #expect(throws: BenchmarkFailure.brokenRecord(path: source, line: 2)) {
            try Corpus.file(source).write(first: 2, to: folder.path("two.jsonl"))
        }
    }
}
