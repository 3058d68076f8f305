import Clustering
import Foundation
import Reading
import Refrain
import SimilarityJoin
import Splitting
import TestSupport
import Testing

/// Equal texts are equal, whatever their length and in whatever order they come.
struct EqualTextTests {
    private func analysis(
        of documents: [Document], _ typed: [SettingKey: [String]] = [:]
    ) throws -> Analysis {
        var settings = TypedSettings()
        for (key, values) in typed { settings[key] = TypedSetting(values, origin: .commandLine) }
        return Pipeline(settings: try Settings(settings)).analysis(
            of: ReadResult(documents: documents, skipped: []))
    }

    private func records(_ texts: [String]) -> Document {
        let lines = texts.map { text in
            let text = text.unicodeScalars.map { String(format: "\\u%04x", Int($0.value)) }.joined()
            return #"{"text": "\#(text)"}"#
        }
        return Document(path: "r.jsonl", format: .jsonLines, text: lines.joined(separator: "\n") + "\n")
    }

    private static let joins = ["dense", "index"]

    @Test(arguments: joins)
    func equalRecordsOfOneLetterAreAPair(_ join: String) throws {
        let found = try analysis(
            of: [records(["是的", "ok", "G1", "是的", "OK", "g1 ", "no", "", " ", "\n"])], [.join: [join]])
        #expect(found.pairs.map { [$0.a, $0.b] } == [[0, 3], [1, 4], [2, 5]])
        #expect(found.pairs.allSatisfy { $0.similarity == 1 })
        #expect(found.clusters.map(\.members) == [[0, 3], [1, 4], [2, 5]])
        #expect(found.clusters.allSatisfy { $0.cohesion == 1 })
    }

    @Test(arguments: joins, ["unicode", "none"])
    func equalSectionsOfOneLetterAreAPair(_ join: String, _ normalization: String) throws {
        let document = Document(path: "a.md", format: .markdown, text: "# \n\nx\n\n# \n\nx\n\n# \n\ny\n")
        let found = try analysis(of: [document], [.join: [join], .normalization: [normalization]])
        #expect(found.pairs.contains { $0.a == 0 && $0.b == 1 && $0.similarity == 1 })
    }

    @Test(arguments: joins)
    func blankRecordsAreNoPairWithoutNormalizationEither(_ join: String) throws {
        let found = try analysis(
            of: [records([" ", " ", "\n", "\n", "", ""])], [.join: [join], .normalization: ["none"]])
        #expect(found.pairs.count == 0 && found.clusters.isEmpty)
    }

