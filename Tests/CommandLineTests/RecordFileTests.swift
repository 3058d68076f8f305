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

    @Test(arguments: [
        ("r.jsonl", #"{"id": "a", "q": "which of them", "o": ["red", "blue"], "a": "blue"}"# + "\n"),
        ("r.json", #"[{"id": "a", "q": "which of them", "o": ["red", "blue"], "a": "blue"}]"# + "\n"),
        ("r.csv", "a,o,q,id\nblue,\"red\nblue\",which of them,a\n"),
        ("r.tsv", "a\to\tq\tid\nblue\t\"red\nblue\"\twhich of them\ta\n"),
    ])
    func textsCanBeMadeUpOfSeveralFields(name: String, text: String) throws {
        let joined = #"{"id": "b", "text": "which of them\nred\nblue\nblue"}"# + "\n"
        let folder = try WorkFolder([
            name: text, "s.jsonl": joined, ".refrain.yml": "find:\n  text-field: [q, o, a, text]\n",
        ])
        let expected = "{\"a\": \"a\", \"b\": \"b\", \"similarity\": 1.000000}\n"
        let arguments = ["find", name, "s.jsonl", "--format", "jsonl"]
        let result = try Program.run(arguments, in: folder)
        #expect(result.output == expected)
        #expect(
            result.messages == """
                refrain: \(name): no record has the field “text”
                refrain: s.jsonl: no record has the field “q”, “o” or “a”

                """)
        let typed = ["--text-field", "q", "--text-field", "o", "--text-field", "a", "--text-field", "text"]
        #expect(try Program.output(arguments + typed, in: folder) == expected)
        let json = try JSON(Program.output(["find", name, "--format", "json"], in: folder))
        #expect(json["settings"]["text-field"].map(\.text) == ["q", "o", "a", "text"])
    }

    @Test func aRecordThatHasNoneOfTheFieldsIsNamed() throws {
        let folder = try WorkFolder(["r.jsonl": "{\"q\": \"x\"}\n{\"b\": \"x\"}\n", "r.csv": "id,b\n"])
        let result = try Program.run(
            ["find", "r.jsonl", "r.csv", "--text-field", "q", "--text-field", "a"], in: folder)
        #expect(
            result.messages == """
                refrain: skipped r.csv: it has no column “q” or “a”, but “id”, “b”; --text-field names the column of the text
                refrain: skipped r.jsonl: line 2 is no record: it has no field “q” or “a”
                refrain: r.jsonl: no record has the field “a”

                """)
    }

    // MARK: Text formats

    private static let written = [
        "Whoever takes the last of the milk writes it on the list by the door, and brings two bottles on the next day.",
        "Whoever takes the **last** of the milk writes it on [the list](lists/door.md) by the door, and brings _two bottles_ "
            + "on the next day.",
        "<p>Whoever takes the <b>last</b> of the milk writes it on <a href='/door'>the list</a> by the door,&nbsp;and brings "
            + "two bottles on the next day.</p>",
    ]

    private static func lines(_ texts: [String]) -> String {
        texts.enumerated().map { "{\"id\": \"\($0)\", \"text\": \"\($1)\"}\n" }.joined()
    }

    @Test func oneSentenceIsTheSameInPlainTextMarkdownAndHTML() throws {
        let folder = try WorkFolder(["r.jsonl": Self.lines(Self.written)])
        let lines = try Program.output(["find", "r.jsonl", "--format", "jsonl"], in: folder).split(
            separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.hasSuffix("\"similarity\": 1.000000}") }, "\(lines)")
    }

    @Test(arguments: [("plain", 0), ("markdown", 3), ("html", 1), ("auto", 3)])
    func theTextFormatCanBeSet(format: String, pairs: Int) throws {
        let folder = try WorkFolder(["r.jsonl": Self.lines(Self.written)])
        let arguments = [
            "find", "r.jsonl", "--format", "jsonl", "--threshold", "0.98", "--text-format", format,
        ]
        let output = try Program.output(arguments, in: folder)
        #expect(output.split(separator: "\n").count == pairs, "\(output)")
    }

    @Test func whatTextsWereTakenForIsSaidUnderVerbose() throws {
        let folder = try WorkFolder([
            "r.jsonl": Self.lines(Self.written), "p.csv": "text\n\"\(Self.written[0])\"\n",
            "a.md": SampleText.single,
        ])
        let files = ["find", "r.jsonl", "p.csv", "a.md"]
        let said = try Program.run(files + ["--verbose"], in: folder).messages
        #expect(
            said.contains(
                """
                refrain: p.csv: texts are read as plain: of the first 1 record 0 look like Markdown and 0 like HTML; \
                --text-format sets another format
                refrain: r.jsonl: texts are read as markdown: of the first 3 records 1 looks like Markdown and 1 like HTML; \
                --text-format sets another format

                """))
        #expect(try Program.run(files, in: folder).messages == "")
        let set = try Program.run(files + ["--verbose", "--text-format", "html"], in: folder)
        #expect(!set.messages.contains("texts are read as"))
    }

    @Test func textTakenAsItStandsHasNoMarkupTakenAway() throws {
        let folder = try WorkFolder(["r.jsonl": Self.lines(Self.written)])
        let json = try JSON(
            Program.output(["find", "r.jsonl", "--normalization", "none", "--format", "json"], in: folder))
        #expect(json["settings"]["text-format"].text == "plain")
    }

    // MARK: One id, several records

    @Test func recordsWithOneIDAreNamedOnceAndTheirPairsToldApart() throws {
        let text = "the same text in three records of two files"
        let folder = try WorkFolder([
            "a.jsonl": "{\"id\": \"x\", \"text\": \"\(text)\"}\n{\"id\": \"y\", \"text\": \"\(text)\"}\n",
            "b.csv": "id,text\nx,\(text)\nz,something else entirely\nx,and something else again\n",
        ])
        let result = try Program.run(["find", "a.jsonl", "b.csv", "--format", "jsonl"], in: folder)
        #expect(
            result.messages == """
                refrain: “x” is the id of 3 records, a.jsonl:1, b.csv:2 and 1 more; --format jsonl names them by their number in \
                reading order, from 0

                """)
        #expect(
            result.output == """
                {"a": 0, "b": "y", "similarity": 1.000000}
                {"a": 0, "b": 2, "similarity": 1.000000}
                {"a": "y", "b": 2, "similarity": 1.000000}

                """)
    }

    @Test func idsAreBytes() throws {
        let folder = try WorkFolder([
            "r.jsonl":
                "{\"id\": \"\u{E9}\", \"text\": \"same\"}\n{\"id\": \"e\u{301}\", \"text\": \"same\"}\n"
        ])
        #expect(try Program.run(["find", "r.jsonl"], in: folder).messages == "")
    }

    @Test func ofManyRepeatedIDsTheFirstAreNamed() throws {
        let lines = (0..<30).map { "{\"id\": \($0 % 15), \"text\": \"t\"}\n" }.joined()
        let messages = try Program.run(["find", "r.jsonl"], in: WorkFolder(["r.jsonl": lines])).messages
        let named = messages.split(separator: "\n")
        #expect(named.count == 11)
        #expect(named[0].hasPrefix("refrain: “0” is the id of 2 records, r.jsonl:1 and r.jsonl:16;"))
        #expect(named[10] == "refrain: 5 more ids are those of several records")
    }

    private static let pair = "{\"a\": \"a\", \"b\": \"c\", \"similarity\": 1.000000}\n"

    private static let list = """
        [
          {"id": "a", "title": "One", "text": "the same text in two records of a file"},
          {"id": "b", "text": "an altogether different thing"},
          {"id": "c", "title": "One", "text": "the same text in two records of a file"}
        ]

        """

    private static let table = """
        id,title,text
        a,One,the same text in two records of a file
        b,,"an altogether different thing"
        c,One,"the same text in two records of a file"

        """

    @Test(arguments: [("r.json", list), ("r.csv", table), ("r.tsv", table.replacing(",", with: "\t"))])
    func otherFormatsOfRecordsGiveTheSamePairs(name: String, text: String) throws {
        let folder = try WorkFolder([name: text])
        #expect(try Program.output(["find", name, "--format", "jsonl"], in: folder) == Self.pair)
        let format = String(name.dropFirst(2))
        let arguments = ["find", "-", "--input-format", format, "--format", "jsonl"]
        #expect(try Program.output(arguments, in: folder, input: text) == Self.pair)
        let json = try JSON(Program.output(["find", name, "--format", "json"], in: folder))
        #expect(json["documents"].map { $0["format"].text } == [format])
    }

    @Test(arguments: ["jsonl", "json", "csv", "tsv", "jsonl.gz", "jsonl.zst"])
    func theFixtureIsTheSameInEveryFormat(_ ending: String) throws {
        let arguments = ["find", "Fixtures/Records/allotments.\(ending)", "--format"]
        let lines =
            ending == "json"
            ? [2, 3, 4, 5, 6, 7]
            : ["csv", "tsv"].contains(ending) ? [2, 4, 5, 7, 8, 9] : [1, 2, 3, 4, 5, 6]
        let json = try JSON(Program.output(arguments + ["json"]))
        #expect(json["sections"].map { $0["startLine"].text } == lines.map(String.init))
        let reference = try JSON(
            Program.output(["find", "Fixtures/Records/allotments.jsonl", "--format", "json"]))
        #expect(
            json["sections"].map { $0["fingerprint"].text }
                == reference["sections"].map { $0["fingerprint"].text })
        let pairs = try Program.output(arguments + ["jsonl"]).split(separator: "\n")
        #expect(
            pairs.map { $0.prefix(29) } == [
                "{\"a\": \"plot-1\", \"b\": \"plot-3\"", "{\"a\": \"plot-5\", \"b\": \"plot-6\"",
            ])
    }

    @Test func theFaultsOfTheBrokenFixtureAreNamed() throws {
        let path = "Fixtures/Records/broken.jsonl"
        let result = try Program.run(["find", path])
        #expect(
            result.messages == """
                refrain: skipped \(path): line 2 is no record: it has no field “text”
                refrain: skipped \(path): line 4 is no record: it is not UTF-8 (byte 0xFC at its offset 32)
                refrain: skipped \(path): line 5 is no record: it is not JSON
                refrain: skipped \(path): line 6 is no record: it is JSON, but no object

                """)
        #expect(result.output.hasPrefix("3 sections, 1 cluster, 1 section repeats others"))
    }

    @Test(arguments: ["gzip -c", "zstd -qc"])
    func packedRecordsAreReadAsTheyAre(pack: String) throws {
        let folder = try WorkFolder(["r.csv": Self.table])
        let name = pack.hasPrefix("gzip") ? "r.csv.gz" : "r.csv.zst"
        let script = "\(pack) r.csv > \(name) && refrain find \(name) --format jsonl"
        #expect(try Program.shell(script, in: folder).output == Self.pair)
        let piped = try Program.shell(
            "\(pack) r.csv | refrain find - --input-format csv --format jsonl", in: folder)
        #expect(piped.output == Self.pair)
    }

    @Test func whatPackedDataHeldBeforeItBreaksOffIsRead() throws {
        let lines = (1...3000).map { "{\"text\": \"record \($0) \($0 &* 0x9E37_79B9)\"}\n" }
        let folder = try WorkFolder(["r.jsonl": lines.joined()])
        let script =
            "gzip -c r.jsonl | head -c 20000 > cut.jsonl.gz && refrain find --strict cut.jsonl.gz --threshold 1"
        let result = try Program.shell(script, in: folder)
        #expect(
            result.messages == """
                refrain: skipped cut.jsonl.gz: its gzip data breaks off at offset 20000; the records before are read
                refrain: 1 input was skipped, and --strict is on

                """)
        #expect(result.output.contains(" sections, 0 clusters"))
        #expect(result.status == 2)
    }

    @Test func ofThousandsOfBrokenRecordsOnlyTheFirstAreNamed() throws {
        let lines = (1...5000).map { "nonsense \($0)\n" }.joined()
        let folder = try WorkFolder(["r.jsonl": lines + "{\"text\": \"a\"}\n", "s.jsonl": "x\n"])
        let result = try Program.run(["find", "r.jsonl", "s.jsonl", "--format", "json"], in: folder)
        let named = (1...10).map { "refrain: skipped r.jsonl: line \($0) is no record: it is not JSON\n" }
        #expect(
            result.messages == named.joined() + """
                refrain: skipped r.jsonl: 4990 more records are broken; --format json lists all
                refrain: skipped s.jsonl: line 1 is no record: it is not JSON

                """)
        #expect(try JSON(result.output)["skipped"].map { $0["path"].text }.count == 5001)
    }

    @Test func aFileOfOnlyBrokenLinesGivesNothingToRead() throws {
        let folder = try WorkFolder(["r.jsonl": "{\n}\n"])
        try expectFailure(
            ["find", "r.jsonl"], in: folder,
            """
            refrain: skipped r.jsonl: line 1 is no record: it is not JSON
            refrain: skipped r.jsonl: line 2 is no record: it is not JSON
            refrain: nothing was read: no section in r.jsonl (2 inputs were skipped)
            """)
    }

    @Test func anEmptyRecordFileGivesNothingToRead() throws {
        try expectFailure(
            ["find", "r.csv"], in: try WorkFolder(["r.csv": ""]),
            "refrain: nothing was read: no section in r.csv (1 document is blank)")
    }

    @Test func aJSONFileThatIsNoListSaysWhatToDo() throws {
        try expectFailure(
            ["find", "r.json"], in: try WorkFolder(["r.json": "{\"text\": \"a\"}\n"]),
            """
            refrain: skipped r.json: it is no JSON list (line 1); write the records between [ and ], or read a record a \
            line with --input-format jsonl
            refrain: nothing was read: no section in r.json (1 input was skipped)
            """)
    }

    @Test func aTableWithoutTheColumnOfTheTextNamesThoseItHas() throws {
        let folder = try WorkFolder(["r.csv": "id,body\n1,a\n"])
        try expectFailure(
            ["find", "r.csv"], in: folder,
            """
            refrain: skipped r.csv: it has no column “text”, but “id”, “body”; --text-field names the column of the text
            refrain: nothing was read: no section in r.csv (1 input was skipped)
            """)
        let output = try Program.output(["find", "r.csv", "--text-field", "body"], in: folder)
        #expect(output.hasPrefix("1 section,"))
    }

    @Test func zeroCharactersAndHalvesOfPairsComeThrough() throws {
        let line = #"{"id": "\u0000", "text": "a \u0000 b \ud800 c"}"# + "\n"
        let other = line.replacing("{\"id\": \"\\u0000\"", with: "{\"id\": \"b\"")
        let folder = try WorkFolder(["r.jsonl": line + other])
        let pairs = try Program.output(["find", "r.jsonl", "--format", "jsonl"], in: folder)
        #expect(pairs == #"{"a": "\u0000", "b": "b", "similarity": 1.000000}"# + "\n")
    }

    @Test func aFolderNamedLikeARecordFileIsAFolder() throws {
        let folder = try WorkFolder(["x.jsonl/a.md": "# A\n\ntext\n", "x.jsonl/b.jsonl": records])
        #expect(try Program.output(["find", "x.jsonl"], in: folder).hasPrefix("1 section,"))
        let output = try Program.output(
            ["find", "-q", "--include", "*.jsonl", "--exclude", "*.md"], in: folder)
        #expect(output.hasPrefix("3 sections,"))
    }

    @Test(arguments: ["r.jsonl", "r.csv"])
    func theNumberOfThreadsIsNoMatter(name: String) throws {
        let texts = (0..<20_000).map {
            "text \($0 % 9000) of some records in a file that has many pieces \($0 % 9000)"
        }
        let lines =
            name == "r.csv"
            ? ["text"] + texts.map { "\"\($0)\nand a line\"" }
            : texts.map { "{\"text\": \"\($0)\", \"x\": [1, {}]}" }
        let folder = try WorkFolder([name: lines.joined(separator: "\n") + "\nbroken,\n"])
        let results = try ["1", "3"].map {
            try Program.output(
                [
                    "find", "-q", name, "--threads", $0, "--threshold", "1", "--ngrams", "3", "--format",
                    "json",
                ],
                in: folder)
        }
        #expect(results[0] == results[1])
        #expect(results[0].contains("\"sectionCount\": 20000"))
    }

    @Test func aNamedPipeIsReadOnceAndToItsEnd() throws {
        let folder = try WorkFolder(["r.jsonl": records])
        let result = try Program.shell(
            "mkfifo p.jsonl && (cat r.jsonl > p.jsonl &) && refrain find -q p.jsonl --format jsonl",
            in: folder)
        #expect(result.output == Self.pair)
    }
}
