import Linting
import Reading
import Refrain
import TestSupport
import Testing

@testable import Reporting

/// Long lists of findings: which are one line, what it says, and that none is lost.
struct FindingListTests {
    private typealias Page = (path: String, text: String)

    /// Pages of sections that are known by a number: the same number is the same text, and no two numbers are alike.
    private static func page(_ path: String, _ sections: [Int]) -> Page {
        (path, sections.map { "# S\($0)\n\n\(text($0))\n" }.joined(separator: "\n"))
    }

    private static func text(_ number: Int) -> String {
        var generator = SeededGenerator(seed: UInt64(number) + 1)
        return (0..<30).map { _ in
            String(
                (0..<6).map { _ in
                    Character(Unicode.Scalar(UInt8.random(in: 97...122, using: &generator)))
                })
        }.joined(separator: " ")
    }

    /// A page with empty sections, each a line of a list that is not folded.
    private static func empties(_ count: Int, path: String = "z.md") -> Page {
        (path, (1...count).map { "# Pot \($0)\n" }.joined(separator: "\n"))
    }

    private static func linted(
        _ documents: [Document], parallel: [String] = []
    ) throws -> (report: LintReport, analysis: Analysis) {
        var typed = TypedSettings()
        if !parallel.isEmpty { typed[.parallel] = TypedSetting(parallel, origin: .commandLine) }
        let analysis = Pipeline(settings: try Settings(typed)).analysis(
            of: ReadResult(documents: documents, skipped: []))
        return (Linter(settings: try LintSettings(typed)).report(on: analysis), analysis)
    }

    private static func text(
        _ pages: [Page], parallel: [String] = [], format: LintFormat = .text, isGrouped: Bool = true
    ) throws -> String {
        let documents = pages.map { Document(path: $0.path, format: .markdown, text: $0.text) }
        let (report, analysis) = try linted(documents, parallel: parallel)
        return format.text(of: report, of: analysis, isGrouped: isGrouped)
    }

    /// The lines of a rule, without the rule's name.
    private static func lines(
        _ pages: [Page], of rule: String = "identical-section", parallel: [String] = []
    ) throws -> [String] {
        try text(pages, parallel: parallel).split(separator: "\n").filter { $0.hasSuffix(" [\(rule)]") }
            .map { String($0.dropLast(rule.count + 3)) }
    }

