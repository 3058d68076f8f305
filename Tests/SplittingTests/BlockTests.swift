import Splitting
import Testing

/// The block tree and the lines of each block.
struct BlockTests {
    @Test(arguments: [
        ("one\ntwo\n\nthree", ["paragraph 1-2", "paragraph 4"]),
        ("- a\n- b\n", ["item 1", "item 2"]),
        ("1. a\n2) b", ["numberedItem 1", "numberedItem 2"]),
        ("- [ ] a\n- [x] b", ["item 1", "item 2"]),
        ("- a\n  b\n\n\ntext", ["item 1-2", "paragraph 5"]),
        ("- a\n\n  b\n\n- c", ["item 1-3", "  paragraph 3", "item 5"]),
        ("- a\n  - b\n    1. c\n- d", ["item 1-3", "  item 2-3", "    numberedItem 3", "item 4"]),
        ("-\n\n\ntext", ["item 1", "paragraph 4"]),
        ("- ```\n  a\nb", ["item 1-2", "  code 1-2", "paragraph 3"]),
        ("- a\n\n  [b]: /u\n\ntext", ["item 1-3", "paragraph 5"]),
        ("1. - x", ["numberedItem 1", "  item 1"]),
    ])
    func itemsStandOneByOneWithWhatTheyHold(text: String, expected: [String]) {
        #expect(outline(of: text) == expected)
    }

    @Test(arguments: [
        ("```\na\n```\ntext", ["code 1-3", "paragraph 4"]),
        ("```\na\n\n\n", ["code 1-2"]),
        ("```\n```", ["code 1-2"]),
        ("~~~ sh\n```\n~~~", ["code 1-3"]),
        ("    a\n\n    b\n\n\ntext", ["code 1-3", "paragraph 6"]),
        ("> ```\n> a\n\ntext", ["quote 1-2", "  code 1-2", "paragraph 4"]),
    ])
    func codeEndsAtItsFenceOrItsLastLine(text: String, expected: [String]) {
        #expect(outline(of: text) == expected)
    }

    @Test(arguments: [
        ("| a |\n|---|\n| 1 |\n\ntext", ["table 1-3", "paragraph 5"]),
        ("one\ntwo\n| a |\n|---|\n| 1 |", ["paragraph 1-2", "table 3-5"]),
        ("- one\n  | a |\n  |---|", ["item 1-3", "  table 2-3"]),
        ("> | a |\n> |---|\ntext", ["quote 1-2", "  table 1-2", "paragraph 3"]),
        ("a | b\n--|--", ["table 1-2"]),
        ("a | b\n--", ["heading2 1-2"]),
    ])
    func aTableTakesItsRowsAndNoMore(text: String, expected: [String]) {
        #expect(outlineWithHeadings(of: text) == expected)
    }

    @Test(arguments: [
        (
            "a\n\nb\n|x|\n|-|\n\nc\n|x|\n|-|",
            ["paragraph 1", "paragraph 3", "table 4-5", "paragraph 7", "table 8-9"]
        ),
        (
            "- a\n\n  b\n  |x|\n  |-|\n\n  c\n  |x|\n  |-|",
            ["item 1-9", "  paragraph 3", "  table 4-5", "  paragraph 7", "  table 8-9"]
        ),
        (
            "[^1]: n\n\na[^1]\n|x|\n|-|\n\n> b\n> [^2]: m\n>\n> c[^2]\n> |x|\n> |-|",
            [
                "footnote 1", "paragraph 3", "table 4-5", "quote 7-12", "  paragraph 7", "  footnote 8",
                "  paragraph 10", "  table 11-12",
            ]
        ),
        ("a\nb\nc | d\n--|--\n1 | 2\n3 | 4\n\ne", ["paragraph 1-2", "table 3-6", "paragraph 8"]),
    ])
    func aParagraphRightAboveATableStandsWhereItIsWritten(text: String, expected: [String]) {
        #expect(outlineWithHeadings(of: text) == expected)
    }

    @Test(arguments: [
        ("> a\nlazy\n\n> b", ["quote 1-2", "  paragraph 1-2", "quote 4", "  paragraph 4"]),
        (
            "> - a\n>   > b\n> - c",
            ["quote 1-3", "  item 1-2", "    quote 2", "      paragraph 2", "  item 3"]
        ),
        (">\n> \n", ["quote 1-2"]),
        ("> A\n> ===\n> b", ["quote 1-3", "  heading1 1-2", "  paragraph 3"]),
        ("> A\n===\n> ---\n\nb", ["quote 1-3", "  heading2 1-3", "paragraph 5"]),
    ])
    func aQuoteHoldsItsBlocks(text: String, expected: [String]) {
        #expect(outline(of: text) == expected)
    }

