import Clustering
import Outlining
import Reading
import Splitting
import TestSupport
import Testing

/// Merging sections whose items share no words gives the points that the plain way gives.
struct PointMergeTests {
    private struct Entry: Equatable {
        let text: String
        var places: [[Int]]
    }

    /// The points of sections of one-line items, by searching the whole list for each item.
    private func reference(_ sections: [[String]]) -> [Entry] {
        var entries: [Entry] = []
        for (section, items) in sections.enumerated() {
            func position(of item: String, from cursor: Int) -> Int? {
                let isFree = { (index: Int) in
                    entries[index].text == item && entries[index].places.last?[0] != section
                }
                return (cursor..<entries.count).first(where: isFree) ?? entries.indices.first(where: isFree)
            }
            var cursor = items.lazy.compactMap { position(of: $0, from: 0) }.first ?? entries.count
            for (offset, item) in items.enumerated() {
                let place = [section, offset + 3]
                if let position = position(of: item, from: cursor) {
                    entries[position].places.append(place)
                    cursor = position + 1
                } else {
                    entries.insert(Entry(text: item, places: [place]), at: cursor)
                    cursor += 1
                }
            }
        }
        return entries
    }

    private func merged(_ sections: [[String]], wordings: Bool = false) -> [Entry] {
        let all = sections.enumerated().flatMap { index, items in
            let text = "# A\n\n" + items.map { "- \($0)\n" }.joined()
            return Splitter().sections(
                of: Document(path: "\(index).md", format: .markdown, text: text), index: index)
        }
        let cluster = Cluster(
            members: Array(all.indices), canonical: 0, similarities: all.map { _ in 1 }, cohesion: 1)
        return Outliner().outline(of: all, clusters: [cluster]).topics[0].points.map { point in
            let sources = point.sources + (wordings ? point.variants.flatMap(\.sources) : [])
            return Entry(text: point.text, places: sources.map { [$0.section, $0.startLine] })
        }
    }

    /// An item with other wordings stands in the lists of several, at other places in each.
    @Test(arguments: UInt64(0)..<4)
    func everyPlaceOfItemsThatAreNearlyAlikeIsKeptOnce(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let words = ["north", "south", "east", "west"]
        for _ in 0..<12 {
            let sections = (0..<Int.random(in: 3...8, using: &generator)).map { _ in
                (0..<Int.random(in: 5...30, using: &generator)).map { _ in
                    "the ferry leaves the \(words.randomElement(using: &generator) ?? "") pier at noon every day"
                }
            }
            let places = merged(sections, wordings: true).flatMap(\.places)
            let expected = sections.enumerated().flatMap { index, items in
                items.indices.map { [index, $0 + 3] }
            }
            #expect(places.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) } == expected)
        }
    }

    @Test(arguments: [1, 2, 5, 30])
    func randomSectionsAreMergedAsInThePlainWay(_ wordCount: Int) {
        var generator = SeededGenerator(seed: 43 + UInt64(wordCount))
        for _ in 0..<60 {
            let sections = (0..<Int.random(in: 2...6, using: &generator)).map { _ in
                (0..<Int.random(in: 1...40, using: &generator)).map { _ in
                    "item\(Int.random(in: 0..<wordCount, using: &generator))"
                }
            }
            #expect(merged(sections) == reference(sections))
        }
    }

    @Test func manySectionsInsertAtOnePlace() {
        let between = (0..<120).map { ["a", "new\($0)", "z"] }
        #expect(merged(between) == reference(between))
        let before = (0..<120).map { ["new\($0)", "a"] }
        #expect(merged(before) == reference(before))
        let behind = (0..<120).map { ["z", "new\($0)", "newer\($0 % 7)"] }
        #expect(merged(behind) == reference(behind))
    }

    @Test func longListsAreMergedWhateverTheirOrder() {
        let items = (0..<3_000).map { "item\($0)" }
        let reversed = merged([items, items.reversed(), items])
        #expect(reversed.map(\.text) == items)
        #expect(reversed.allSatisfy { $0.places.map { $0[0] } == [0, 1, 2] })
        let same = [String](repeating: "item", count: 3_000)
        #expect(merged([same, same, same]).count == 3_000)
    }

    /// A program compares bytes.
    @Test func codeWhoseLettersAreWrittenInAnotherFormIsNotTheSame() {
        let codes = ["echo caf\u{E9}", "echo cafe\u{301}"]
        let sections = codes.enumerated().flatMap { index, code in
            Splitter().sections(
                of: Document(path: "\(index).md", format: .markdown, text: "# A\n\n```\n\(code)\n```\n"),
                index: index)
        }
        let cluster = Cluster(members: [0, 1], canonical: 0, similarities: [1, 1], cohesion: 1)
        let outline = Outliner().outline(of: sections, clusters: [cluster])
        let texts = outline.topics[0].points.flatMap { [$0.text] + $0.variants.map(\.text) }
        #expect(texts.map { Array($0.utf8) } == codes.map { Array("```\n\($0)\n```".utf8) })
        #expect(outline.ledger.faults.isEmpty)
    }
}
