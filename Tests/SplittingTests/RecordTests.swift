import Reading
import Splitting
import Testing

/// A JSON record a line is a section each.
struct RecordTests {
    private func split(
        _ text: String, fields: RecordFields = RecordFields()
    ) -> (sections: [Section], skipped: [SkippedInput]) {
        let splitter = Splitter(settings: SplittingSettings(recordFields: fields))
        let parts = splitter.pieces(of: [Document(path: "r.jsonl", format: .jsonLines, text: text)])
            .map { splitter.split($0) }
        return (parts.flatMap(\.sections), parts.flatMap(\.skipped))
    }

    @Test func recordsAreSectionsWithKeyHeadingAndText() {
        let sections = split(
            "{\"id\": \"a\", \"title\": \"T\", \"text\": \"one\\ntwo\"}\n\n{\"text\": \"# x\"}"
        ).sections
        #expect(sections.map(\.key) == ["a", nil])
        #expect(sections.map(\.heading) == ["T", ""])
        #expect(sections.map { $0.text(includingCode: true) } == ["one\ntwo", "# x"])
        #expect(sections.map(\.startLine) == [1, 3])
        #expect(sections.map(\.endLine) == [1, 3])
    }

    @Test func idsCanBeWholeNumbers() {
        #expect(split("{\"id\": 17, \"text\": \"x\"}").sections.map(\.key) == ["17"])
    }

    @Test func fieldsCanHaveOtherNames() {
        let sections = split(
            "{\"key\": \"a\", \"name\": \"T\", \"body\": \"x\"}",
            fields: RecordFields(text: "body", id: "key", title: "name")
        ).sections
        #expect(sections.map(\.key) == ["a"])
        #expect(sections.map(\.heading) == ["T"])
        #expect(sections.map { $0.text(includingCode: true) } == ["x"])
    }

    @Test(arguments: [
        ("nonsense", RecordFault.notJSON), ("{\"text\": \"x\"", .notJSON), ("[1]", .notAnObject),
        ("5", .notAnObject),
        ("{\"id\": \"a\"}", .missingField("text")), ("{\"text\": null}", .missingField("text")),
        ("{\"text\": 5}", .notText(field: "text")),
        ("{\"text\": \"x\", \"title\": []}", .notText(field: "title")),
        ("{\"text\": \"x\", \"id\": {}}", .notText(field: "id")),
    ])
    func aBrokenLineIsReportedWithItsNumberAndTheOthersAreRead(line: String, fault: RecordFault) {
        let result = split("{\"text\": \"a\"}\n\(line)\n{\"text\": \"b\"}\n")
        #expect(
            result.skipped == [SkippedInput(path: "r.jsonl", reason: .brokenRecord(line: 2, fault: fault))])
        #expect(result.sections.map(\.startLine) == [1, 3])
    }

    @Test func recordsOfManyPiecesKeepTheirLines() {
        let lines = (1...2000).map { "{\"id\": \($0), \"text\": \"text \($0)\"}" }
        let sections = split(lines.joined(separator: "\n")).sections
        #expect(sections.map(\.startLine) == Array(1...2000))
        #expect(sections.map(\.key) == (1...2000).map(String.init))
    }

    @Test(arguments: ["", "\n\n", " \n\t"])
    func nothingButWhiteSpaceGivesNoSections(text: String) {
        let result = split(text)
        #expect(result.sections.isEmpty && result.skipped.isEmpty)
    }
}
