import Matrices
import TestSupport
import Testing

@testable import Caching
@testable import Vectorizing

/// Rows as bytes and back.
struct RowCodingTests {
    /// Texts of a few words; some repeat n-grams so often that their counts have no code.
    private func texts(seed: UInt64) -> [String] {
        var generator = SeededGenerator(seed: seed)
        let words = ["kettle", "水壶", "fill", "the", "ring", "左边", "wait", "é", "👩‍👩‍👧"]
        let texts = (0..<40).map { _ in
            (0..<Int.random(in: 0...30, using: &generator)).map { _ in words.randomElement(using: &generator)!
            }
            .joined(separator: " ")
        }
        return texts + (1...5).map { String(repeating: "ab ", count: $0 * 131) } + [""]
    }

    private let origin = CacheKey(of: "origin")

    private func settings(_ frequency: TermFrequency) -> VectorizerSettings {
        VectorizerSettings(termFrequency: frequency)
    }

    @Test(arguments: TermFrequency.allCases) func rowsComeBackAsTheyWere(_ frequency: TermFrequency) throws {
        let texts = Vectorizer(settings: settings(frequency)).vectorize(texts(seed: 1))
        let bytes = RowCoding.bytes(of: texts, origin: origin)
        let found = try #require(RowCoding.texts(from: bytes, origin: origin))
        #expect(found.matrix == texts.matrix && found.matrix.markNorms == texts.matrix.markNorms)
        #expect(found.matrix.bands == texts.matrix.bands && found.rowOfText == texts.rowOfText)
        #expect(found.rowLengths == texts.rowLengths && found.fingerprints == texts.fingerprints)
        #expect(found.documentFrequencies == texts.documentFrequencies)
        #expect(found.vocabularySize == texts.vocabularySize)
        #expect(RowCoding.bytes(of: found, origin: origin) == bytes)
    }

    @Test func rowsOfAnotherOriginAreNone() {
        let bytes = RowCoding.bytes(of: Vectorizer().vectorize(texts(seed: 4)), origin: origin)
        #expect(RowCoding.texts(from: bytes, origin: CacheKey(of: "edited")) == nil)
    }

    @Test func bytesThatEndTooSoonAreNoRows() {
        let bytes = RowCoding.bytes(of: Vectorizer().vectorize(texts(seed: 2)), origin: origin)
        for count in stride(from: 0, to: bytes.count, by: bytes.count / 300) {
            #expect(RowCoding.texts(from: Array(bytes[..<count]), origin: origin) == nil)
        }
    }

    /// What is read is either refused or a matrix that leads no reader out of bounds.
    @Test func bytesOfSomethingElseAreReadWithoutHarm() {
        var generator = SeededGenerator(seed: 3)
        let bytes = RowCoding.bytes(
            of: Vectorizer(settings: settings(.raw)).vectorize(texts(seed: 3)), origin: origin)
        for _ in 0..<500 {
            var changed = bytes
            for _ in 0..<2 {
                changed[Int.random(in: changed.indices, using: &generator)] = .random(
                    in: 0...255, using: &generator)
            }
            guard let found = RowCoding.texts(from: changed, origin: origin) else { continue }
            for row in 0..<found.matrix.rowCount { _ = found.matrix.entries(ofRow: row) }
        }
    }
}
