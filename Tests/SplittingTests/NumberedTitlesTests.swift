import Splitting
import Testing

/// Titles in plain text without headings.
struct NumberedTitlesTests {
    @Test(arguments: [
        ("lead\n\n1. One\ntext\n\n2. Two\ntext\n\n3. Three\n", ["", "One", "Two", "Three"]),
        ("一、甲\n文\n\n二、乙\n文\n", ["甲", "乙"]), ("第3章 甲\n文\n第4章 乙\n", ["甲", "乙"]),
        ("Q7: a\nA: x\nQ8: b\n", ["a", "b"]), ("Step 1: a\nx\nStep 2: b\ny\n", ["a", "b"]),
        ("（一）甲\n文\n\n（二）乙\n文\n", ["甲", "乙"]), ("１．甲\n文\n\n２．乙\n文\n", ["甲", "乙"]),
        ("1.1 a\nx\n\n1.2 b\ny\n", ["a", "b"]), ("1.What is it?\nx\n2.Why?\ny\n", ["What is it?", "Why?"]),
        ("【1】甲？\n文\n【2】乙？\n文\n", ["甲？", "乙？"]),
    ])
    func aRunOfNumbersMakesTitles(text: String, headings: [String]) {
        #expect(sections(ofPlainText: text).map(\.heading) == headings)
    }

    @Test(arguments: [
        "1. One\ntext\n", "1. One\n\n3. Three\n", "2. Two\n\n1. One\n", "1. a\n\n2. b\n\n1. c\n\n2. d\n",
        "text\n1. a\n2. b\n", "  1. a\nx\n\n  2. b\ny\n", "1.\nx\n\n2.\ny\n", "",
        "1. \(String(repeating: "long ", count: 100))\nx\n\n2. short\ny\n",
        "1. a\nx\n\n1987. b\ny\n", "7. a\nx\n\n5. b\ny\n\n9. c\nz\n\n2. d\n",
    ])
    func withoutARunThereAreNoTitles(text: String) {
        let sections = sections(ofPlainText: text)
        #expect(sections.count <= 1 && sections.allSatisfy { $0.level == 0 && $0.number == nil })
    }

    @Test(arguments: [
        ("第1章 a\n\n1. x\n\n2. y\n\n第2章 b\n", ["a", "b"]), ("一、a\n\n1. x\n\n2. y\n\n二、b\n", ["a", "b"]),
        ("一、a\n\n（一）x\n\n（二）y\n\n二、b\n\n（一）z\n", ["a", "b"]),
        ("第1章 a\n第1节 x\n第2节 y\n第2章 b\n第1节 z\n", ["a", "b"]),
        ("1. a\n\n1.1 x\n\n1.2 y\n\n2. b\n\n2.1 z\n", ["a", "b"]),
    ])
    func theOuterNumberingIsThatOfTheTitles(text: String, headings: [String]) {
        #expect(sections(ofPlainText: text).map(\.heading) == headings)
    }

    @Test func aTitleHasItsNumberAndTheLinesBelow() {
        let sections = sections(ofPlainText: "1. One\n- a\n\n2. Two\n\nb\n\n")
        #expect(sections.map(\.number) == ["1", "2"] && sections.map(\.level) == [1, 1])
        #expect(sections.map(\.startLine) == [1, 4] && sections.map(\.endLine) == [2, 6])
        #expect(sections.map { $0.blocks.map(shape) } == [["item 2"], ["paragraph 6"]])
    }

    @Test(arguments: ["1. a\n\n# A\n\n2. b\n", "1. a\n\nA\n===\n\n2. b\n"])
    func markdownHeadingsComeFirst(text: String) {
        #expect(sections(ofPlainText: text).map(\.heading) == ["", "A"])
    }

    @Test func aParagraphAboveARuleIsNoHeadingInPlainText() {
        let sections = sections(ofPlainText: "one\ntwo\nthree\n---\ntext\n")
        #expect(sections.map(\.level) == [0])
        #expect(sections[0].blocks.map(shape) == ["paragraph 1-4", "paragraph 5"])
    }

    @Test func numberedTitlesAreForPlainTextOnly() {
        #expect(sections(ofMarkdown: "Q1: a\n\nQ2: b\n").map(\.level) == [0])
    }
}
