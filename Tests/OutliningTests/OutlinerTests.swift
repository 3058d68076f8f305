import Clustering
import Outlining
import Reading
import Splitting
import TestSupport
import Testing

/// Outlines hold everything once and say where it came from.
struct OutlinerTests {
    private func sections(_ texts: String...) -> [Section] {
        texts.enumerated().flatMap { index, text in
            Splitter().sections(
                of: Document(path: "\(index).md", format: .markdown, text: text), index: index)
        }
    }

    private func cluster(_ members: Int..., canonical: Int) -> Cluster {
        Cluster(
            members: members, canonical: canonical, similarities: members.map { $0 == canonical ? 1 : 0.9 },
            cohesion: 0.9)
    }

    @Test func aLoneSectionIsATopicOfItsBlocks() {
        let topics = Outliner().outline(of: sections("# A\n\ntext\n\n- one\n- two\n"), clusters: []).topics
        #expect(topics.map(\.sections) == [[0]])
        #expect(topics[0].points.map(\.text) == ["text", "one", "two"])
        #expect(topics[0].points.map { $0.sources.map(\.startLine) } == [[3], [5], [6]])
    }

    @Test func topicsStandInTheOrderOfTheirFirstSections() {
        let all = sections("# A\n\na\n\n# B\n\nb\n\n# C\n\nc\n\n# D\n\nd\n")
        let topics = Outliner().outline(of: all, clusters: [cluster(1, 3, canonical: 3)]).topics
        #expect(topics.map(\.sections) == [[0], [1, 3], [2]])
        #expect(topics.map(\.canonical) == [0, 3, 2])
    }

    @Test func identicalPointsStandOnceWithAllSources() {
        let all = sections("# A\n\n1. **X:** one\n2. two\n", "# A\n\n- two\n- **X:** one\n- three\n")
        let points = Outliner().outline(of: all, clusters: [cluster(0, 1, canonical: 0)]).topics[0].points
        #expect(points.map(\.text) == ["**X:** one", "three", "two"])
        #expect(points.map { $0.sources.map(\.section) } == [[0, 1], [1], [0, 1]])
    }

    @Test func aNewPointStandsBehindItsNeighbour() {
        let all = sections(
            "# A\n\n- a\n- b\n- c\n", "# A\n\n- a\n- new\n- b\n- c\n- last\n", "# A\n\n- first\n- a\n")
        let points = Outliner().outline(of: all, clusters: [cluster(0, 1, 2, canonical: 0)]).topics[0].points
        #expect(points.map(\.text) == ["first", "a", "new", "b", "c", "last"])
    }

    @Test func wordsAreComparedWithoutCaseWidthAndWhiteSpace() {
        let all = sections("# A\n\nThe  Text\nhere\n", "# A\n\nｔｈｅ text here\n")
        let points = Outliner().outline(of: all, clusters: [cluster(0, 1, canonical: 0)]).topics[0].points
        #expect(points.map(\.text) == ["The  Text\nhere"])
    }

    @Test func linksToDifferentPlacesAreDifferentWordings() {
        let all = sections("# A\n\n[here](a.html)\n", "# A\n\n[here](b.html)\n")
        let points = Outliner().outline(of: all, clusters: [cluster(0, 1, canonical: 0)]).topics[0].points
        #expect(
            points.flatMap { [$0.text] + $0.variants.map(\.text) } == ["[here](a.html)", "[here](b.html)"])
    }

    @Test func codeIsComparedAsItStands() {
        let all = sections("# A\n\n```\nA=1\n```\n", "# A\n\n```\na=1\n```\n")
        let points = Outliner().outline(of: all, clusters: [cluster(0, 1, canonical: 0)]).topics[0].points
        #expect(points.flatMap { [$0.text] + $0.variants.map(\.text) } == ["```\nA=1\n```", "```\na=1\n```"])
    }

    @Test func aBlockThatItsOwnSectionRepeatsStaysTwice() {
        let all = sections(
            "# A\n\nExample:\n\n- a\n\nExample:\n\n- b\n", "# A\n\nExample:\n\n- a\n\nExample:\n\n- b\n")
        let points = Outliner().outline(of: all, clusters: [cluster(0, 1, canonical: 0)]).topics[0].points
        #expect(points.map(\.text) == ["Example:", "a", "Example:", "b"])
        #expect(points.allSatisfy { $0.sources.count == 2 })
    }

    @Test func nestedItemsComeWithTheirItemWithoutItsIndentation() {
        let points = Outliner().outline(
            of: sections("# A\n\n10. a\n    - b\n\n      c\n11. d\n"), clusters: []
        ).topics[0].points
        #expect(points.map(\.text) == ["a\n- b\n\n  c", "d"])
    }

    @Test func everyBlockStandsInExactlyOneWording() {
        var generator = SeededGenerator(seed: 41)
        let pieces = [
            "text one", "- a\n- b", "> quote", "```\ncode\n```", "---", "| a |\n| - |\n| b |", "[x]: y",
            "text two",
        ]
        for _ in 0..<200 {
            let texts = (0..<3).map { _ in
                "# A\n\n"
                    + (0..<6).map { _ in pieces.randomElement(using: &generator)! }.joined(separator: "\n\n")
            }
            let all = sections(texts[0], texts[1], texts[2])
            let topics = Outliner().outline(of: all, clusters: [cluster(0, 1, 2, canonical: 1)]).topics
            let sources = topics.flatMap(\.points).flatMap { $0.sources + $0.variants.flatMap(\.sources) }
                .map { [$0.section, $0.startLine, $0.endLine] }
            let blocks = all.enumerated().flatMap { index, section in
                section.blocks.map { [index, $0.startLine, $0.endLine] }
            }
            #expect(sources.sorted { $0.lexicographicallyPrecedes($1) } == blocks)
        }
    }
}
