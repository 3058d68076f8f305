import Foundation
import TestSupport
import Testing

/// What `refrain outline` makes of the question bank, and of what it is told.
struct OutlineCommandTests {
    private static let bank = "Fixtures/QuestionBank/questions.md"

    /// The outline of the question bank by the numbers of its sections.
    private struct Bank {
        let json: JSON
        let numbers: [String]

        init() throws {
            json = try JSON(Program.output(["outline", bank, "--format", "json", "--quiet"]))
            numbers = json["sections"].map { $0["number"].text }
        }

        /// The numbers of the sections of each topic.
        var topics: [[String]] { json["topics"].map { $0["sections"].map { numbers[$0.number] } } }

        /// The points of the topic with a section.
        func points(ofTopicWith number: String) -> [JSON] {
            let index = topics.firstIndex { $0.contains(number) } ?? 0
            return json["topics"].map { $0 }[index]["points"].map { $0 }
        }
    }

    @Test func thirtySectionsBecomeTwentyThreeTopics() throws {
        let bank = try Bank()
        #expect(bank.topics.count == 23)
        #expect(
            bank.topics.filter { $0.count > 1 } == [
                ["8", "16"], ["10", "30"], ["11", "29"], ["12", "19", "25"], ["14", "24", "28"],
            ])
    }

    @Test func pointsAndExamplesOfThreeCopiesStandOnce() throws {
        let points = try Bank().points(ofTopicWith: "12").filter { $0["kind"].text == "listItem" }
        for role in ["答案", "举例"] {
            let own = points.filter { $0["role"].text == role }
            #expect(own.count == 6)
            for point in own {
                let places =
                    point["sources"].map { $0 } + point["variants"].flatMap { $0["sources"].map { $0 } }
                #expect(Set(places.map { $0["section"].number }) == [11, 18, 24])
            }
        }
    }

    @Test func pointUnderTwoLabelsIsOneWithItsVariant() throws {
        let points = try Bank().points(ofTopicWith: "24")
        let backup = try #require(points.first { $0["text"].text.hasPrefix("**备份和恢复：** 关键") })
        let variants = backup["variants"].map { $0["text"].text.prefix(8) }
        #expect(variants.contains("**数据备份：*"))
        let facts = backup["variants"].flatMap {
            $0["differences"].map { "\($0["canonical"].text) / \($0["variant"].text)" }
        }
        #expect(facts.contains("24 小时 / 12 小时"))
    }

    @Test func topicThatSharesPointsSeesTheOther() throws {
        let bank = try Bank()
        let seven = try #require(bank.topics.firstIndex(of: ["7"]))
        let twelve = try #require(bank.topics.firstIndex(of: ["12", "19", "25"]))
        let references = bank.json["topics"].map { $0 }[seven]["seeAlso"].map { $0 }
        #expect(references.map { $0["topic"].number } == [twelve])
        #expect(references[0]["points"].map { _ in 1 }.count == 6)
    }

    @Test func themesKeepWhatIsUnrelatedApart() throws {
        let bank = try Bank()
        let themes = bank.json["themes"].map { theme in theme["topics"].map { bank.topics[$0.number][0] } }
        #expect(themes.filter { $0.count > 1 } == [["7", "12"], ["15", "23"], ["20", "27"]])
        #expect(themes.flatMap { $0 }.count == 23)
        let titles = bank.json["themes"].map { $0["title"].text }
        #expect(Set(titles).count == titles.count && !titles.contains(""))
    }

    @Test(arguments: [bank, "Fixtures/Handbook/pages", "Fixtures/EdgeCases"])
    func everyLineIsInExactlyOneEntryOfTheLedger(_ path: String) throws {
        let json = try JSON(
            Program.output([
                "outline", path, "--format", "json", "--quiet", "--exclude", "ten-thousand-headings",
                "--exclude", "utf16*",
                "--exclude", "lone-cr",
            ]))
        let paths = json["sections"].map { $0["path"].text }
        var claims: [String: [Int: Int]] = [:]
        for entry in json["ledger"].map({ $0 }) {
            for line in entry["startLine"].number...entry["endLine"].number {
                claims[paths[entry["section"].number], default: [:]][line, default: 0] += 1
            }
        }
        for document in Set(paths) {
            let text = try String(contentsOf: Repository.root.appending(path: document), encoding: .utf8)
            let lines = text.replacing("\r\n", with: "\n").split(
                separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() {
                let isBlank = line.allSatisfy(\.isWhitespace) || line == "\u{FEFF}"
                let count = claims[document]?[index + 1] ?? 0
                #expect(isBlank ? count <= 1 : count == 1, "\(document):\(index + 1)")
            }
        }
        #expect(json["coverage"]["blocks"].number == json["coverage"]["accounted"].number)
    }

    @Test func containedSectionIsReportedWithItsShare() throws {
        let json = try JSON(
            Program.output(["outline", "Fixtures/Handbook/pages", "--format", "json", "--quiet"]))
        let headings = json["topics"].map { $0["heading"].text }
        let containments = json["containments"].map {
            "\(headings[$0["topic"].number]) in \(headings[$0["container"].number])"
        }
        #expect(containments == ["Deleting a harbour's data in When a contract ends"])
    }

    @Test func coverageIsSaid() throws {
        let result = try Program.run(["outline", "-"], input: SampleText.repeating)
        #expect(
            result.messages
                == "refrain: 6 of 6 blocks accounted for: 4 kept, 0 merged, 2 variants; 0 % of the text repeats\n"
        )
        #expect(result.status == 0)
    }

    // MARK: Decisions

    @Test func decisionsAreWrittenAndObeyed() throws {
        let folder = try WorkFolder(["a.md": SampleText.repeating])
        let written = try Program.output(
            ["decide", "keep-apart", "a.md:3", "a.md:5", "--because", "other rings"], in: folder)
        #expect(
            written.hasPrefix(
                ".refrain-decisions.yml:\n# Kettle (a.md:1)\n# Teapot (a.md:5)\n- keep-apart: ["))
        let json = try JSON(Program.output(["outline", "a.md", "--format", "json", "-q"], in: folder))
        #expect(json["topics"].map { _ in 1 }.count == 3)
        try folder.write(SampleText.repeating.replacing("wait", with: "stay"), to: "a.md")
        let result = try Program.run(["outline", "a.md"], in: folder)
        #expect(
            result.messages.contains("refrain: .refrain-decisions.yml:3: no section has the fingerprint “"))
        #expect(result.status == 0)
    }

    @Test(arguments: [
        (
            "- canonnical: 01234567\n",
            "refrain: .refrain-decisions.yml:1: there is no decision “canonnical”; did you mean “canonical”?"
        ),
        (
            "\n- merge: [01234567]\n",
            "refrain: .refrain-decisions.yml:2: merge takes two fingerprints or more, not 1"
        ),
        (
            "- canonical: kettle\n",
            "refrain: .refrain-decisions.yml:1: “kettle” is no fingerprint: 8 to 32 hexadecimal digits, as find --format json "
                + "has them; refrain decide writes them"
        ),
        (
            "canonical: 01234567\n",
            "refrain: .refrain-decisions.yml:1: decisions are a list, as in “- keep-apart: [4eda3169, 42d6edfc]”"
        ),
    ])
    func wrongDecisionsNameTheirLine(_ text: String, _ message: String) throws {
        let folder = try WorkFolder(["a.md": SampleText.single, ".refrain-decisions.yml": text])
        try expectFailure(["outline", "a.md"], in: folder, message)
    }

    @Test func twoCanonicalSectionsOfATopicNameBothLines() throws {
        let folder = try WorkFolder(["a.md": SampleText.repeating])
        for place in ["a.md:1", "a.md:5"] {
            _ = try Program.output(["decide", "canonical", place], in: folder)
        }
        try expectFailure(
            ["outline", "a.md"], in: folder,
            "refrain: .refrain-decisions.yml:4: this cluster has its canonical section by line 2; keep one of the two"
        )
    }

    @Test(arguments: ["a.md:99", "a.md", "kettle:0"])
    func whatNamesNoSectionIsRefused(_ name: String) throws {
        let folder = try WorkFolder(["a.md": SampleText.repeating])
        try expectFailure(
            ["decide", "canonical", name], in: folder,
            "refrain: “\(name)” names no section; give a line of one, as in docs/a.md:12, or its fingerprint")
        #expect(try folder.names() == ["a.md"])
    }

    @Test func findAndLintObeyDecisions() throws {
        let folder = try WorkFolder(["a.md": SampleText.repeating])
        #expect(try Program.run(["lint", "a.md"], in: folder).status == 1)
        _ = try Program.output(["decide", "keep-apart", "a.md:3", "a.md:5"], in: folder)
        let found = try JSON(Program.output(["find", "a.md", "--format", "json", "-q"], in: folder))
        #expect(found["clusters"].map { _ in 1 }.count == 0)
        #expect(found["pairs"].map { _ in 1 }.count == 1)
        #expect(found["decisions"].map { $0["sections"].map { $0.map(\.number) } } == [[[0], [1]]])
        let text = try Program.output(["find", "a.md", "-q"], in: folder)
        #expect(text.contains("a.md:5  kept apart by line 3 of the decisions\n"))
        #expect(try Program.run(["lint", "a.md"], in: folder).status == 0)
    }

    @Test func canonicalRuleHoldsForFind() throws {
        let folder = try WorkFolder(["a.md": SampleText.repeating])
        for rule in ["first", "longest"] {
            let found = try JSON(
                Program.output(["find", "a.md", "--canonical", rule, "--format", "json", "-q"], in: folder))
            let outline = try JSON(
                Program.output(
                    ["outline", "a.md", "--canonical", rule, "--format", "json", "-q"], in: folder))
            let topic = try #require(
                outline["topics"].map { $0 }.first { $0["sections"].map { _ in 1 }.count > 1 })
            #expect(found["clusters"].map { $0["canonical"].number } == [topic["canonical"].number])
            #expect(found["settings"]["canonical"].text == rule)
        }
    }

    @Test func whatIsKeptApartStaysApartWhileTheDocumentIsMergedAgain() throws {
        let say = "Fill the kettle with fresh water and wait until it whistles, then pour.\n"
        let text =
            "# Kettle\n\n\(say)\n# Teapot\n\n\(say)\n# Kettles\n\n\(say)\n# Cats\n\nCats sleep.\n"
        let folder = try WorkFolder(["a.md": text])
        _ = try Program.output(["decide", "keep-apart", "a.md:1", "a.md:5"], in: folder)
        _ = try Program.output(["outline", "a.md", "--merged", "m.md", "-q"], in: folder)
        let merged = try folder.text("m.md")
        #expect(merged.split(separator: "\n").count { $0 == "# Kettle" || $0 == "# Teapot" } == 2)
    }

    // MARK: The consolidated document

    @Test func mergedDocumentIsWrittenWithItsRedirectsAndMergesToItself() throws {
        let folder = try WorkFolder()
        try folder.copy(Self.bank)
        let output = try Program.output(["outline", Self.bank, "--merged", "merged.md"], in: folder)
        #expect(output == "")
        let merged = try folder.text("merged.md")
        #expect(merged.split(separator: "\n").count { $0.hasPrefix("### ") } == 23)
        let redirects = try JSON(folder.text("merged.md.redirects.json"))
        #expect(redirects["redirects"].map { $0["line"].number } == [249, 286, 342, 454, 510, 530, 549])
        try folder.makeFolder("again")
        _ = try Program.output(["outline", "merged.md", "--merged", "again/merged.md"], in: folder)
        #expect(try folder.text("again/merged.md") == merged)
    }

    @Test func linksOfTheMergedDocumentStartInItsFolder() throws {
        let folder = try WorkFolder([
            "docs/a.md": "# A\n\n![i](i.png) [b](b.md#gone) [c](b.md)\n", "docs/b.md": "# B\n\nCats sleep.\n",
        ])
        let output = try Program.output(["outline", "docs", "--merged", "-", "-q"], in: folder)
        #expect(output == "# A\n\n![i](docs/i.png) [b](#b) [c](#b)\n\n# B\n\nCats sleep.\n")
        #expect(try folder.names() == ["docs"])
        try folder.makeFolder("out")
        let result = try Program.run(["outline", "docs", "--merged", "out/book.md"], in: folder)
        #expect(try folder.text("out/book.md").hasPrefix("# A\n\n![i](../docs/i.png) [b](#b) [c](#b)\n"))
        #expect(
            result.messages.contains(
                "refrain: docs/a.md:3: the anchor of “b.md#gone” can't be kept; the link leads to the start of the "
                    + "document or section that it is in\n"))
        let map = try JSON(folder.text("out/book.md.redirects.json"))
        #expect(map["lostLinks"].map { $0["address"].text } == ["b.md#gone"])
        #expect(map["redirects"].map { _ in 1 } == [])
    }

    @Test func mergedDocumentReplacesNoInput() throws {
        let folder = try WorkFolder(["a.md": SampleText.repeating])
        try expectFailure(
            ["outline", "a.md", "--merged", "a.md"], in: folder,
            "refrain: a.md: the consolidated document would replace what is read; give --merged another file")
    }

    @Test func newestSectionByGitIsCanonical() throws {
        let folder = try WorkFolder([
            "a.md": "# Kettle\n\nFill the kettle with fresh water and wait until it whistles.\n",
            "b.md": "# Teapot\n\nFill the kettle with fresh water and wait until it whistles.\n",
        ])
        let commit = { (file: String, date: String) in
            "git add \(file) && GIT_COMMITTER_DATE='\(date)' git -c user.name=x -c user.email=x@y.z commit -qm x --date '\(date)'"
        }
        let git = try Program.shell(
            "git init -q . && \(commit("b.md", "2024-05-01T00:00:00Z")) && \(commit("a.md", "2023-05-01T00:00:00Z"))",
            in: folder)
        try #require(git.status == 0, "\(git.messages)")
        let json = try JSON(
            Program.output(
                ["outline", "a.md", "b.md", "--canonical", "newest", "--format", "json", "-q"], in: folder))
        #expect(json["topics"].map { $0["canonical"].number } == [1])
    }

    // MARK: Forms

    @Test func footnotesNameTheSources() throws {
        let output = try Program.output(
            ["outline", "-", "--sources", "footnotes", "-q"], input: SampleText.repeating)
        #expect(output.contains("it whistles. [^source-2]\n") && output.contains("\n[^source-2]: -:3\n"))
        let none = try Program.output(
            ["outline", "-", "--sources", "none", "-q"], input: SampleText.repeating)
        #expect(!none.contains("-:3") && !none.contains("Source"))
    }

    @Test func variantsCanBeLeftOut() throws {
        let all = try Program.output(["outline", Self.bank, "-q"])
        let flagged = try Program.output(["outline", Self.bank, "-q", "--variants", "flagged"])
        let none = try Program.output(["outline", Self.bank, "-q", "--variants", "none"])
        let quotes = { (text: String) in text.split(separator: "\n").count { $0.contains("*variant;") } }
        #expect(quotes(all) > quotes(flagged) && quotes(flagged) > 0 && quotes(none) == 0)
    }
}
