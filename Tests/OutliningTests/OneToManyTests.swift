import Clustering
import Outlining
import Reading
import Splitting
import Testing

/// One member splits what another joins, in lists or in paragraphs.
struct OneToManyTests {
    private func outline(_ texts: [String]) -> Outline {
        let sections = texts.enumerated().flatMap { index, text in
            Splitter(settings: SplittingSettings(splitLevel: 1)).sections(
                of: Document(path: "\(index).md", format: .markdown, text: "# A\n\n" + text), index: index)
        }
        let cluster = Cluster(
            members: Array(sections.indices), canonical: 0, similarities: sections.map { _ in 1 }, cohesion: 1
        )
        return Outliner().outline(of: sections, clusters: [cluster])
    }

    private func points(_ texts: String...) -> [Point] {
        let outline = outline(texts)
        #expect(outline.ledger.faults.isEmpty)
        return outline.topics[0].points
    }

    @Test(arguments: [
        (
            "- Sign every copy with the blue pen. Seal the copies in the grey box by the door.\n",
            "- Sign every copy with the blue pen.\n- Seal the copies in the grey box by the door.\n"
        ),
        (
            "1. **系缆与复查：** 先系船首缆，再把船尾缆带上岸并打双股。复查要看缆绳的松紧和护舷的位置。\n",
            "1. **系缆：** 先系船首缆，再把船尾缆带上岸并打双股。\n2. **复查：** 复查要看缆绳的松紧和护舷的位置。\n"
        ),
        (
            "Sign every copy with the blue pen. Seal the copies in the grey box by the door.\n",
            "- Sign every copy with the blue pen.\n- Seal the copies in the grey box by the door.\n"
        ),
    ])
    func whatASectionSplitsIsAPartOfThePoint(_ joined: String, _ split: String) {
        let points = points(joined, split)
        #expect(points.count == 1)
        #expect(points[0].variants.map(\.extent) == [.part, .part])
        #expect(points[0].variants.allSatisfy { $0.differences.isEmpty })
    }

    @Test(arguments: [
        (
            "- Sign every copy with blue ink.\n- Seal all boxes by the grey door.\n- Wait for the inspector's whistle.\n",
            "- Sign every copy with blue ink. Seal all boxes by the grey door. Wait for the inspector's whistle.\n"
        ),
        (
            "- Sign every copy with blue ink.\n- Seal all boxes by the grey door.\n- Wait for the inspector's whistle.\n",
            "Sign every copy with blue ink, seal all boxes by the grey door, and wait for the inspector's whistle.\n"
        ),
        (
            "- **灯光：** 整夜打开船头的锚灯。\n- **报告：** 靠泊后把泊位号告诉港务室。\n- **护舷：** 靠码头一侧放好护舷。\n",
            "- **要点：** 整夜打开船头的锚灯。靠泊后把泊位号告诉港务室。靠码头一侧放好护舷。\n"
        ),
    ])
    func whatASectionJoinsSaysWhichPointsItSays(_ split: String, _ joined: String) {
        let points = points(split, joined)
        #expect(points.count == 3)
        #expect(points[0].variants.map(\.extent) == [.joined])
        #expect(points[0].variants[0].others == [1, 2])
        #expect(points[0].variants[0].differences.allSatisfy { !$0.isFlagged })
        #expect(points[1].variants.isEmpty && points[2].variants.isEmpty)
    }

    @Test func aPointUnderTheSameLabelIsJoinedToo() {
        let points = points(
            "- **Lights:** Switch the anchor light on for the whole night.\n- **Report:** Tell the harbour office the berth number.\n",
            "- **Lights:** Switch the anchor light on for the whole night. Tell the harbour office the berth number.\n"
        )
        #expect(points.count == 2)
        #expect(points[0].variants.map(\.extent) == [.joined])
        #expect(points[0].variants[0].others == [1])
    }

    @Test func numbersThatDisagreeAreFlaggedInPartsAndInWhatIsJoined() {
        let joined =
            "- Seal all copies after two hours. Tell the harbour office the number within 30 minutes.\n"
        let split =
            "- Seal all copies after two hours.\n- Tell the harbour office the number within 20 minutes.\n"
        for (texts, canonical) in [([joined, split], "30 minutes"), ([split, joined], "20 minutes")] {
            let differences = outline(texts).topics[0].points.flatMap(\.variants).flatMap(\.differences)
            #expect(differences.map(\.kind) == [.number])
            #expect(differences.map(\.canonical) == [canonical])
        }
    }

    @Test func wordsStrewnOverALongTextAreNoPartOfIt() {
        let long = (0..<12).map { "The \($0)th crane lifts grey boxes over the quay before the tide turns." }
        let points = points(
            "- The harbour master \(long[..<4].joined(separator: " ")) seals every single ledger "
                + "\(long[4..<8].joined(separator: " ")) at the lighthouse \(long[8...].joined(separator: " "))\n",
            "- The harbour master seals every single ledger at the lighthouse\n")
        #expect(points.map { $0.variants.count } == [0, 0])
    }

    @Test func furtherPointsOfASectionStandBehindAllThatItJoined() {
        let points = points(
            "- Sign every copy with blue ink.\n- Seal all boxes by the grey door.\n",
            "- Sign every copy with blue ink. Seal all boxes by the grey door.\n- Prices rise in the spring.\n"
        )
        #expect(
            points.map(\.text) == [
                "Sign every copy with blue ink.", "Seal all boxes by the grey door.",
                "Prices rise in the spring.",
            ])
    }

    @Test func aParagraphThatJoinsItemsKeepsItsKindInEveryCopy() {
        let split = "- Sign every copy with blue ink.\n- Seal all boxes by the grey door.\n"
        let joined = "Sign every copy with blue ink. Seal all boxes by the grey door.\n"
        let outline = outline([split, joined, joined])
        #expect(outline.ledger.faults.isEmpty)
        let variant = outline.topics[0].points[0].variants[0]
        #expect(variant.kind == .paragraph && variant.sources.count == 2)
        #expect(outline.ledger.coverage.merged == 3)
    }
}
