import Reading
import SimilarityJoin
import Splitting
import TestSupport
import Testing

@testable import Outlining

/// Topics come together as average linkage has it, are cut where they stand apart best, and get titles.
struct ThemeTests {
    private func randomPairs(_ count: Int, _ generator: inout SeededGenerator) -> [SimilarPair] {
        (0..<count).flatMap { a in
            (a + 1..<count).compactMap { b in
                Int.random(in: 0..<3, using: &generator) == 0
                    ? SimilarPair(a: a, b: b, similarity: Double.random(in: 0.15...0.7, using: &generator))
                    : nil
            }
        }
    }

    /// Joins the two most similar groups again and again.
    private func reference(_ sizes: [Int], _ pairs: [SimilarPair], floor: Double) -> [[Int]] {
        var similarity: [[Int]: Double] = [:]
        for pair in pairs { similarity[[pair.a, pair.b]] = pair.similarity }
        var groups = sizes.indices.map { [$0] }
        while true {
            var best = (0.0, 0, 0)
            for a in groups.indices {
                for b in groups.indices where a < b {
                    var (sum, weight) = (0.0, 0.0)
                    for x in groups[a] {
                        for y in groups[b] {
                            let both = Double(sizes[x] * sizes[y])
                            sum += both * (similarity[[min(x, y), max(x, y)]] ?? 0)
                            weight += both
                        }
                    }
                    if sum / weight > best.0 { best = (sum / weight, a, b) }
                }
            }
            guard best.0 >= floor else { return groups.map { $0.sorted() }.sorted { $0[0] < $1[0] } }
            groups[best.1] += groups[best.2]
            groups.remove(at: best.2)
        }
    }