    /// All pairs of short and longer texts by the definition, each n-gram's weights worked out anew.
    @Test(arguments: 1...8 as ClosedRange<UInt64>, joins)
    func pairsAreThoseOfTheDefinition(_ seed: UInt64, _ join: String) throws {
        var generator = SeededGenerator(seed: seed)
        let texts = (0..<60).map { _ in
            String(
                (0..<Int.random(in: 0...9, using: &generator)).map { _ in
                    "abc是".randomElement(using: &generator) ?? "a"
                })
        }
        let found = try analysis(
            of: [records(texts)], [.join: [join], .guard: ["false"], .lengthBalance: ["false"]])
        let grams = texts.map { text -> Set<String> in
            let scalars = Array(text.unicodeScalars)
            var grams: Set<String> = []
            for length in 3...5 where length <= scalars.count {
                for start in 0...scalars.count - length {
                    grams.insert(scalars[start..<start + length].map(String.init).joined())
                }
            }
            return grams
        }
        func weight(_ gram: String) -> Double {
            let frequency = grams.count { $0.contains(gram) }
            return log(Double(1 + texts.count) / Double(1 + frequency)) + 1
        }
        func product(_ a: Set<String>, _ b: Set<String>) -> Double {
            a.intersection(b).reduce(0) { $0 + weight($1) * weight($1) }
        }
        let pairs = Dictionary(uniqueKeysWithValues: found.pairs.map { ([$0.a, $0.b], $0.similarity) })
        for b in texts.indices {
            for a in 0..<b {
                let norms = (product(grams[a], grams[a]) * product(grams[b], grams[b])).squareRoot()
                let cosine =
                    texts[a] == texts[b]
                    ? (texts[a].isEmpty ? 0 : 1) : norms == 0 ? 0 : product(grams[a], grams[b]) / norms
                let similarity = pairs[[a, b]]
                if abs(cosine - 0.6) < 1e-5 { continue }
                #expect((similarity != nil) == (cosine > 0.6), "\(texts[a]) \(texts[b]) \(cosine)")
                if let similarity { #expect(abs(similarity - cosine) < 1e-5) }
            }
        }
    }

    // MARK: Order

    private static let text =
        "Every member keeps a log of what it has agreed to. A slow disk holds the leader up, and a follower that lags is sent a copy."

    /// Pages that share texts word for word, under headings that part one of them from a third text and the other not.
    private static let pages: [(path: String, text: String)] = [
        ("a.md", "# Moving to 3.4\n\n## Disk\n\n\(text)\n"),
        ("b.md", "# Tuning\n\n## Disk\n\n\(text)\n"),
        ("c.md", "# Moving to 3.5\n\n## Disk\n\n\(text) Give it 2 disks.\n\n## Log\n\n\(text)\n"),
        (
            "d.md",
            "# Tuning\n\n## Disk\n\n\(text) Give it 2 disks. Then look at how long a commit takes, and a read.\n"
        ),
    ]

    private static func permutations<Element>(_ list: [Element]) -> [[Element]] {
        guard list.count > 1 else { return [list] }
        return list.indices.flatMap { first in
            var rest = list
            let element = rest.remove(at: first)
            return permutations(rest).map { [element] + $0 }
        }
    }

    /// What was found, each section by its place, with its similarity where it has one.
    private func found(_ pages: [(path: String, text: String)]) throws -> [String: Double] {
        let analysis = try analysis(
            of: pages.map { Document(path: $0.path, format: .markdown, text: $0.text) },
            [.containment: ["0.5"]])
        func place(_ section: Int) -> String {
            "\(analysis.documents[analysis.sections[section].document].path):\(analysis.sections[section].startLine)"
        }
        let lists = [
            ("pair", analysis.pairs), ("demoted", analysis.demotedPairs), ("marked", analysis.markedPairs),
        ]
        let pairs = lists.flatMap { name, pairs in
            pairs.map { pair in
                (([name] + [place(pair.a), place(pair.b)].sorted()).joined(separator: " "), pair.similarity)
            }
        }
        let contained = analysis.containedSections.map {
            ("\(place($0.part)) in \(place($0.whole))", Double($0.containment))
        }
        let clusters = analysis.clusters.map { ($0.members.map(place).sorted().joined(separator: " "), 1.0) }
        return Dictionary(pairs + contained + clusters) { first, _ in first }
    }

    /// Expects the same pairs, and the same similarities but for the rounding of sums of terms that come in another order: of four
    /// bytes a term, it shows in the seventh digit. The program reads documents in the order of their paths, so that there not
    /// even that differs.
    private func expectSame(_ found: [String: Double], _ expected: [String: Double], _ order: [String]) {
        #expect(Set(found.keys) == Set(expected.keys), "\(order)")
        let differences = found.map { abs($0.value - (expected[$0.key] ?? 0)) }
        #expect((differences.max() ?? 0) < 1e-6, "\(order)")
    }

    @Test func theOrderOfDocumentsChangesNoPair() throws {
        for count in [3, 4] {
            let expected = try found(Array(Self.pages.prefix(count)))
            #expect(expected.count > 2)
            for pages in Self.permutations(Array(Self.pages.prefix(count))) {
                expectSame(try found(pages), expected, pages.map(\.path))
            }
        }
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func theOrderOfSeededDocumentsChangesNoPair(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let ends = ["", " Give it 2 disks.", " Give it 3 disks.", " It is not a member."]
        let titles = ["Moving to 3.4", "Moving to 3.5", "Tuning", "Disks without logs", "Disks with logs"]
        let pages = (0..<4).map { number in
            let sections = (0..<3).map { _ in
                let heading = ["Disk", "Log", "Disk 2"].randomElement(using: &generator) ?? ""
                return "## \(heading)\n\n\(Self.text)\(ends.randomElement(using: &generator) ?? "")\n"
            }
            return (
                "p\(number).md",
                "# \(titles.randomElement(using: &generator) ?? "")\n\n" + sections.joined(separator: "\n")
            )
        }
        let expected = try found(pages)
        for pages in Self.permutations(pages) {
            expectSame(try found(pages), expected, pages.map(\.0))
        }
    }

    /// A copy under another heading takes nothing from what was alike before.
    @Test func aCopyElsewhereEndsNoPair() throws {
        let pages = [Self.pages[0], Self.pages[2]].map { ($0.0, $0.1.replacing("3.5", with: "3.4")) }
        let before = try found(pages).keys.filter { $0.hasPrefix("pair a.md:3 c.md:3") }
        #expect(before.count == 1)
        let after = try found([Self.pages[1]] + pages).keys.filter { $0.hasPrefix("pair a.md:3 c.md:3") }
        #expect(after.count == 1)
    }
}
