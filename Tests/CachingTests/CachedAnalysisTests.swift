import Caching
import Foundation
import Reading
import Refrain
import TestSupport
import Testing

/// A run with a cache finds what a run without one does.
struct CachedAnalysisTests {
    private static let words = [
        "kettle", "fill", "with", "fresh", "water", "ring", "水壶", "放在", "左边", "灶上", "wait",
    ]

    private func document(_ number: Int, _ generator: inout SeededGenerator) -> Document {
        let sections = (0..<Int.random(in: 1...4, using: &generator)).map { section in
            let body = (0..<Int.random(in: 0...25, using: &generator)).map { _ in
                Self.words.randomElement(using: &generator)!
            }
            return
                "## Part \(section)\n\n\(body.joined(separator: " "))\n\n- one\n- **two:** \(body.first ?? "")\n"
        }
        let isText = number % 5 == 0
        return Document(
            path: "\(number).\(isText ? "txt" : "md")", format: isText ? .plainText : .markdown,
            text: sections.joined(separator: "\n"))
    }

    private func expectSame(_ a: Analysis, _ b: Analysis) {
        #expect(a.sections == b.sections && a.fingerprints == b.fingerprints)
        #expect(Array(a.pairs) == Array(b.pairs) && Array(a.demotedPairs) == Array(b.demotedPairs))
        #expect(a.clusters == b.clusters && a.skipped == b.skipped)
        #expect(a.vocabularySize == b.vocabularySize && a.nonZeroCount == b.nonZeroCount)
    }

    /// Documents change, come and go from run to run, and so do the settings.
    @Test func aCacheChangesNothing() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "refrain-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var generator = SeededGenerator(seed: 17)
        var documents = (0..<12).map { document($0, &generator) }
        for run in 0..<24 {
            var typed = TypedSettings()
            if run % 4 == 3 { typed[.splitLevel] = TypedSetting(["1"], origin: .commandLine) }
            if run % 6 == 5 { typed[.ngrams] = TypedSetting(["2-4"], origin: .commandLine) }
            if run % 8 == 7 { typed[.code] = TypedSetting(["false"], origin: .commandLine) }
            if run % 3 == 2 {
                let place = Int.random(in: documents.indices, using: &generator)
                documents[place] = document(place, &generator)
                documents.swapAt(0, documents.count - 1)
            }
            let (input, settings) = (ReadResult(documents: documents, skipped: []), try Settings(typed))
            let cache = try CacheFile(folder: folder.path(), program: CacheKey(of: "test"), time: run)
            let cached = Pipeline(settings: settings, threads: 2, cache: cache).analysis(of: input)
            #expect(cache.save() == [])
            expectSame(cached, Pipeline(settings: settings).analysis(of: input))
        }
    }

    @Test func anotherBuildFindsNothingOfTheFirst() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "refrain-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = ReadResult(
            documents: [Document(path: "a.md", format: .markdown, text: "# Kettle\n\nFill it.\n")],
            skipped: [])
        var counts: [Int] = []
        for program in ["one", "one", "other"] {
            let cache = try CacheFile(folder: folder.path(), program: CacheKey(of: program), time: 0)
            _ = Pipeline(cache: cache).analysis(of: input)
            #expect(cache.save() == [])
            counts.append(try cache.size().values)
        }
        // The sections of the document and the rows of all, each for either build.
        #expect(counts == [2, 2, 4])
    }

    /// How many values are there after runs over these documents, one after the other.
    private func valueCounts(_ runs: [[Document]]) throws -> [Int] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "refrain-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try runs.map { documents in
            let cache = try CacheFile(folder: folder.path(), program: CacheKey(of: "test"), time: 0)
            _ = Pipeline(cache: cache).analysis(of: ReadResult(documents: documents, skipped: []))
            #expect(cache.save() == [])
            return try cache.size().values
        }
    }

    @Test func rowsAreKeptOfWhatIsAllNewOrAllKnown() throws {
        var generator = SeededGenerator(seed: 3)
        let documents = (1...4).map { document($0, &generator) }
        let edited = [document(9, &generator)] + documents.dropFirst()
        let moved = documents.reversed().enumerated().map {
            Document(path: "moved/\($0).md", format: $1.format, text: $1.text)
        }
        // Four documents and the rows of all; an edit adds the document, and the next run its rows in place of the first;
        // another place takes rows of its own.
        #expect(try valueCounts([documents, documents, edited]) == [5, 5, 6])
        let first = Document(path: "1.md", format: .markdown, text: edited[0].text)
        let inPlace = [first] + documents.dropFirst()
        #expect(try valueCounts([documents, inPlace, inPlace, documents, moved]) == [5, 6, 6, 6, 7])
    }
}
