import Outlining
import Reading
import Refrain
import Splitting
import TestSupport
import Testing

@testable import Reporting

/// The consolidated document holds all that its input says, and is one that merging leaves alone.
struct MergedDocumentTests {
    private func analysis(_ texts: [String]) -> Analysis {
        Pipeline().analysis(
            of: ReadResult(
                documents: texts.enumerated().map {
                    Document(path: "\($0.offset).md", format: .markdown, text: $0.element)
                }, skipped: []))
    }

    private func merged(_ analysis: Analysis) -> MergedDocument {
        MergedDocument(
            analysis.outline, of: analysis, display: OutlineDisplay(), at: MergedPlace(path: "merged.md"))
    }

    /// What the blocks of sections say, each text once.
    private func texts(_ sections: [Section]) -> Set<String> {
        func own(_ block: Block) -> [String] { [block.text] + block.children.flatMap(own) }
        return Set(sections.flatMap(\.blocks).flatMap(own).map { $0.lowercased() })
    }

    private static let words =
        "harbour copies sealed ninety days alarm whistle ticket crane ledger rope lantern tide ferry"
        .split(separator: " ").map(String.init)

    private func sentence(_ generator: inout SeededGenerator) -> String {
        (0..<9).map { _ in Self.words.randomElement(using: &generator) ?? "" }.joined(separator: " ") + "."
    }

