import Testing

/// Record files on the command line.
struct RecordFileTests {
    private let records = """
        {"id": "a", "title": "One", "text": "the same text in two records of a file"}
        {"id": "b", "text": "an altogether different thing"}
        not a record
        {"id": "c", "title": "One", "text": "the same text in two records of a file"}

        """

    @Test func pairsNameTheRecordsById() throws {
        let folder = try WorkFolder(["r.jsonl": records])
        let result = try Program.run(["find", "r.jsonl", "--format", "jsonl"], in: folder)
        #expect(result.output == "{\"a\": \"a\", \"b\": \"c\", \"similarity\": 1.000000}\n")
        #expect(result.messages == "refrain: skipped r.jsonl: line 3 is no record: it is not JSON\n")
        #expect(result.status == 0)
    }

    @Test func aBrokenRecordFailsUnderStrict() throws {
        let folder = try WorkFolder(["r.jsonl": records])
        let result = try Program.run(["find", "r.jsonl", "--strict", "--quiet"], in: folder)
        #expect(result.messages == "refrain: 1 input was skipped, and --strict is on\n")
        #expect(result.status == 2)
    }

    @Test func recordsCanComeFromStandardInput() throws {
        let result = try Program.run(
            ["find", "-", "--input-format", "jsonl", "--format", "jsonl"], input: records)
        #expect(result.output == "{\"a\": \"a\", \"b\": \"c\", \"similarity\": 1.000000}\n")
    }

    @Test func aWalkTakesRecordFilesOnlyWhereTheyAreIncluded() throws {
        let folder = try WorkFolder(["r.jsonl": records, "a.md": "# A\n\ntext\n"])
        #expect(try Program.output(["find"], in: folder).hasPrefix("1 section,"))
        #expect(
            try Program.output(["find", "-q", "--include", "*.jsonl"], in: folder).hasPrefix("3 sections,"))
    }

    @Test func theSizeLimitIsNotForRecordFiles() throws {
        let folder = try WorkFolder(["r.jsonl": records])
        #expect(
            try Program.output(["find", "-q", "--max-file-size", "10B", "r.jsonl"], in: folder).hasPrefix(
                "3 "))
    }

    @Test func fieldsOfRecordsCanBeNamed() throws {
        let line = "\"name\": \"One\", \"body\": \"the same text in two records of a file\"}\n"
        let folder = try WorkFolder(["r.jsonl": "{\"key\": \"a\", \(line){\"key\": \"b\", \(line)"])
        let fields = ["--text-field", "body", "--id-field", "key", "--title-field", "name"]
        let pairs = try Program.output(["find", "r.jsonl", "--format", "jsonl"] + fields, in: folder)
        #expect(pairs == "{\"a\": \"a\", \"b\": \"b\", \"similarity\": 1.000000}\n")
        #expect(
            try Program.output(["find", "r.jsonl"] + fields, in: folder).contains("canonical  One  r.jsonl:1")
        )
    }
}
