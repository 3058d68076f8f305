import Reading
import Splitting
import Testing

/// The objects of a JSON list are a section each.
struct JSONListTests {
    private func split(_ text: String) -> SplitSections { records(of: text, .json) }

    @Test func elementsAreSectionsOnTheirLines() {
        let result = split(
            """

            [
              {"id": 1, "text": "a"}, {"id": 2, "text": "b"},
              {
                "id": "three", "title": "T",
                "text": "c"
              }

            ]

            """)
        #expect(result.sections.map(line) == ["3-3 1 : a", "3-3 2 : b", "4-7 three T: c"])
        #expect(result.skipped.isEmpty)
    }

    @Test(arguments: ["", " \n ", "[]", "[\n]", " [ ] \n"])
    func nothingInItGivesNoSections(text: String) {
        let result = split(text)
        #expect(result.sections.isEmpty && result.skipped.isEmpty)
    }

    @Test(arguments: [
        ("5", RecordFault.notAnObject), ("[{\"text\": \"x\"}]", .notAnObject), ("", .notJSON),
        ("{\"text\": }", .notJSON),
        ("{\"text\": \"x\"} 5", .notJSON), ("{\"text\": \"x\\q, ], }\"}", .notJSON), ("}", .notJSON),
        ("{\"a\": 5}", .missingField(["text"])),
    ])
    func aBrokenElementIsReportedWithItsLineAndTheOthersAreRead(element: String, fault: RecordFault) {
        let result = split("[{\"text\": \"a\"},\n\(element),\n{\"text\": \"b\"}]")
        #expect(result.sections.map(\.startLine) == [1, 3])
        let line = element.isEmpty ? 2 : 2
        #expect(result.skipped.map(\.reason) == [.brokenRecord(line: line, fault: fault)])
    }

    @Test func aCommaBeforeTheEndIsReported() {
        let result = split("[{\"text\": \"a\"},\n]")
        #expect(result.sections.count == 1)
        #expect(result.skipped.map(\.reason) == [.brokenRecord(line: 2, fault: .notJSON)])
    }

    @Test(arguments: [("{\"text\": \"a\"}", 1), ("\n\n{}", 3), ("\"[]\"", 1), ("]", 1), ("{}\n{}", 1)])
    func whatIsNoListIsNotRead(text: String, line: Int) {
        let result = split(text)
        #expect(result.sections.isEmpty)
        #expect(result.skipped.map(\.reason) == [.notAList(line: line)])
    }

    @Test(arguments: ["", ",", ", {", ",\n{\"text\": \"b\"", ", \"", ", {\"text\": \"b\"]"])
    func whatStandsBeforeTheBreakIsRead(rest: String) {
        let result = split("[\n{\"text\": \"a\"}\(rest)")
        #expect(result.sections.map(\.startLine) == [2])
        let line = rest.contains("\n") ? 3 : 2
        #expect(result.skipped.map(\.reason) == [.endlessList(line: line)])
    }

    @Test func aLastElementThatIsWholeIsReadThoughTheListHasNoEnd() {
        let result = split("[{\"text\": \"a\"}, {\"text\": \"b\"}")
        #expect(result.sections.count == 2)
        #expect(result.skipped.map(\.reason) == [.endlessList(line: 1)])
    }

    @Test(arguments: ["[{\"text\": \"a\"}]\n\nx", "[{\"text\": \"a\"}]\n\n[]"])
    func whatFollowsTheListIsReported(text: String) {
        let result = split(text)
        #expect(result.sections.count == 1)
        #expect(result.skipped.map(\.reason) == [.textAfterList(line: 3)])
    }

    @Test func anElementThatIsTooLargeEndsTheReading() {
        let large = "{\"text\": \"\(String(repeating: "x", count: 300))\"}"
        let text = "[{\"text\": \"a\"},\n\(large),\n{\"text\": \"b\"}]"
        let result = records(of: text, .json, pieceBytes: 16, largestRecordBytes: 100)
        #expect(result.sections.map(\.startLine) == [1])
        #expect(result.skipped.map(\.reason) == [.endlessRecord(line: 2, limitBytes: 100)])
    }
}
