import Clustering
import Outlining
import Reading
import Splitting
import Testing

/// Blocks of a cluster's sections are aligned in their structure.
struct AlignmentTests {
    private func points(_ texts: String...) -> [Point] {
        let sections = texts.enumerated().flatMap { index, text in
            Splitter(settings: SplittingSettings(splitLevel: 1)).sections(
                of: Document(path: "\(index).md", format: .markdown, text: text), index: index)
        }
        let cluster = Cluster(
            members: Array(sections.indices), canonical: 0, similarities: sections.map { _ in 1 }, cohesion: 1
        )
        return Outliner().outline(of: sections, clusters: [cluster]).topics[0].points
    }

    /// The points with their variants: "point ~ variant ~ variant".
    private func shown(_ points: [Point]) -> [String] {
        points.map { ([$0.text] + $0.variants.map(\.text)).joined(separator: " ~ ") }
    }

    @Test func nearlyIdenticalItemsAreOnePointWithVariants() {
        let points = points(
            "# A\n\n- The session lasts two hours.\n- Close it.\n",
            "# A\n\n- Close it.\n- The session lasts four hours.\n")
        #expect(
            shown(points) == ["The session lasts two hours. ~ The session lasts four hours.", "Close it."])
        #expect(points[0].isFlagged)
        #expect(points[0].variants[0].sources == [PointSource(section: 1, startLine: 4, endLine: 4)])
    }

    @Test func labelsAndPartsKeepAnswersAndExamplesApart() {
        let text = { (order: [String]) in
            "# A\n\n**答案：**\n" + order.map { "- **\($0)：** 关于\($0)的做法。\n" }.joined() + "\n**举例：**\n"
                + order.map { "- **\($0)：** 关于\($0)的例子。\n" }.joined()
        }
        let points = points(text(["备份", "加密"]), text(["加密", "备份"]))
        #expect(points.map(\.role) == ["答案", "答案", "答案", "举例", "举例", "举例"])
        #expect(points.allSatisfy { $0.sources.count == 2 && $0.variants.isEmpty })
    }

    @Test func labelsThatComeTogetherInOnePartDoInTheOther() {
        let points = points(
            "# A\n\n**答案：**\n- **数据备份：** 定期备份数据，确保损坏时能够快速恢复。\n\n**举例：**\n- **数据备份：** 使用Rclone等工具，定期备份数据。\n",
            "# A\n\n**答案：**\n- **备份和恢复：** 定期备份数据，确保损坏时能够快速恢复。\n\n**举例：**\n"
                + "- **备份和恢复：** 定期使用数据备份工具，如Rclone，进行数据备份，确保数据安全。\n")
        #expect(points.count == 4)
        #expect(points.map { $0.variants.count } == [0, 1, 0, 1])
    }

    @Test func subHeadingsAndPlainLeadInsMakeParts() {
        let text = "# A\n\n## Steps\n\n- a\n\nFor example:\n\n- b\n"
        let points = points(text, text)
        #expect(points.map(\.role) == ["Steps", "Steps", "For example", "For example"])
    }

    @Test func nestedListsCodeAndTablesAreCarriedWhole() {
        let text = "# A\n\n- item\n  - inner\n\n```sh\nls -l\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n"
        #expect(
            points(text, text).map(\.text) == [
                "item\n- inner", "```sh\nls -l\n```", "| a | b |\n| - | - |\n| 1 | 2 |",
            ])
    }

    @Test func unrelatedItemsStayPointsOfTheirOwn() {
        let points = points("# A\n\n- Feed the cat at noon.\n", "# A\n\n- Prices rise in the spring.\n")
        #expect(shown(points) == ["Feed the cat at noon.", "Prices rise in the spring."])
    }
}
