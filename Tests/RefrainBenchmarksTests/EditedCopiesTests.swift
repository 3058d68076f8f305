import Foundation
import Testing

@testable import RefrainBenchmarks

struct EditedCopiesTests {
    private let copies = EditedCopies(seed: 5, scalarsPerEdit: 50)
    private let text = String(repeating: "The quick brown fox jumps over the lazy dog. ", count: 10)

    private func repeated(_ count: Int, _ texts: [String]) throws -> [Record] {
        let folder = try TemporaryFolder()
        let encoder = Record.encoder()
        let lines = try texts.enumerated().map {
            try Record(id: "\($0.offset)", title: "", text: $0.element).line(encoder)
        }
        let source = try folder.write("source.jsonl", lines.flatMap(Array.init))
        try copies.write(count, of: source, to: folder.path("copies.jsonl"))
        return try folder.text("copies.jsonl").split(separator: "\n").map {
            try #require(Record(line: Data($0.utf8)))
        }
    }

    @Test func thereAreAsManyRecordsAsAskedFor() throws {
        let records = try repeated(8, [text, "second", "third"])
        #expect(records.map(\.id) == ["0/0", "1/0", "2/0", "0/1", "1/1", "2/1", "0/2", "1/2"])
    }

    @Test func theFirstCopyIsVerbatimAndTheOthersDiffer() throws {
        let records = try repeated(3, [text])
        #expect(records[0].text == text)
        #expect(Set(records.map(\.text)).count == 3)
    }

    @Test func recordsWithOneTextHaveOneInEveryCopy() throws {
        let records = try repeated(4, [text, text])
        #expect(records[2].text == records[3].text)
    }

    @Test func editsAreTheSameForTheSameSeedAndFew() {
        let edited = copies.edited(text, copy: 3)
        #expect(edited == copies.edited(text, copy: 3))
        #expect(abs(edited.count - text.count) <= text.count / 50 * 12)
        let words = Set(text.split(separator: " "))
        #expect(edited.split(separator: " ").count { words.contains($0) } >= 60)
    }

    @Test(arguments: ["", "a", "\u{1F600}"]) func shortTextsCanBeEdited(text: String) {
        #expect(copies.edited(text, copy: 1) == copies.edited(text, copy: 1))
    }

    @Test func anEmptyFileCannotBeRepeated() throws {
        #expect(throws: BenchmarkFailure.self) { try repeated(2, []) }
    }
}
