import Outlining
import Reading
import Refrain
import Splitting
import Testing

@testable import Reporting

/// Items of lists keep the numbers and signs that they are written with.
struct ListNumberTests {
    private static func analysis(_ text: String, _ format: DocumentFormat = .markdown) -> Analysis {
        Pipeline().analysis(
            of: ReadResult(documents: [Document(path: "a.txt", format: format, text: text)], skipped: []))
    }

    private static func merged(_ analysis: Analysis) -> String {
        MergedDocument(
            analysis.outline, of: analysis, display: OutlineDisplay(), at: MergedPlace(path: "m.md")
        ).text
    }

    private static let steps =
        "Tea\n\n3. Fill the kettle.\n5. Wait for the whistle.\n7. Pour.\n\nSee step 5.\n"

    @Test(arguments: [
        (OutlineFormat.text, ["3. Fill", "5. Wait", "7. Pour", "See step 5"]),
        (.markdown, ["\n3. Fill the kettle.\n", "\n5. Wait for the whistle.\n", "\n7. Pour.\n"]),
        (.json, ["\"marker\": \"3.\"", "\"marker\": \"5.\"", "\"marker\": \"7.\""]),
        (.opml, ["text=\"3. Fill", "text=\"5. Wait", "text=\"7. Pour"]),
        (.html, ["<li value=\"3\">", "<li value=\"5\">", "<li value=\"7\">"]),
    ])
    func eachFormatHasTheNumbersOfAPlainText(_ format: OutlineFormat, _ parts: [String]) {
        let analysis = Self.analysis(Self.steps, .plainText)
        let report = format.report(on: analysis.outline, of: analysis)
        for part in parts { #expect(report.contains(part), "\(part)") }
    }

    @Test func whatIsNoItemHasNoNumber() {
        let analysis = Self.analysis(Self.steps, .plainText)
        let report = OutlineFormat.text.report(on: analysis.outline, of: analysis)
        #expect(report.contains("─ See step 5.") && !report.contains("7. See"))
    }

    @Test func whereMarkdownWouldCountOtherwiseAnotherListBegins() {
        let text = Self.merged(Self.analysis(Self.steps, .plainText))
        #expect(
            text
                == "Tea\n\n3. Fill the kettle.\n\n<!-- -->\n\n5. Wait for the whistle.\n\n<!-- -->\n\n7. Pour.\n\nSee step 5.\n"
        )
        let again = Self.analysis(text)
        #expect(Self.merged(again) == text)
        #expect(again.sections[0].blocks.filter { $0.kind == .listItem(isNumbered: true) }.count == 3)
    }

    private static let say =
        "The ferry leaves at noon from the long pier, and nobody may board before the bell."

    /// What merging two copies of a section leaves.
    private static func mergedCopies(_ list: String) -> String {
        let section = "# Ferry\n\n\(say)\n\n\(list)\n\n"
        let text = merged(analysis(section + section))
        return String(text.dropFirst("# Ferry\n\n\(say)\n\n".count).dropLast())
    }

    @Test(arguments: [
        "5. five\n\n1) one\n2) two", "1. one\n1. two\n1. three", "3. three\n4. four", "3) a\n\nwords\n\n4) b",
        "07. a\n08. b",
        "1. a\n\n   inner\n2. b", "0. a\n1. b", "999999999. a", "- a\n- b\n\n1. c\n\n* d",
        "1. a\n\n<!-- -->\n\n1. b", "10. a\n11. b\n\n    code",
        // The mark combines with the space before it, which is indentation.
        "- a\n\n  \u{301}mark", "1. a\n   \u{301}mark",
    ])
    func listsAreMergedAsTheyAreWritten(_ list: String) {
        #expect(Self.mergedCopies(list) == list)
    }

    @Test func aListOfSeveralSectionsIsCountedAnew() {
        let text =
            "# Ferry\n\n\(Self.say)\n\n1. Buy a ticket.\n2. Go aboard.\n\n1) Ring.\n\n# Ferry\n\n\(Self.say)\n\n"
            + "1. Buy a ticket.\n2. Mind the gap between pier and ship.\n3. Go aboard.\n\n1) Ring.\n2) Wave.\n"
        #expect(
            Self.merged(Self.analysis(text))
                == "# Ferry\n\n\(Self.say)\n\n1. Buy a ticket.\n2. Mind the gap between pier and ship.\n3. Go aboard.\n\n"
                + "1) Ring.\n2) Wave.\n")
    }

    @Test func aListThatMarkdownCountsGoesOnBehindWhatBreaksIt() {
        var items = ListItems()
        let item = Point(kind: .listItem(isNumbered: true), text: "a", sources: [])
        let words = Point(kind: .paragraph, text: "a", sources: [])
        let markers = (0..<3).map { ListMarker(line: "1. a")?.counting(place: $0) }
        #expect(items.separator(before: item, own: markers[0]) == [""] && items.marker == "1.")
        #expect(items.separator(before: item, own: markers[1]) == [] && items.marker == "1.")
        _ = items.separator(before: words)
        #expect(items.separator(before: item, own: markers[2]) == [""] && items.marker == "3.")
    }
}