    @Test func treeIsThatOfJoiningTheMostSimilarAgainAndAgain() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<60 {
            let sizes = (0..<12).map { _ in Int.random(in: 1...4, using: &generator) }
            let pairs = randomPairs(12, &generator)
            let tree = TopicTree(sizes: sizes, pairs: pairs, floor: 0.15)
            for threshold in [0.15, 0.25, 0.4, 0.6] {
                #expect(tree.groups(at: threshold) == reference(sizes, pairs, floor: threshold))
            }
        }
    }

    @Test func silhouetteIsThatOfItsDefinition() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<60 {
            let pairs = randomPairs(9, &generator)
            var groups: [[Int]] = [[], [], []]
            for topic in 0..<9 { groups[Int.random(in: 0..<3, using: &generator)].append(topic) }
            groups.removeAll(where: \.isEmpty)
            func distance(_ a: Int, _ b: Int) -> Double {
                1 - (pairs.first { $0.a == min(a, b) && $0.b == max(a, b) }?.similarity ?? 0)
            }
            var total = 0.0
            for group in groups where group.count > 1 && groups.count > 1 {
                for topic in group {
                    let a =
                        group.filter { $0 != topic }.map { distance(topic, $0) }.reduce(0, +)
                        / Double(group.count - 1)
                    let b =
                        groups.filter { $0 != group }.map { other in
                            other.map { distance(topic, $0) }.reduce(0, +) / Double(other.count)
                        }.min() ?? 0
                    total += (b - a) / max(a, b)
                }
            }
            if groups.count > 1 {
                let mean = Silhouette(topicCount: 9, pairs: pairs).mean(of: groups)
                #expect(abs(mean - total / 9) < 1e-9)
            }
        }
    }

    private func titles(_ headings: [String], _ themes: [[Int]]) -> [String] {
        let sections = headings.flatMap { heading in
            Splitter().sections(
                of: Document(path: "a.md", format: .markdown, text: "# \(heading)\n\ntext\n"), index: 0)
        }
        return ThemeTitles(canonical: sections).titles(of: themes)
    }

    @Test func titleIsWhatItsHeadingsShareAndOthersDoNot() {
        let headings = [
            "How to restore sealed copies", "When sealed copies expire", "How to pay the fee",
            "When to raise the alarm",
            "How to moor at night", "When to call",
        ]
        #expect(titles(headings, [[0, 1], [2], [3], [4], [5]])[0] == "sealed copies")
    }

    @Test func chineseTitlesBreakNoWord() {
        let headings = [
            "如何处理模型的可扩展性和弹性？", "如何构建一个可扩展的系统架构？", "如何处理模型的公平性？", "如何处理模型的部署？", "如何处理模型的更新？",
            "如何处理模型的质量？", "如何处理模型的成本？", "如何处理模型的安全？", "如何处理模型的训练？", "如何处理模型的推理？",
        ]
        #expect(titles(headings, [[0, 1]] + (2..<10).map { [$0] })[0] == "可扩展")
    }

    @Test func topicsOfOneHeadingGiveItToTheirThemeWhole() {
        let headings = ["What happens when a file is opened?", "What happens when a file is opened?", "Tea"]
        #expect(titles(headings, [[0, 1], [2]])[0] == headings[0])
    }

    @Test func aTitleThatIsTakenIsNotCutShortButStandsBehindTheHeadingAbove() {
        let text = "# Ferry\n\na\n\n## Further reading\n\nb\n\n# Crane\n\nc\n\n## Further reading\n\nd\n"
        let sections = Splitter().sections(
            of: Document(path: "a.md", format: .markdown, text: text), index: 0)
        #expect(
            ThemeTitles(canonical: sections).titles(of: [[0], [1], [2], [3]])
                == ["Ferry", "Further reading", "Crane", "Crane: Further reading"])
        let two = sections + sections
        #expect(
            ThemeTitles(canonical: two).titles(of: [[1, 5], [3, 7]])
                == ["Further reading", "Crane: Further reading"])
    }

    @Test func titlesAreNeverEmptyAndNeverTwice() {
        let headings = ["Overview", "Overview", "", "", "的", "Overview", "How"]
        for themes in [
            [[0], [1], [2], [3], [4], [5], [6]], [[0, 1], [2, 3], [4, 5], [6]], [[2, 3, 4], [0, 1, 5, 6]],
        ] {
            let found = titles(headings, themes)
            #expect(found.count == themes.count && Set(found).count == found.count)
            #expect(found.allSatisfy { !$0.isEmpty })
        }
    }

    @Test func aHeadingOfWhiteSpaceTitlesNoTheme() {
        let headings = ["&nbsp;", "&#x3000;", "&nbsp; &#8195;"]
        for themes in [[[0], [1], [2]], [[0, 1, 2]]] {
            #expect(titles(headings, themes).allSatisfy { !$0.allSatisfy(\.isWhitespace) })
        }
    }

    @Test func aNumberThatMakesATitleItsOwnIsTheFirstThatIsFree() {
        let headings = ["A", "A (3)", "A", "A", "A (2)", "A"]
        let expected = ["A", "A (3)", "A (2)", "A (4)", "A (2) (2)", "A (5)"]
        #expect(titles(headings, headings.indices.map { [$0] }) == expected)
    }

    @Test func topicsWithoutTextComeTogetherWithNone() {
        let sections = Splitter().sections(
            of: Document(
                path: "a.md", format: .markdown,
                text: (0..<6).map { "# Heading \($0)\n\n" }.joined()
                    + "# Ropes\n\nThe ropes of the ferry are wet.\n\n# Wet ropes\n\nAll ropes of the ferry were wet.\n"
            ), index: 0)
        let settings = OutlineSettings(comparedText: { $0.blocks.isEmpty ? "" : $0.text(includingCode: true) }
        )
        let outline = Outliner(settings: settings).outline(of: sections, clusters: [])
        #expect(outline.themes.map(\.topics) == (0..<6).map { [$0] } + [[6, 7]])
    }

    @Test func theLowestCutRisesWithTheTopicsSoThatPairsDoNotGrowWithTheirSquare() {
        let floors = [0, 4096, 4097, 8192, 20_000, 1_000_000].map { ThemeFinder.floor(topicCount: $0) }
        #expect(floors == [0.15, 0.15, 0.2, 0.3, 0.6, 0.6])
        #expect(floors.allSatisfy(ThemeFinder.thresholds.contains))
    }
}
