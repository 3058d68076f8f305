import Reading
import Splitting
import Testing

/// The rows of a file of comma-separated values are a section each.
struct SeparatedValuesTests {
    private func split(_ text: String) -> SplitSections { records(of: text, .csv) }

    @Test func rowsAreSectionsOnTheirLines() {
        let result = split(
            """
            id,title,text
            1,One,plain
            2,"Two, too","over
            two ""lines""\"

            ,,last
            """)
        #expect(
            result.sections.map(line) == [
                "2-2 1 One: plain", "3-4 2 Two, too: over\ntwo \"lines\"", "6-6 nil : last",
            ])
        #expect(result.skipped.isEmpty)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func linesEndInAnyWay(lineEnd: String) {
        let text = "\u{FEFF}text,id\n\"a\nb\",1\nc,2\n".replacing("\n", with: lineEnd)
        #expect(split(text).sections.map(line) == ["2-3 1 : a\nb", "4-4 2 : c"])
    }

    @Test func valuesWithoutQuotesAreTakenAsTheyStand() {
        let result = split("text,id\n 5\" pipe \"x\" , 1\n")
        #expect(result.sections.map(line) == ["2-2  1 :  5\" pipe \"x\" "])
    }

    @Test func severalColumnsAreJoinedInTheOrderOfTheFields() {
        let fields = RecordFields(texts: ["question", "options", "answer"])
        let table = "answer,id,question\nc,1,a\n,2,b\n,3,\n"
        for (text, format) in [(table, DocumentFormat.csv), (table.replacing(",", with: "\t"), .tsv)] {
            let result = records(of: text, format, fields: fields)
            #expect(result.sections.map(line) == ["2-2 1 : a\nc", "3-3 2 : b", "4-4 3 : "])
        }
        let skipped = records(of: "id,text\n1,a\n", .csv, fields: fields).skipped
        #expect(
            skipped.map(\.reason) == [
                .missingColumn(["question", "options", "answer"], found: ["id", "text"])
            ])
    }

    @Test func theTextCanBeEmpty() {
        #expect(split("text,id\n,1\n\"\",2\n").sections.map(line) == ["2-2 1 : ", "3-3 2 : "])
    }

    @Test func tabsSeparateWhereTheFormatSaysSo() {
        let result = records(of: "id\ttext\n1\ta,b\n2\t\"c\td\"\n", .tsv)
        #expect(result.sections.map(line) == ["2-2 1 : a,b", "3-3 2 : c\td"])
    }

    @Test(arguments: [
        ("a", RecordFault.wrongColumnCount(found: 1, expected: 2)),
        ("a,b,c", .wrongColumnCount(found: 3, expected: 2)), ("\"a\" b,1", .textAfterQuote),
        ("\"a\nb\"\"\"c,1", .textAfterQuote),
    ])
    func aBrokenRowIsReportedWithItsLineAndTheOthersAreRead(row: String, fault: RecordFault) {
        let result = split("text,id\na,1\n\(row)\nb,2\n")
        #expect(result.sections.map(\.key) == ["1", "2"])
        #expect(result.skipped.map(\.reason) == [.brokenRecord(line: 3, fault: fault)])
    }

    @Test func ofARowThatIsNotUTF8OnlyTheRecordIsLost() {
        let bytes = Array("text\nab".utf8) + [0xE9] + Array("\nb\n".utf8)
        let result = records(of: bytes, .csv)
        #expect(result.sections.map(line) == ["3-3 nil : b"])
        let fault = RecordFault.notUTF8(byteOffset: 2, byte: 0xE9)
        #expect(result.skipped.map(\.reason) == [.brokenRecord(line: 2, fault: fault)])
    }

    @Test func aQuoteWithoutAnEndIsReportedWhereItBegins() {
        let result = split("text,id\na,1\n\"b,2\nc,3\n")
        #expect(result.sections.map(\.key) == ["1"])
        #expect(result.skipped.map(\.reason) == [.brokenRecord(line: 3, fault: .unclosedQuote)])
    }

    @Test func aFileWithoutTheColumnOfTheTextNamesThoseItHas() {
        #expect(
            split("\nbody,\"a \"\"b\"\"\"\nx,1\n").skipped.map(\.reason) == [
                .missingColumn(["text"], found: ["body", "a \"b\""])
            ])
    }

    @Test func aBrokenHeaderIsReported() {
        #expect(
            split("\n\"text\"x,id\na,1\n").skipped.map(\.reason) == [
                .brokenHeader(line: 2, fault: .textAfterQuote)
            ])
        #expect(
            records(of: [0xE9, 0x0A], .csv).skipped.map(\.reason) == [
                .brokenHeader(line: 1, fault: .notUTF8(byteOffset: 0, byte: 0xE9))
            ])
    }

    @Test(arguments: ["", "\n\n", "text,id", "text,id\n", " \n\ntext\n\n  \n"])
    func noRowsGiveNoSections(text: String) {
        let result = split(text)
        #expect(result.sections.isEmpty && result.skipped.isEmpty)
    }
}
