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
    ])
    func everyReasonForSkippingIsAClause(_ reason: SkipReason, _ wording: String) {
        #expect(reason.wording == wording)
    }
}