    /// Items of a section, edited: some deleted, inserted, put elsewhere or reworded.
    private func edited(_ items: [String], _ generator: inout SeededGenerator) -> [String] {
        var items = items
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            let place = Int.random(in: 0..<items.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0 where items.count > 3: items.remove(at: place)
            case 1: items.insert(sentence(&generator), at: place)
            case 2: items.swapAt(place, Int.random(in: 0..<items.count, using: &generator))
            default:
                items[place] = items[place].replacing("days", with: "hours").replacing("rope", with: "wire")
            }
        }
        return items
    }

    private func section(_ title: String, _ items: [String], _ generator: inout SeededGenerator) -> String {
        let marker = ["- ", "1. ", "* ", ""].randomElement(using: &generator) ?? ""
        return "## \(title)\n\n"
            + items.map { marker.isEmpty ? "\($0)\n\n" : "\(marker)\($0)\n" }.joined()
            + (Bool.random(using: &generator) ? "\n```sh\nls \(title)\n```\n" : "") + "\n"
    }

    @Test func editedCopiesLoseNothing() throws {
        var generator = SeededGenerator(seed: 17)
        for round in 0..<60 {
            var text = "# Book \(round)\n\n"
            for topic in 0..<3 {
                let items = (0..<6).map { _ in sentence(&generator) }
                for copy in 0..<Int.random(in: 1...3, using: &generator) {
                    text += section("Part \(topic) of \(copy)", edited(items, &generator), &generator)
                }
            }
            let before = analysis([text])
            let coverage = before.outline.ledger.coverage
            #expect(before.outline.ledger.faults == [])
            #expect(coverage.accounted == coverage.blocks)
            var document = merged(before)
            var after = analysis([document.text])
            while !after.clusters.isEmpty {
                document = merged(after)
                after = analysis([document.text])
            }
            #expect(texts(before.sections).subtracting(texts(after.sections)) == [])
            #expect(merged(after).text == document.text)
            #expect(document.anchors.count == after.sections.count)
        }
    }

    @Test func documentWithoutRepetitionStaysAsItIs() {
        let text = "Lead.\n\nTitle\n=====\n\none\n## Two\n- a\n\n\n\n### Three\n\n> quote\n"
        #expect(merged(analysis([text])).text == text)
    }

    @Test func mergedSectionStandsWhereTheCanonicalOneStood() {
        let say = "The ferry leaves at noon from the long pier, and nobody may board before the bell.\n"
        let text = "# Ferry\n\n\(say)\n# Cats\n\nCats sleep.\n\n# The ferry\n\n\(say)\n- Bring a coat.\n"
        let document = merged(analysis([text]))
        #expect(document.text == "# Ferry\n\n\(say)\n- Bring a coat.\n\n# Cats\n\nCats sleep.\n")
        #expect(document.anchors == ["ferry", "cats"])
        #expect(document.placeOfSection == [0, 1, 0])
    }

    @Test func whatJoinsPointsStandsBehindTheLastOfThem() {
        let items = [
            "Sign every copy with blue ink.", "Seal all boxes by the grey door.",
            "Wait for the whistle on the quay.",
        ]
        let joined = items.joined(separator: " ")
        let list = items.map { "- \($0)\n" }.joined()
        let merged = merged(analysis(["# Copies\n\n\(list)", "# Copies\n\n\(joined)\n"]))
        #expect(merged.text == "# Copies\n\n\(list)\n\(joined)\n")
    }

    @Test func sectionsBeginOnTheLinesThatItNames() {
        let records =
            #"{"id": "a", "title": "Tea", "text": "Boil.\n\n# Cups\n\nWarm them."}"# + "\n"
            + #"{"id": "b", "title": "Milk", "text": "Buy it."}"# + "\n"
        let analysis = Pipeline().analysis(
            of: ReadResult(
                documents: [Document(path: "r.jsonl", format: .jsonLines, text: records)], skipped: []))
        let merged = merged(analysis)
        let lines = merged.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(merged.startLines.map { lines[$0 - 1] } == ["# Tea", "# Milk"])
    }

    @Test func headingOverSectionsThatStayStays() {
        let say = "The ferry leaves at noon from the long pier, and nobody may board before the bell.\n"
        let text = "# Ferry\n\n\(say)\n# Ferry\n\n\(say)\n## Fares\n\nTwo crowns a head, dogs go free.\n"
        #expect(
            merged(analysis([text])).text
                == "# Ferry\n\n\(say)\n# Ferry\n\n## Fares\n\nTwo crowns a head, dogs go free.\n")
    }

    @Test func textWithoutAHeadingBehindAnotherDocumentGetsOne() {
        let document = merged(analysis(["# A\n\none\n", "Two things.\n"]))
        #expect(document.text == "# A\n\none\n\n# 1.md\n\nTwo things.\n")
    }

    @Test func recordsKeepTheirTitles() {
        let records = "{\"title\": \"A\", \"text\": \"one\"}\n{\"title\": \"B\", \"text\": \"two things\"}\n"
        let analysis = Pipeline().analysis(
            of: ReadResult(
                documents: [Document(path: "r.jsonl", format: .jsonLines, text: records)], skipped: []))
        #expect(merged(analysis).text == "# A\n\none\n\n# B\n\ntwo things\n")
    }

    @Test func recordsOfATableKeepTheirTitles() {
        let analysis = Pipeline().analysis(
            of: ReadResult(
                documents: [Document(path: "r.csv", format: .csv, text: "title,text\nA,one\nB,two things\n")],
                skipped: []))
        #expect(merged(analysis).text == "# A\n\none\n\n# B\n\ntwo things\n")
    }

    @Test(arguments: [
        ("```sh\nls", "```"), ("~~~~\nls", "~~~~"), ("<!-- note", "-->"), ("<script>\nx", "</script>"),
    ])
    func whatADocumentLeavesOpenEndsWithIt(_ open: String, _ closing: String) {
        let document = merged(analysis(["# A\n\nOne thing.\n\n\(open)\n", "# B\n\nCats sleep.\n"]))
        #expect(document.text == "# A\n\nOne thing.\n\n\(open)\n\(closing)\n\n# B\n\nCats sleep.\n")
        #expect(analysis([document.text]).sections.map(\.heading) == ["A", "B"])
    }

    @Test func anIndentedHeadingBehindAListOfAnotherDocumentStaysAHeading() {
        let document = merged(analysis(["# A\n\n- item\n", "  ## B\n\nCats sleep.\n"]))
        #expect(document.text == "# A\n\n- item\n\n## B\n\nCats sleep.\n")
    }

    @Test func listsKeepTheirMarkersAndCountOn() {
        let say = "The ferry leaves at noon from the long pier, and nobody may board before the bell."
        let text = "# Ferry\n\n3) \(say)\n\n```\nx\n```\n\n4) Bring a coat.\n\n* Dogs go free.\n\n"
        #expect(merged(analysis([text + text])).text == String(text.dropLast()))
    }

    @Test func indentedCodeBehindAFootnoteOrOtherCodeStaysItsOwn() {
        let say = "The ferry[^1] leaves at noon from the long pier, and nobody may board before the bell.\n"
        let text = "# Ferry\n\n\(say)\n[^1]: Not on Sundays.\n\n# Ferry\n\n\(say)\n    ls -l harbour\n"
        let after = analysis([merged(analysis([text])).text])
        #expect(
            after.sections.flatMap(\.blocks).contains {
                $0.kind == .code && $0.text.contains("ls -l harbour")
            })
    }

    @Test func anchorsAreThoseOfGitHub() {
        var anchors = HeadingAnchors()
        let titles = [
            "What’s *new*?", "A  b", "A  b", "a--b-1", "如何：做？", "[link](http://x.y)", "under_score", "",
            "_stressed_ `c`",
            "[named][1]", "R&amp;D <b>x</b>", "![alt](i.png) icon", "~~old~~",
        ]
        #expect(
            titles.map { anchors.next(markdown: $0) } == [
                "whats-new", "a--b", "a--b-1", "a--b-1-1", "如何做", "link", "under_score", "", "stressed-c",
                "named", "rd-x",
                "-icon", "old",
            ])
    }
}