    @Test func documentsThatRepeatOneAnotherAreOneLineOfALongList() throws {
        let pages = [
            Self.page("a.md", [0]), Self.page("b.md", [0, 1]), Self.page("c.md", [1]), Self.empties(20),
        ]
        let text = try Self.text(pages)
        #expect(
            text == """
                b.md:1:1: error: “S0” repeats a.md:1; another at c.md:1 [identical-section]
                z.md:1:1: warning: “Pot 1” is empty; so are lines 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39 [empty-section]
                22 findings (2 errors, 20 warnings) in 24 sections
                    empty-section 20: write the section, or take its heading out
                    identical-section 2: put a link to the other section in its place, or include both from one file
                2 lines for 22 findings; --ungrouped writes each by itself

                """)
        let comment = try Self.text(pages, format: .markdown)
        #expect(
            comment == """
                ### Refrain

                22 findings (2 errors, 20 warnings) in 24 sections

                | | where | what | rule |
                | --- | --- | --- | --- |
                | error | b.md:1 | “S0” repeats a.md:1; another at c.md:1 | identical-section |
                | warning | z.md:1 | “Pot 1” is empty; so are lines 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39 | empty-section |

                - **identical-section**: put a link to the other section in its place, or include both from one file
                - **empty-section**: write the section, or take its heading out

                2 lines for 22 findings; --ungrouped writes each by itself

                """)
    }

    @Test func aListOfTwentyLinesIsLookedThroughOneByOne() throws {
        let pages = [
            Self.page("a.md", [0]), Self.page("b.md", [0, 1]), Self.page("c.md", [1]), Self.empties(18),
        ]
        let text = try Self.text(pages).split(separator: "\n")
        #expect(text.count == 41)
        #expect(
            text.prefix(4) == [
                "b.md:1:1: error: “S0” repeats a.md:1 word for word [identical-section]",
                "    help: put a link to the other section in its place, or include both from one file",
                "c.md:1:1: error: “S1” repeats b.md:5 word for word [identical-section]",
                "    help: put a link to the other section in its place, or include both from one file",
            ])
        #expect(text.last == "20 findings (2 errors, 18 warnings) in 22 sections")
    }

    @Test func ungroupedEveryFindingIsALineOfItsOwn() throws {
        let pages = [
            Self.page("a.md", [0, 1]), Self.page("b.md", [0, 1]), Self.page("c.md", [1]), Self.empties(20),
        ]
        let text = try Self.text(pages, isGrouped: false).split(separator: "\n")
        #expect(
            text.prefix(3) == [
                "b.md:1:1: error: “S0” repeats a.md:1 word for word [identical-section]",
                "b.md:5:1: error: “S1” repeats a.md:5 word for word [identical-section]",
                "c.md:1:1: error: “S1” repeats a.md:5 word for word [identical-section]",
            ])
        #expect(text.count { $0.hasSuffix("]") } == 23)
        #expect(text.last == "most in: z.md 20, b.md 2, c.md 1")
        let rows = try Self.text(pages, format: .markdown, isGrouped: false).split(separator: "\n")
        #expect(rows.count { $0.hasPrefix("| error |") || $0.hasPrefix("| warning |") } == 23)
    }

    /// Two pages, each with copies of its sections on others, and one that both have.
    private static func hubs(_ copies: Int) -> [Page] {
        let pages = (0..<copies).flatMap { copy in
            [page("c/\(copy).md", [copy]), page("d/\(copy).md", [100 + copy])]
        }
        return [
            page("a.md", [50] + (0..<copies)), page("b.md", [50] + (100..<100 + copies)), empties(20),
        ] + pages
    }

    @Test func aDozenDocumentsAreOneLine() throws {
        let lines = try Self.lines(Self.hubs(5))
        #expect(
            lines == [
                "b.md:1:1: error: “S50” repeats a.md:1; 10 more findings about a.md, b.md, c/0.md, d/0.md and 8 others"
            ])
    }

    @Test func moreThanADozenAreALineForEachDocumentThatManyRepeat() throws {
        let lines = try Self.lines(Self.hubs(6))
        #expect(
            lines == [
                "b.md:1:1: error: “S50” repeats a.md:1; others at c/0.md:1, c/1.md:1, c/2.md:1, c/3.md:1, c/4.md:1, c/5.md:1",
                "d/0.md:1:1: error: “S100” repeats b.md:5; others at …/1.md:1, …/2.md:1, …/3.md:1, …/4.md:1, …/5.md:1",
            ])
    }

    /// Pairs of pages with a section that both have, and what is linked.
    private static func pairs(_ count: Int) -> [Page] {
        (200..<200 + count).flatMap { [page("p/\($0).md", [$0]), page("q/\($0).md", [$0])] }
    }

    @Test func fortyLinesStayAndOfMoreTheLoneFindingsOfARuleAreOneLineFromTheTwentiethOn() throws {
        let linked = [Self.page("a.md", [0]), Self.page("b.md", [0, 1]), Self.page("c.md", [1])]
        #expect(try Self.lines(linked + Self.pairs(39)).count == 40)
        let lines = try Self.lines(linked + Self.pairs(40))
        let alone = (200..<218).map { "q/\($0).md:1:1: error: “S\($0)” repeats p/\($0).md:1" }
        #expect(
            lines == ["b.md:1:1: error: “S0” repeats a.md:1; another at c.md:1"] + alone + [
                "q/218.md:1:1: error: “S218” repeats p/218.md:1; others at …/219.md:1, …/220.md:1, …/221.md:1, …/222.md:1, …/223.md:1, …/224.md:1 and 15 more"
            ])
    }

    /// Twenty lines are looked through one by one, and the gravest are worth it first.
    @Test func ofRulesWithLoneFindingsTheGravestStandAloneFirst() throws {
        let phrases = (0..<30).map { ("r/\($0).md", "# Cups and cups\n\n\(Self.text(300 + $0))\n") }
        let text = try Self.text(Self.pairs(15) + phrases).split(separator: "\n")
        #expect(text.count { $0.hasSuffix("[identical-section]") } == 15)
        let rest = text.filter { $0.hasSuffix("[repeated-phrase-in-heading]") }
        #expect(rest.count == 4)
        #expect(
            rest.last
                == "r/3.md:1:1: warning: the heading says “cups” twice; others at …/4.md:1, …/5.md:1, …/6.md:1, …/7.md:1, …/8.md:1 and 21 more [repeated-phrase-in-heading]"
        )
        #expect(text.last == "19 lines for 45 findings; --ungrouped writes each by itself")
    }

    @Test func whatIsLinkedThroughManyDocumentsIsOneLineWhereTheListIsLongAllTheSame() throws {
        let lines = try Self.lines(Self.hubs(6) + Self.pairs(40))
        #expect(
            lines.first
                == "b.md:1:1: error: “S50” repeats a.md:1; 12 more findings about a.md, b.md, c/0.md, d/0.md and 10 others"
        )
        // Beside them and the empty sections there is room for seventeen.
        #expect(lines.count == 19)
        #expect(
            lines.last
                == "q/217.md:1:1: error: “S217” repeats p/217.md:1; others at …/218.md:1, …/219.md:1, …/220.md:1, …/221.md:1, …/222.md:1, …/223.md:1 and 16 more"
        )
    }

    @Test func aDocumentAndItsCounterpartsAreOne() throws {
        let pages = [
            Self.page("v1/a.md", [0]), Self.page("v1/b.md", [0]), Self.page("v2/b.md", [1, 2]),
            Self.page("v2/c.md", [1]), Self.page("v2/old/d.md", [2]), Self.empties(20),
        ]
        let lines = try Self.lines(pages, parallel: ["v*"])
        #expect(
            lines == [
                "v1/b.md:1:1: error: “S0” repeats …/a.md:1; others at v2/c.md:1, v2/old/d.md:1"
            ])
        #expect(try Self.lines(pages).count == 2)
    }

    @Test func namesOfDocumentsAreSaidWithTheirFolderWhereOthersEndInThem() throws {
        let copies = (1...9).map { Self.page("part-\($0)/README.md", [$0]) }
        let lines = try Self.lines([Self.page("all.md", Array(1...9)), Self.empties(20)] + copies)
        #expect(
            lines == [
                "part-1/README.md:1:1: error: “S1” repeats all.md:1; 8 more findings about all.md, part-2/README.md, part-3/README.md and 6 others"
            ])
    }

    @Test func namesThatEndAlikeAreSaidInFull() throws {
        let copies = (1...9).map { Self.page("part-\($0)/text/README.md", [$0]) }
        let lines = try Self.lines([Self.page("all.md", Array(1...9)), Self.empties(20)] + copies)
        #expect(
            lines == [
                "part-1/text/README.md:1:1: error: “S1” repeats all.md:1; 8 more findings about all.md, part-2/text/README.md and 7 others"
            ])
    }

    /// A page that was copied whole is no line that nobody reads, however long it is.
    @Test func aShortListNamesTenFurtherPlaces() throws {
        let pages = [Self.page("a.md", Array(0...11)), Self.page("b.md", Array(0...11))]
        let text = try Self.text(pages)
        #expect(
            text == """
                b.md:1:1: error: “S0” and the sections at lines 5, 9, 13, 17, 21, 25, 29, 33, 37, 41 and 1 more repeat a.md:1, 5, 9, … word for word [identical-section]
                    help: put a link to the other section in its place, or include both from one file
                12 findings (12 errors) in 24 sections
                1 line for 12 findings; --ungrouped writes each by itself

                """)
        let fewer = [Self.page("a.md", Array(0...10)), Self.page("b.md", Array(0...10))]
        #expect(try Self.text(fewer).hasSuffix("11 findings (11 errors) in 22 sections\n"))
    }

    @Test func whatIsFoundOnceStaysAsItIs() throws {
        let pages = [Self.page("a.md", [0, 1, 2, 3, 4]), Self.page("b.md", [0, 1, 2, 3, 4])]
        let lines = try Self.lines(
            pages + [Self.page("x/c.md", [7]), Self.page("x/d.md", [7]), Self.empties(20)])
        #expect(
            lines == [
                "b.md:1:1: error: “S0” and 4 more sections repeat a.md:1, 5, 9, …",
                "x/d.md:1:1: error: “S7” repeats …/c.md:1",
            ])
    }

    @Test func whatSaysTheSameIsCalledByOneNameAndWhatContradictsByBoth() throws {
        let text = Self.text(1) + " Keep it for thirty days."
        let pages = [
            ("docs/long/a.md", "# Storing what is worth more than it costs\n\n\(text)\n"),
            ("docs/long/b.md", "# Keeping\n\n\(text)\n"),
            ("docs/c.md", "# Holding\n\n\(text.replacing("thirty", with: "40"))\n"), Self.empties(20),
        ]
        let lines = try Self.text(pages).split(separator: "\n").prefix(2)
        #expect(
            lines == [
                "docs/c.md:1:1: error: “Holding” contradicts “Storing what is worth more than…” at …/long/a.md:1: “40 days” here, “thirty days” there (number) [drifted-copy]",
                "docs/long/b.md:1:1: error: “Keeping” repeats …/a.md:1 [identical-section]",
            ])
    }

    @Test func namesThatAreCutToTheSameAreSaidOnce() throws {
        let text = Self.text(1) + " Keep it for thirty days."
        let name = "Storing what is worth more than "
        let pages = [
            ("a.md", "# \(name)it costs\n\n\(text)\n"),
            ("b.md", "# \(name)a few pence\n\n\(text.replacing("thirty", with: "40"))\n"), Self.empties(20),
        ]
        #expect(
            try Self.lines(pages, of: "drifted-copy") == [
                "b.md:1:1: error: “Storing what is worth more than…” contradicts a.md:1: “40 days” here, “thirty days” there (number)"
            ])
    }

    @Test func contradictionsInProseStandAloneAndThoseInCodeAreFolded() throws {
        let said = (1...4).map { Self.text($0) + " Keep it for thirty days." }
        func pages(_ name: String, _ more: (Int) -> String) -> Page {
            (name, said.indices.map { "# S\($0)\n\n\(more($0))\n" }.joined(separator: "\n"))
        }
        let prose = [
            pages("a.md") { said[$0] }, pages("b.md") { said[$0].replacing("thirty", with: "3\($0 + 1)") },
        ]
        let inProse = try Self.lines(prose + [Self.empties(20)], of: "drifted-copy")
        #expect(
            inProse == [
                "b.md:1:1: error: “S0” contradicts a.md:1: “31 days” here, “thirty days” there (number)",
                "b.md:5:1: error: “S1” contradicts a.md:5: “32 days” here, “thirty days” there (number)",
                "b.md:9:1: error: “S2” contradicts a.md:9: “33 days” here, “thirty days” there (number)",
                "b.md:13:1: error: “S3” contradicts a.md:13: “34 days” here, “thirty days” there (number)",
            ])
        let code = { (number: Int, word: String) in
            "# S\(number)\n\n\(Self.text(number))\n\n```\nboil --\(word) whistle\n```\n\n"
        }
        let codes = [
            ("a.md", code(0, "until")), ("b.md", code(0, "till") + code(1, "until")),
            ("c.md", code(1, "till")),
        ]
        let inCode = try Self.lines(codes + [Self.empties(20)], of: "drifted-copy")
        #expect(
            inCode == [
                "b.md:1:1: error: “S0” contradicts a.md:1: “till” here, “until” there (code); another at c.md:1"
            ])
    }

    @Test func recordsStayAsTheyAre() throws {
        let records = (0..<25).flatMap { [$0, $0] }.map { #"{"text": "\#(Self.text($0))"}"# + "\n" }.joined()
        let (report, analysis) = try Self.linted([
            Document(path: "r.jsonl", format: .jsonLines, text: records)
        ])
        let lines = LintFormat.text.text(of: report, of: analysis).split(separator: "\n")
        #expect(lines.count { $0.hasSuffix(" [identical-section]") } == 25)
        #expect(lines.first == "r.jsonl:2:1: error: “(no heading)” repeats line 1 [identical-section]")
    }

    @Test func emptySectionsOfADocumentAreOneLineAndAllOfThemInALongerList() throws {
        let cups = (1...3).map { ("t\($0).md", "# Cup \($0)\n\nTODO\n\n# Jug \($0)\n\n待补充\n\n# Pan \($0)\n") }
        let few = try Self.lines(cups + [Self.empties(20)], of: "empty-section")
        #expect(
            few.map { $0.prefix { $0 != "“" } } == [
                "t1.md:1:1: warning: ", "t1.md:5:1: warning: ", "t1.md:9:1: warning: ",
                "t2.md:1:1: warning: ", "t2.md:5:1: warning: ", "t2.md:9:1: warning: ",
                "t3.md:1:1: warning: ", "t3.md:5:1: warning: ", "t3.md:9:1: warning: ",
                "z.md:1:1: warning: ",
            ])
        let lines = try Self.lines(cups + [Self.empties(20)] + Self.pairs(40), of: "empty-section")
        #expect(
            lines == [
                "t1.md:1:1: warning: “Cup 1” holds only “TODO”; so do t2.md:1, t3.md:1",
                "t1.md:5:1: warning: “Jug 1” holds only “待补充”; so do t2.md:5, t3.md:5",
                "t1.md:9:1: warning: “Pan 1” is empty; so are t2.md:9, t3.md:9, z.md:1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33 and 3 more",
            ])
    }

    /// A comment takes a hundred rows; where those left out stand for several findings, both are counted.
    @Test func rowsThatACommentLeavesOutAreCountedWithTheirFindings() throws {
        let pages = (0..<102).flatMap { number in
            ["thirty", "40"].map {
                ("\($0)/\(number).md", "# S\(number)\n\n\(Self.text(number)) Keep it for \($0) days.\n")
            }
        }
        let comment = try Self.text(pages + [Self.empties(20)], format: .markdown)
        #expect(comment.split(separator: "\n").count { $0.hasPrefix("| error |") } == 100)
        #expect(comment.contains("\n\nand 22 more in 3 rows\n\n- **drifted-copy**"))
    }

    /// Every finding is in one line, and what a line says adds up to what it stands for.
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func linesAddUpToTheFindings(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let pages = (0..<60).map { page in
            let tree = ["v1", "v2", "guide"].randomElement(using: &generator) ?? ""
            let sections = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                Int.random(in: 0..<Int(seed) * 20, using: &generator)
            }
            return Self.page("\(tree)/\(page % 7)/P\(page / 2).md", sections)
        }
        let documents = (pages + [Self.empties(20)]).map {
            Document(path: $0.path, format: .markdown, text: $0.text)
        }
        let (report, analysis) = try Self.linted(documents, parallel: ["v*"])
        let list = FindingList(report, of: analysis, isGrouped: true)
        #expect(list.isFolded)
        let listed = list.groups.flatMap(\.findings)
        #expect(listed.count == report.new.count)
        #expect(report.new.allSatisfy(listed.contains))
        for group in list.groups {
            let message = list.message(of: group)
            #expect(Self.count(in: message) == group.findings.count, "\(message)")
        }
    }

    /// How many findings a message says there are.
    private static func count(in message: String) -> Int {
        let parts = message.split(separator: "; ")
        var count = 1
        if let further = parts[0].firstMatch(of: /” and (\d+) more sections/) { count += Int(further.1) ?? 0 }
        if let lines = parts[0].firstMatch(of: /” and lines? ([\d, ]+) repeat/) {
            count += lines.1.split(separator: ",").count
        }
        guard parts.count > 1 else { return count }
        if let more = parts[1].firstMatch(of: /^(\d+) more findings? about/) {
            return count + (Int(more.1) ?? 0)
        }
        let more = parts[1].firstMatch(of: /\ and (\d+) more$/).flatMap { Int($0.1) } ?? 0
        let places = parts[1].replacing(/\ and \d+ more$/, with: "")
        return count + more + places.split(separator: ", ").count
    }
}
