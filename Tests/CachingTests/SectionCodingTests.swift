import Foundation
import Reading
import TestSupport
import Testing

@testable import Caching
@testable import Splitting

/// Sections as bytes and back.
struct SectionCodingTests {
    private static let documents: [(text: String, format: DocumentFormat)] = {
        let names = ["EdgeCases", "Handbook", "QuestionBank"]
        let files = names.flatMap { name -> [String] in
            let folder = Repository.path("Fixtures/\(name)")
            let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
            return paths.sorted().map { folder + "/" + $0 }
        }
        let texts = files.filter { $0.hasSuffix(".md") }.compactMap {
            try? String(contentsOfFile: $0, encoding: .utf8)
        }
        let odd = [
            "", "\n\n", "only text", "---\ntitle: Tea\n---\n\n# A\n",
            "# 一\n\n- 甲\n  - 乙\n\n    ```\n    丙\n    ```\n",
            "Head\n====\n\n> quote\n> - item\n\n| a | b |\n| - | - |\n| c | d |\n\n<!-- note -->\n\n***\n\n[^1]: foot\n",
            "# 1. 👩‍👩‍👧 e\u{301}\n\n**答案：** 是\n\n[a]: https://example.org\n",
        ]
        return (texts + odd).map { ($0, .markdown) } + [("1. 一\n\n二\n\n2. 三\n", .plainText)]
    }()

    private func sections(_ document: (text: String, format: DocumentFormat)) -> [Section] {
        Splitter().sections(
            of: Document(path: "a", format: document.format, text: document.text), index: 7)
    }

    @Test func sectionsComeBackAsTheyWere() throws {
        #expect(Self.documents.count > 10)
        for document in Self.documents {
            let sections = sections(document)
            let coding = SectionCoding(text: document.text)
            let bytes = try #require(coding.bytes(of: sections))
            #expect(coding.sections(from: bytes, document: 7) == sections)
        }
    }

    @Test func bytesThatEndTooSoonAreNoSections() throws {
        for document in Self.documents {
            let coding = SectionCoding(text: document.text)
            let bytes = try #require(coding.bytes(of: sections(document)))
            for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 200)) {
                #expect(coding.sections(from: Array(bytes[..<count]), document: 7) == nil)
            }
            #expect(coding.sections(from: bytes + [0], document: 7) == nil)
        }
    }

    @Test func bytesOfSomethingElseAreReadWithoutHarm() throws {
        var generator = SeededGenerator(seed: 5)
        for document in Self.documents {
            let coding = SectionCoding(text: document.text)
            let bytes = try #require(coding.bytes(of: sections(document)))
            for _ in 0..<200 where !bytes.isEmpty {
                var changed = bytes
                for _ in 0..<3 {
                    changed[Int.random(in: changed.indices, using: &generator)] = .random(
                        in: 0...255, using: &generator)
                }
                _ = coding.sections(from: changed, document: 7)
            }
        }
    }

    @Test func sectionsOfAnotherTextAreRefused() throws {
        let sections = sections(("# Kettle\n\nFill it with water.\n", .markdown))
        #expect(SectionCoding(text: "# Kettle\n\nFill it with waiter.\n").bytes(of: sections) == nil)
        #expect(SectionCoding(text: "").bytes(of: sections) == nil)
    }
}
