import Glibc
import Reading
import Reporting
import Testing

/// How numbers and reasons are said.
struct WordingTests {
    @Test func oneIsSingularAndAllElseIsPlural() {
        #expect(Wording.count(1, "section") == "1 section")
        #expect(Wording.count(0, "section") == "0 sections")
        #expect(Wording.count(2, "section") == "2 sections")
        #expect(Wording.count(1, "input was", "inputs were") == "1 input was")
        #expect(Wording.count(2, "input was", "inputs were") == "2 inputs were")
    }

    @Test(arguments: [
        (1, "1 byte"), (1000, "1000 bytes"), (1024, "1 KB"), (1536, "1536 bytes"), (64 << 20, "64 MB"),
        (3 << 30, "3 GB"), (0, "0 bytes"),
    ])
    func sizesAreRoundOnlyWhereTheyComeOutEven(_ bytes: Int, _ text: String) {
        #expect(Wording.bytes(bytes) == text)
    }

    @Test func whatACacheDidNotTakeIsSaid() {
        #expect(
            Wording.leftOut(1, ofCache: "c.sqlite")
                == "c.sqlite: 1 result not kept in the cache: too large, or more than it holds")
    }

    @Test(arguments: [
        (SkipReason.binary(firstNULOffset: 12), "it is binary (a zero byte at offset 12)"),
        (
            .invalidUTF8(line: 3, byteOffset: 40, byte: 0xE9),
            "it is not UTF-8 (line 3, byte 0xE9 at offset 40)"
        ),
        (.invalidUTF16(byteOffset: 5), "its UTF-16 is broken at offset 5"),
        (.tooLarge(bytes: 2048, limitBytes: 1024), "it has 2 KB, more than max-file-size (1 KB)"),
        (.unreadable(errorNumber: EACCES), "it can't be read (permission denied)"),
        (.linkOutOfTree(target: "../x.md"), "it is a link that leads out of the tree (../x.md)"),
        (.brokenLink(target: "x.md"), "it is a link that leads nowhere (x.md)"),
        (.notARegularFile, "it is no regular file"),
        (
            .missingColumn(["text"], found: (1...12).map { "c\($0)" }),
            "it has no column “text”, but “c1”, “c2”, “c3”, “c4”, “c5”, “c6”, “c7”, “c8”, “c9”, “c10” and 2 more; "
                + "--text-field names the column of the text"
        ),
        (
            .missingColumn(["text"], found: [String(repeating: "x", count: 100)]),
            "it has no column “text”, but “\(String(repeating: "x", count: 60))…”; --text-field names the column of the text"
        ),
        (
            .brokenHeader(line: 1, fault: .textAfterQuote),
            "line 1 names no columns: something follows the quote that ends a value; nothing of it is read"
        ),
        (
            .notAList(line: 2),
            "it is no JSON list (line 2); write the records between [ and ], or read a record a line with --input-format "
                + "jsonl"
        ),
        (
            .endlessList(line: 7),
            "its JSON list does not end: it breaks off in what begins on line 7; the records before are read"
        ),
        (.textAfterList(line: 9), "something follows its JSON list on line 9, which is not read"),
        (
            .endlessRecord(line: 3, limitBytes: 1 << 29),
            "the record on line 3 has more than 512 MB; from there on it is not read"
        ),
        (
            .truncatedData(.gzip, byteOffset: 99),
            "its gzip data breaks off at offset 99; the records before are read"
        ),
        (
            .corruptData(.zstd, byteOffset: 99),
            "its zstd data is broken at offset 99; the records before are read"
        ),
        (.corruptData(.zstd, byteOffset: 0), "it is named like zstd data, but is none"),
    ])
    func everyReasonForSkippingIsAClause(_ reason: SkipReason, _ wording: String) {
        #expect(reason.wording == wording)
    }

    @Test(arguments: [
        (RecordFault.notJSON, "it is not JSON"), (.notAnObject, "it is JSON, but no object"),
        (.missingField(["text"]), "it has no field “text”"),
        (.notText(field: "id"), "its field “id” is no text"),
        (.notUTF8(byteOffset: 12, byte: 0xE9), "it is not UTF-8 (byte 0xE9 at its offset 12)"),
        (.tooLarge(limitBytes: 1 << 29), "it has more than 512 MB"),
        (.wrongColumnCount(found: 1, expected: 3), "it has 1 value, and there are 3 columns"),
        (.textAfterQuote, "something follows the quote that ends a value"),
        (.unclosedQuote, "a value in it begins with a quote that no other ends; nothing after it is read"),
    ])
    func everyFaultOfARecordIsAClause(_ fault: RecordFault, _ wording: String) {
        #expect(
            SkipReason.brokenRecord(line: 4, fault: fault).wording == "line 4 is no record: \(wording)")
    }
}