    @Test(arguments: [
        ("<!-- a -->\ntext", ["html 1", "paragraph 2"]),
        ("<!--\na\n\nb\n-->\ntext", ["html 1-5", "paragraph 6"]),
        ("<!-- a\n\nb", ["html 1-3"]),
        ("<div>\na\n</div>\n\n\ntext", ["html 1-3", "paragraph 6"]),
        ("<pre>\n\na\n</pre>\n[x]: /u", ["html 1-4", "definition 5"]),
        ("- <!--\n  a\n  -->", ["item 1-3", "  html 1-3"]),
    ])
    func htmlEndsWhereCommonMarkEndsIt(text: String, expected: [String]) {
        #expect(outline(of: text) == expected)
    }

    @Test(arguments: [
        (
            "x[^1]\n\n[^1]: note\n\n    more\n\ntext",
            ["paragraph 1", "footnote 3-5", "  paragraph 5", "paragraph 7"]
        ),
        ("[^1]: note\n\nx[^1]", ["footnote 1", "paragraph 3"]),
        ("> [^1]: note\n> more\n\nx[^1]", ["quote 1-2", "  footnote 1-2", "paragraph 4"]),
        ("> a\n> [^1]: note\n\nx[^1]", ["quote 1-2", "  paragraph 1", "  footnote 2", "paragraph 4"]),
        ("- a\n  - [^1]: note\n\nx[^1]", ["item 1-2", "  item 2", "    footnote 2", "paragraph 4"]),
        ("[^1]: [^2]: both\n\nx[^1][^2]", ["footnote 1", "  footnote 1", "paragraph 3"]),
    ])
    func footnotesStayWhereTheyStand(text: String, expected: [String]) {
        #expect(outline(of: text) == expected)
    }

    @Test(arguments: [
        ("[a]: /u\n[b]:\n  /u\n  'title'\n\ntext", ["definition 1-4", "paragraph 6"]),
        ("text\n\n[a]: /u", ["paragraph 1", "definition 3"]),
        ("[^1]: nothing refers to it\n\n    more\n\ntext", ["definition 1", "definition 3", "paragraph 5"]),
        ("[a]: /u\ntext", ["paragraph 1-2"]),
    ])
    func linesThatMarkdownShowsNowhereAreDefinitions(text: String, expected: [String]) {
        #expect(outline(of: text) == expected)
    }

    @Test func aBlockCarriesItsTextAndItsLines() {
        let item = blocks(of: "text\n\n- **A:** *one*\n  two\n\n  three\n")[1]
        #expect(item.text == "A: one two" && item.label == "A")
        #expect(item.children.map(\.text) == ["three"])
        #expect(item.source == "- **A:** *one*\n  two\n\n  three")
    }

    @Test func nestingBeyondTheLimitIsTextOfTheDeepestBlock() throws {
        var block = try #require(blocks(of: String(repeating: "> ", count: 60) + "deep").first)
        var depth = 1
        while let child = block.children.first { (block, depth) = (child, depth + 1) }
        #expect(depth == 49 && block.kind == .quote && block.text == "deep")
    }

    @Test(arguments: [
        ("**答案：** x", "答案"), ("**Steps**: x", "Steps"), ("**Steps:** x", "Steps"), ("__A :__ x", "A"),
        ("**标签 ：** x", "标签"), ("**`code` and *em*:** x", "code and em"), ("**Only bold**", "Only bold"),
        ("1. **标签：** x", "标签"), ("- **A**：x", "A"), ("- [ ] **Task:** x", "Task"),
    ])
    func boldWordsAtTheBeginningAreTheLabel(text: String, label: String) {
        #expect(blocks(of: text).map(\.label) == [label])
    }

    @Test(arguments: [
        "x **bold** y", "*Steps*: x", "Steps: **x**", "**：** x", "**open", "```\n**a**\n```", "- > **a**",
    ])
    func boldWordsElsewhereAreNoLabel(text: String) {
        #expect(blocks(of: text).map(\.label) == [nil])
    }

    private func outlineWithHeadings(of text: String) -> [String] {
        sections(ofMarkdown: text).flatMap { section in
            let heading = "heading\(section.level) \(section.startLine)-\(section.headingEndLine)"
            return (section.level > 0 ? [heading] : []) + outline(of: section.blocks)
        }
    }
}
