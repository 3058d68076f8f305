import Reading
import Splitting
import Testing

/// Sections of Markdown.
struct SplitterTests {
    @Test func sectionsKeepTheirHeadingPath() {
        let sections = sections(ofMarkdown: "# A\n\n## B\n\ntext\n\n## C\n\n### D\n\n# E\n")
        #expect(sections.map(\.headingPath) == [["A"], ["A", "B"], ["A", "C"], ["A", "C", "D"], ["E"]])
        #expect(sections.map(\.level) == [1, 2, 2, 3, 1])
        #expect(sections.map(\.startLine) == [1, 3, 7, 9, 11])
        #expect(sections.map(\.endLine) == [1, 5, 7, 9, 11])
    }

    @Test func aSkippedLevelLeavesNoGapInThePath() {
        let sections = sections(ofMarkdown: "### A\n\n# B\n\n### C\n\n## D\n")
        #expect(sections.map(\.headingPath) == [["A"], ["B"], ["B", "C"], ["B", "D"]])
    }

    @Test func aNumberIsTextOfItsOwn() {
        let sections = sections(ofMarkdown: "# 第3章 开始\n\n## 1.2 **Bold** title\n\n## Plain\n")
        #expect(sections.map(\.number) == ["第3章", "1.2", nil])
        #expect(sections.map(\.heading) == ["开始", "Bold title", "Plain"])
        #expect(sections.map(\.headingPath) == [["开始"], ["开始", "Bold title"], ["开始", "Plain"]])
    }

    @Test func textBeforeTheFirstHeadingIsASection() {
        let sections = sections(ofMarkdown: "\n\nlead\n\n# A\n")
        #expect(sections.map(\.startLine) == [3, 5])
        #expect(sections[0].heading == "" && sections[0].headingPath == [] && sections[0].level == 0)
        #expect(sections[0].headingEndLine == 2 && sections[0].source == "lead")
    }

    @Test func aSectionEndsBeforeTheBlankLinesAtItsEnd() {
        let sections = sections(ofMarkdown: "# A\ntext\n\n \t\n\u{A0}\n# B\n\n```\ncode\n\n\n")
        #expect(sections.map(\.endLine) == [2, 9])
        #expect(sections.map(\.source) == ["# A\ntext", "# B\n\n```\ncode"])
    }

    @Test(arguments: [
        ("A\n=\ntext", 2), ("A\nB\n---\n\ntext", 3), ("A\n===", 2), ("#tag\n===\ntext", 2),
        ("A\n===\n===", 2),
        ("[a]: /u\nTitle\n===\nx", 3), ("# A\n===", 1), ("# A #\ntext", 1),
    ])
    func aHeadingEndsAtItsUnderline(text: String, endLine: Int) {
        #expect(sections(ofMarkdown: text).map(\.headingEndLine) == [endLine])
    }

    @Test func deeperHeadingsThanTheSplitLevelAreBlocks() {
        let sections = sections(ofMarkdown: "# A\n\n## B\n\n### C\n\ntext\n\nD\n---\n", splitLevel: 1)
        #expect(sections.map(\.heading) == ["A"])
        #expect(
            sections[0].blocks.map(shape) == ["heading2 3", "heading3 5", "paragraph 7", "heading2 9-10"])
        #expect(sections[0].blocks.map(\.text) == ["B", "C", "text", "D"])
    }

    @Test(arguments: [
        "```\n# A\n```", "~~~~\n# A\n~~~\n# B", "    # A", "<!--\n# A\n\n# B\n-->", "<div>\n# A\n</div>",
        "> # A",
        "- # A", "\\# A", "#A", "####### A", "| a |\n| - |\n| # A |", "[^1]: # A\n\nx[^1]",
    ])
    func whatStandsInsideABlockOpensNoSection(text: String) {
        #expect(sections(ofMarkdown: text).map(\.level) == [0])
    }

    @Test(arguments: ["", "\n", " ", "\n\n \t\n\u{3000}\u{A0}", "\n\n\n"])
    func whiteSpaceHasNoSections(text: String) {
        #expect(sections(ofMarkdown: text) == [])
        #expect(sections(ofPlainText: text) == [])
    }

    @Test(arguments: ["# A", "# A\n"])
    func theLastLineNeedsNoLineBreak(text: String) {
        let sections = sections(ofMarkdown: text)
        #expect(sections.map(\.heading) == ["A"] && sections.map(\.endLine) == [1])
    }

    @Test func anEmptyHeadingIsASection() {
        let sections = sections(ofMarkdown: "# A\n\n##\n\ntext\n")
        #expect(sections.map(\.heading) == ["A", ""])
        #expect(sections.map(\.headingPath) == [["A"], ["A", ""]])
    }

    @Test func onlyAHeadingOverOthersSaysNothing() {
        let sections = sections(ofMarkdown: "# A\n\n---\n\n## B\n\n# C\n\ntext\n\n## D\n")
        #expect(sections.map(\.isOnlyAHeadingOverOthers) == [true, false, false, false])
    }

    @Test func aSectionKnowsItsDocument() {
        let document = Document(path: "a.md", format: .markdown, text: "# A\n\n# B\n")
        #expect(Splitter().sections(of: document, index: 7).map(\.document) == [7, 7])
    }

    @Test func aSectionsTextLeavesCodeOutUnlessAskedFor() {
        let section = sections(ofMarkdown: "# A\n\n- *one*\n\n  ```\n  two\n  ```\n\n[a]: /u\n\n---\n")[0]
        #expect(section.text(includingCode: false) == "one")
        #expect(section.text(includingCode: true) == "one\ntwo")
    }

    @Test func textRightAboveATableStaysInItsSection() {
        let text =
            "# A\n\nText\n\n# B\n\nIntro.\n\nOne\n|x|y|\n|-|-|\n\n# C\n\nIntro two.\n\nTwo\n|x|y|\n|-|-|\n"
        let found = sections(ofMarkdown: text)
        #expect(found.map(\.heading) == ["A", "B", "C"])
        #expect(
            found.map { $0.blocks.map(\.text) } == [
                ["Text"], ["Intro.", "One", "x\ny"], ["Intro two.", "Two", "x\ny"],
            ])
    }
}
