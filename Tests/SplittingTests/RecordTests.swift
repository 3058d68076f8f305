import Reading
import Splitting
import Testing

/// A JSON record a line is a section each.
struct RecordTests {
    private func split(_ text: String, fields: RecordFields = RecordFields()) -> SplitSections {
        records(of: text, .jsonLines, fields: fields)
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
        ("{\"id\": \"a\"}", .missingField(["text"])), ("{\"text\": null}", .missingField(["text"])),
        ("{\"text\": 5}", .notText(field: "text")),
        ("{\"text\": \"x\", \"title\": []}", .notText(field: "title")),
        ("{\"text\": \"x\", \"id\": {}}", .notText(field: "id")),
    ])
    func aBrokenLineIsReportedWithItsNumberAndTheOthersAreRead(line: String, fault: RecordFault) {
        let result = split("{\"text\": \"a\"}\n\(line)\n{\"text\": \"b\"}\n")
        #expect(
            result.skipped == [SkippedInput(path: "r", reason: .brokenRecord(line: 2, fault: fault))])
        #expect(result.sections.map(\.startLine) == [1, 3])
    }

    @Test(arguments: [
        ("17", "17"), ("-0", "-0"), ("1.50", "1.50"), ("12345678901234567890123", "12345678901234567890123"),
        ("2E+3", "2E+3"), ("null", nil), ("\"\"", ""), ("\"x\"", "x"),
    ])
    func idsAreTextsOrNumbersAsTheyAreWritten(id: String, key: String?) {
        #expect(split("{\"id\": \(id), \"text\": \"x\"}").sections.map(\.key) == [key])
    }

    @Test(arguments: ["true", "false", "[]", "{}", "[\"a\"]"])
    func noOtherValueIsAnID(id: String) {
        let skipped = split("{\"id\": \(id), \"text\": \"x\"}").skipped
        #expect(skipped.map(\.reason) == [.brokenRecord(line: 1, fault: .notText(field: "id"))])
    }

    @Test func whatIsNotWantedIsPassedOverHoweverItIsNested() {
        let nested = String(repeating: "[{\"text\": ", count: 100_000)
        let closing = String(repeating: "}]", count: 100_000)
        let sections = split("{\"x\": \(nested)\"no\"\(closing), \"text\": \"yes\"}").sections
        #expect(sections.map { $0.text(includingCode: true) } == ["yes"])
    }

    @Test func oneFieldCanServeTwice() {
        let fields = RecordFields(text: "a", id: "a", title: "a")
        #expect(split("{\"a\": \"x\"}", fields: fields).sections.map(line) == ["1-1 x x: x"])
    }

    @Test func ofSeveralMembersWithOneNameTheLastCounts() {
        #expect(split("{\"text\": 5, \"text\": \"b\"}").sections.map(line) == ["1-1 nil : b"])
    }

    @Test(arguments: [
        (#"\u0000"#, "\0"), (#"\ud83d\ude00"#, "😀"), (#"\ud83d"#, "\u{FFFD}"), (#"\ude00x"#, "\u{FFFD}x"),
        (#"\ud83d\n"#, "\u{FFFD}\n"), (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"), (#"\u00e9\/\"\\"#, "é/\"\\"),
        (#"\b\f\n\r\t"#, "\u{8}\u{C}\n\r\t"),
    ])
    func escapesBecomeText(escaped: String, text: String) {
        let sections = split("{\"te\\u0078t\": \"\(escaped)\", \"title\": \"\(escaped)\"}").sections
        #expect(sections.map { $0.text(includingCode: true) } == [text])
        #expect(sections.map(\.heading) == [text])
    }

    @Test func ofALineThatIsNotUTF8OnlyTheRecordIsLost() {
        let good = Array("{\"text\": \"é\"}\n".utf8)
        for start in [
            "{\"text\": \"", "{\"text\": \"x\", \"title\": \"", "{\"text\": \"x\", \"a\": {\"",
            "{\"text\": \"\\n",
        ] {
            let end = start.contains("\"a\"") ? "\": 1}}\n" : "\"}\n"
            let bad = Array(start.utf8) + [0xE9] + Array(end.utf8)
            let result = records(of: good + bad + good, .jsonLines)
            #expect(result.sections.map(\.startLine) == [1, 3])
            let fault = RecordFault.notUTF8(byteOffset: start.utf8.count, byte: 0xE9)
            #expect(result.skipped.map(\.reason) == [.brokenRecord(line: 2, fault: fault)])
        }
    }

    @Test func aLineThatIsTooLargeIsTheOnlyOneLost() {
        let large = "{\"text\": \"\(String(repeating: "x", count: 300))\"}"
        let text = "{\"text\": \"a\"}\n\(large)\n{\"text\": \"b\"}\n\(large)"
        let result = records(of: text, .jsonLines, pieceBytes: 16, largestRecordBytes: 100)
        #expect(result.sections.map(\.startLine) == [1, 3])
        #expect(
            result.skipped.map(\.reason)
                == [2, 4].map { .brokenRecord(line: $0, fault: .tooLarge(limitBytes: 100)) })
    }

    @Test(arguments: [DocumentFormat.jsonLines, .json, .csv])
    func aRecordOfManyPiecesIsASectionLikeOthers(format: DocumentFormat) {
        let text = String(repeating: "words of one record that goes on and on, ", count: 100_000)
        let source =
            switch format {
            case .json: "[{\"text\": \"a\"},\n{\"text\": \"\(text)\"},\n{\"text\": \"b\"}]"
            case .csv: "text\na\n\"\(text)\"\nb\n"
            default: "{\"text\": \"a\"}\n{\"text\": \"\(text)\"}\n{\"text\": \"b\"}\n"
            }
        let sections = records(of: source, format, pieceBytes: 1 << 16).sections
        #expect(sections.map { $0.text(includingCode: true) } == ["a", text, "b"])
        #expect(sections.map(\.startLine) == (format == .csv ? [2, 3, 4] : [1, 2, 3]))
    }

    private static let question = RecordFields(texts: ["question", "options", "answer"])

    @Test(arguments: [
        (#"{"answer": "c", "question": "a", "options": "b"}"#, "a\nb\nc"),
        (#"{"question": "a", "answer": "c"}"#, "a\nc"),
        (#"{"answer": "c"}"#, "c"), (#"{"question": null, "answer": "", "options": "b"}"#, "b\n"),
        (#"{"question": "a", "options": ["x", "y\u0041", null, 3], "answer": 2}"#, "a\nx\nyA\n3\n2"),
        (#"{"question": "a", "options": {"A": "x", "B" : "y"}, "answer": true}"#, "a\nx\ny\ntrue"),
        (#"{"question": "a", "options": [ ], "answer": {}}"#, "a"),
    ])
    func severalFieldsAreJoinedInTheirOrder(record: String, text: String) {
        for (source, format) in [(record, DocumentFormat.jsonLines), ("[\(record)]", .json)] {
            let result = records(of: source, format, fields: Self.question)
            #expect(result.sections.map { $0.text(includingCode: true) } == [text])
            #expect(result.skipped.isEmpty)
        }
    }

    @Test(arguments: [
        (#"{"text": "a"}"#, RecordFault.missingField(["question", "options", "answer"])),
        (#"{"question": null, "options": []}"#, .missingField(["question", "options", "answer"])),
        (#"{"question": "a", "options": [["x"]]}"#, .notText(field: "options")),
        (#"{"question": "a", "options": [{"text": "x"}]}"#, .notText(field: "options")),
    ])
    func aRecordWithoutAnyOfTheFieldsIsBroken(record: String, fault: RecordFault) {
        let skipped = records(of: record, .jsonLines, fields: Self.question).skipped
        #expect(skipped.map(\.reason) == [.brokenRecord(line: 1, fault: fault)])
    }

    @Test func aListOfTextsIsATextInOneFieldToo() {
        #expect(split("{\"text\": [\"a\", \"b\"]}").sections.map(line) == ["1-1 nil : a\nb"])
    }

    @Test func ofJoinedFieldsThatAreNotUTF8TheRecordIsLost() {
        let bytes = Array("{\"question\": \"a\", \"answer\": \"".utf8) + [0xE9] + Array("\"}".utf8)
        let skipped = records(of: bytes, .jsonLines, fields: Self.question).skipped
        let fault = RecordFault.notUTF8(byteOffset: bytes.count - 3, byte: 0xE9)
        #expect(skipped.map(\.reason) == [.brokenRecord(line: 1, fault: fault)])
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
