import Dispatch
import Foundation
import Reading
import Splitting
import Synchronization
import TestSupport
import Testing

/// Every line that is not blank stands in one section, and there in the heading or in one block, whatever the text.
struct LosslessTests {
    @Test(arguments: UInt64(1)...4)
    func noLineOfRandomMarkdownIsLost(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<700 { expectLossless(RandomMarkdown.document(upTo: 14, using: &generator)) }
    }

    @Test(arguments: UInt64(5)...6)
    func noLineOfDamagedMarkdownIsLost(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<700 {
            let text = RandomMarkdown.document(upTo: 30, using: &generator)
            expectLossless(RandomMarkdown.damaged(text, using: &generator))
        }
    }

    @Test func noLineOfADamagedFixtureIsLost() throws {
        var generator = SeededGenerator(seed: 7)
        let documents = try Reader().read(paths: [Repository.path("Fixtures/EdgeCases")]) { [] }.documents
        for document in documents where document.text.utf8.count < 10_000 {
            for _ in 0..<20 {
                let text = RandomMarkdown.damaged(document.text, using: &generator)
                expectLossless(text, formats: [document.format])
            }
        }
    }

    @Test func noDamagedFileMakesReadingOrSplittingTrap() throws {
        var generator = SeededGenerator(seed: 8)
        let folder = FileManager.default.temporaryDirectory.appending(path: "splitting-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for index in 0..<500 {
            var bytes = Array(RandomMarkdown.document(upTo: 20, using: &generator).utf8)
            for _ in 0..<3 { bytes = RandomMarkdown.damaged(bytes, using: &generator) }
            try Data(bytes).write(
                to: folder.appending(path: "\(index).\(index.isMultiple(of: 2) ? "md" : "txt")"))
        }
        let result = try Reader().read(paths: [folder.path()]) { [] }
        #expect(result.documents.count + result.skipped.count == 500)
        for document in result.documents { expectLossless(document.text, formats: [document.format]) }
    }

    @Test func splittingInParallelGivesWhatSplittingOneByOneGives() {
        var generator = SeededGenerator(seed: 9)
        let texts = (0..<400).map { _ in RandomMarkdown.document(upTo: 20, using: &generator) }
        let expected = texts.map { sections(ofMarkdown: $0) }
        let differences = Mutex<[Int]>([])
        DispatchQueue.concurrentPerform(iterations: texts.count) { index in
            if sections(ofMarkdown: texts[index]) != expected[index] {
                differences.withLock { $0.append(index) }
            }
        }
        #expect(differences.withLock { $0 } == [])
    }

    private func expectLossless(
        _ text: String, formats: [DocumentFormat] = [.markdown, .plainText],
        rules: [SplitRule] = [.bold, .summary, .list, .pattern("[a-z]")]
    ) {
        for format in formats {
            let found = sections(of: text, format: format)
            let faults = LosslessContract.faults(in: found, of: text)
            #expect(faults.isEmpty, "\(format) \(text.debugDescription)")
            for rule in rules {
                let found = sections(of: text, format: format, splitRule: rule)
                let faults = LosslessContract.faults(in: found, of: text)
                #expect(faults.isEmpty, "\(format) \(rule) \(text.debugDescription)")
            }
        }
    }
}
