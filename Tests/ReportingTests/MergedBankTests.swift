import Outlining
import Reading
import Refrain
import Splitting
import Testing

@testable import Reporting

/// Questions that are no headings of their own are written back as they stand, and read again as the same sections.
struct MergedBankTests {
    private static let answer = """
        The harbour master keeps the key to the boat house in a red box behind the door, and in winter the neighbour has it.
        Ring twice, say who you are, and bring the card that you were given in spring; without it nobody gets the key.
        """

    private static let listed = """
        # Bank

        1. ### Who has the key?

           \(answer.replacing("\n", with: "\n   "))

           - Ring twice.
           - Bring your card.

               tide + 2

        2. ### When is the slip free?

           Two hours before high water, and never at night.

           ```sh
           tide --today
             --place slip
           ```

        3. ### Who keeps the key of the house?

           \(answer.replacing("\n", with: "\n   "))

           - Ring twice.
           - Ask on channel 12.

        """

    private static let bold = """
        # Bank

        **1. Who has the key?**

        \(answer)

        **2. When is the slip free?**
        Two hours before high water, and never at night.

        **3. Who keeps the key of the house?**

        \(answer)

        **4. What does the crane cost?**

        Forty for an hour, and the man who drives it is included.

        """

    private static let summaries = """
        # Bank

        <details>
        <summary>Who has the key?</summary><br><b>

        \(answer)

        </b></details>

        <details>
        <summary>When is the slip free?</summary><br><b>

        Two hours before high water, and never at night.

        </b></details>

        <details>
        <summary>Who keeps the key of the house?</summary><br><b>

        \(answer)

        </b></details>

        """

    private func analysis(_ text: String) -> Analysis {
        Pipeline().analysis(
            of: ReadResult(
                documents: [Document(path: "bank.md", format: .markdown, text: text)], skipped: []))
    }

    private func merged(_ analysis: Analysis) -> String {
        MergedDocument(analysis.outline, of: analysis, display: OutlineDisplay()).text
    }

    @Test(arguments: [listed, bold, summaries])
    func twoCopiesBecomeOneAndTheRestStaysAsItIs(text: String) {
        let before = analysis(text)
        #expect(before.clusters.count == 1)
        #expect(before.outline.ledger.faults == [])
        let after = analysis(merged(before))
        #expect(after.clusters.isEmpty && after.sections.count == before.sections.count - 1)
        #expect(
            after.sections.map(\.heading)
                == before.sections.map(\.heading).filter { $0 != "Who keeps the key of the house?" })
        #expect(
            after.sections.map(\.level)
                == before.sections.dropLast(before.sections.count - after.sections.count).map(\.level))
    }

    @Test(arguments: [listed, bold, summaries])
    func mergingAgainChangesNothing(text: String) {
        let once = merged(analysis(text))
        #expect(merged(analysis(once)) == once)
    }

    @Test(arguments: [listed, bold, summaries])
    func noTextIsLost(text: String) {
        let before = analysis(text)
        let after = analysis(merged(before))
        func texts(_ analysis: Analysis) -> Set<String> {
            func own(_ block: Block) -> [String] { [block.text] + block.children.flatMap(own) }
            return Set(analysis.sections.flatMap(\.blocks).flatMap(own))
        }
        #expect(texts(before).subtracting(texts(after)) == [])
    }

    @Test func theAnswerStaysInsideItsItem() {
        let text = merged(analysis(Self.listed))
        #expect(text.contains("1. ### Who has the key?\n\n   The harbour master"))
        #expect(text.contains("   - Ring twice.\n"))
    }

    @Test func aQuestionInBoldThatIsLeftAloneBecomesAHeading() {
        let text = """
            # Bank

            **1. Who has the key?**

            \(Self.answer)

            **2. Who keeps the key of the house?**

            \(Self.answer)

            """
        let once = merged(analysis(text))
        #expect(once.contains("## 1. Who has the key?\n"))
        #expect(analysis(once).sections.map(\.heading) == ["Bank", "Who has the key?"])
        #expect(merged(analysis(once)) == once)
    }

    @Test(arguments: [
        (listed, "## 1. Who has the key?"), (bold, "## 1. Who has the key?"),
        (summaries, "## Who has the key?"),
    ])
    func anOutlineNamesTheQuestionInWords(text: String, line: String) {
        let analysis = analysis(text)
        let report = OutlineFormat.markdown.report(
            on: analysis.outline, of: analysis, display: OutlineDisplay())
        #expect(report.contains("\n" + line + "\n") || report.contains("\n#" + line + "\n"), "\(report)")
    }

    @Test func anAnchorThatAHeadingNamesIsItsAnchor() {
        let analysis = analysis(
            "# A {#a}\n\nx\n\n# Important <!-- b -->\n\ny\n\n# C {/* #c */}\n\nz\n\n# A\n\nw\n")
        #expect(
            HeadingIndex(analysis).anchors(sectionCount: 4, of: analysis) == ["a", "important", "c", "a-1"])
    }
}
