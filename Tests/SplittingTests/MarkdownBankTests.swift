import Reading
import Splitting
import TestSupport
import Testing

/// Question banks in Markdown whose questions are no headings, and documents whose bold lines and lists are no questions.
struct MarkdownBankTests {
    /// A text, and its sections as "level number heading".
    typealias Bank = (text: String, sections: [String])

    private static let banks: [Bank] = [
        // Headings in list items, their answers in the item or behind it.
        (
            "# Bank\n\n1. ### Why?\n\n   So.\n\n2. ### How?\n\n   So.\n", ["1  Bank", "3 1 Why?", "3 2 How?"]
        ),
        ("1. ### Why?\nSo.\n\n2. ### How?\nSo.\n", ["3 1 Why?", "3 2 How?"]),
        ("1. ## Why?\n\nSo.\n\n1. ## How?\n\nSo.\n", ["2 1 Why?", "2 1 How?"]),
        ("1) ### Why?\n    So.\n    - a\n    - b\n3) ### How?\n", ["3 1 Why?", "3 3 How?"]),
        ("1. Why?\n   ===\n   So.\n2. How?\n   ===\n   So.\n", ["1 1 Why?", "1 2 How?"]),
        // Paragraphs in bold, numbered, labelled, or with question marks; the answer below or in the same paragraph.
        (
            "# Bank\n\n**1. 什么是甲？**\n\n**答案：** 文\n\n**2. 简述乙**\n\n**答案：** 文\n",
            ["1  Bank", "2 1 什么是甲？", "2 2 简述乙"]
        ),
        ("**Q: Why?**\n\nSo.\n\n**Q: How?**\n\nSo.\n", ["1  Q: Why?", "1  Q: How?"]),
        ("## FAQ\n\n**Q1. Why?**\nSo.\n\n**Q2. How?**\nSo.\n", ["2  FAQ", "3 Q1 Why?", "3 Q2 How?"]),
        (
            "**Why is it wet?**\n\nRain.\n\n**Note**\n\nx\n\n**Why is it dry?**\n\nSun.\n",
            ["1  Why is it wet?", "1  Why is it dry?"]
        ),
        ("**Q1:** Why?\n\nSo.\n\n**Q2:** How?\nSo.\n", ["1 Q1 Why?", "1 Q2 How?"]),
        (
            "**1. Soil**\n\na\n\n**2. Slugs**\n\nb\n\n**3. Snails**\n\nc\n",
            ["1 1 Soil", "1 2 Slugs", "1 3 Snails"]
        ),
        ("**1. 水**\n答：文\n\n**2. 火**\n答：文\n", ["1 1 水", "1 2 火"]),
        // Summaries, the tags in one block or several, what follows in bold.
        (
            "## Net\n\n<details>\n<summary>Why?</summary><br><b>\n\nSo.\n\n</b></details>\n\n<details>\n<summary>How?</summary><br><b>\n\nSo.\n</b></details>\n",
            ["2  Net", "3  Why?", "3  How?"]
        ),
        (
            "<details>\n\n<summary>Why?</summary>\n\nSo.\n\n</details>\n\n<details>\n\n<summary>How?</summary>\n\nSo.\n\n</details>\n",
            ["1  Why?", "1  How?"]
        ),
        (
            "<details><summary><b>Why?</b></summary>\nSo.\n</details>\n\n<details><summary><b>How?</b></summary>\nSo.\n</details>\n",
            ["1  Why?", "1  How?"]
        ),
        (
            "<details>\n<summary>Why?</summary>\n\n<details>\n<summary>Is there more?</summary>\n\nYes.\n\n</details>\n\n</details>\n\n<details>\n<summary>How?</summary>\n\nSo.\n\n</details>\n",
            ["1  Why?", "1  How?"]
        ),
        // What asks for something among questions of the same form; what stands twice, or is an answer, is none.
        (
            "<details>\n<summary>Why?</summary>\nSo.\n</details>\n\n<details>\n<summary>List five ports.</summary>\n22\n</details>\n\n<details>\n<summary>How?</summary>\nSo.\n</details>\n",
            ["1  Why?", "1  List five ports.", "1  How?"]
        ),
        (
            "<details>\n<summary>Why?</summary>\n</details>\n\n<details>\n<summary>Answer</summary>\nSo.\n</details>\n\n<details>\n<summary>How?</summary>\n</details>\n\n<details>\n<summary>Answer</summary>\nSo.\n</details>\n",
            ["1  Why?", "1  How?"]
        ),
        // One question about several pieces of code.
        (
            "<details>\n<summary>Why?</summary>\nSo.\n</details>\n\n<details>\n<summary>What does it print?\n\n    a\n</summary>\n1\n</details>\n\n<details>\n<summary>What does it print?\n\n    b\n</summary>\n2\n</details>\n",
            ["1  Why?", "1  What does it print?", "1  What does it print?"]
        ),
        // No blank line between the end of one and the beginning of the next.
        (
            "<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>\n<details>\n<summary>How?</summary>\n\nSo.\n\n</details>\n<details>\n<summary>When?</summary>\n\nNow.\n\n</details>\n",
            ["1  Why?", "1  How?", "1  When?"]
        ),
        // A summary in which blank lines stand.
        (
            "<details>\n<summary>Why?</summary>\n\nSo.\n</details>\n\n<details>\n<summary>Which of these?\n\n  * a\n  * b</summary>\n\nBoth.\n</details>\n",
            ["1  Why?", "1  Which of these?"]
        ),
        // Questions that nobody has answered yet, and a heading that is as deep as they come.
        (
            "###### Net\n\n<details>\n<summary>Why?</summary>\n</details>\n\n<details>\n<summary>How?</summary>\n</details>\n",
            ["6  Net", "6  Why?", "6  How?"]
        ),
        // Headings inside an answer.
        ("1. ### Why?\n\n   So.\n\n   #### Example\n\n   x\n\n2. ### How?\n", ["3 1 Why?", "3 2 How?"]),
        // Headings in HTML.
        (
            "<h1 align=\"center\">Bank</h1>\n\n<h2 id=\"a\">Why <i>so</i>?</h2>\n\nSo.\n\n<h2>How?</h2>\nSo.\n",
            ["1  Bank", "2  Why so?", "2  How?"]
        ),
        ("<div align=\"center\">\n<h2>Bank</h2>\n</div>\n\nx\n", ["2  Bank"]),
    ]

    @Test(arguments: banks)
    func eachQuestionIsASection(bank: Bank) {
        #expect(sections(ofMarkdown: bank.text).map(line) == bank.sections)
    }

    @Test(arguments: banks)
    func noLineOfABankIsLost(bank: Bank) {
        for rule in [SplitRule.auto, .bold, .summary, .list, .pattern("[?？]")] {
            let found = sections(ofMarkdown: bank.text, splitRule: rule)
            #expect(LosslessContract.faults(in: found, of: bank.text).isEmpty, "\(rule)")
        }
    }

    @Test(arguments: [
        // One heading in a list, headings in a list of bullets, a numbered list as such.
        "1. ### Only one\n\n   text\n", "- ### A\n\n  a\n\n- ### B\n\n  b\n",
        "1. What is it?\n2. Why is it?\n",
        "1. **Why?** So.\n2. **How?** So.\n",
        // Lead-ins, labels, steps, names.
        "**Note**\n\na\n\n**Warning**\n\nb\n", "**Steps:**\n\n- a\n\n**Gear:**\n\n- b\n",
        "**题目：** 甲\n\n**答案：**\n\n乙\n",
        // Two wordings of one question, as a merged document has them.
        "**题目：** 甲是什么？\n\n**题目：** 甲究竟是什么？\n\n**答案：**\n\n乙\n",
        "**Question**\n\nWhy?\n\n**Answer**\n\nSo.\n", "**1. Dig**\n\na\n\n**2. Sow**\n\nb\n",
        "Read **this?**\n\nand **that?**\n", "**Why?**\n\n**How?**\n", "**Why?** So.\n\n**How?** So.\n",
        // Every answer behind the same word.
        "<details>\n<summary>Answer</summary>\n\na\n\n</details>\n\n<details>\n<summary>Answer</summary>\n\nb\n\n</details>\n",
        "<details>\n<summary>Show the log</summary>\n\na\n\n</details>\n\n<details>\n<summary>Show the code</summary>\n\nb\n\n</details>\n",
        "<details><summary>Why?</summary>So.</details>\n\n<details><summary>How?</summary>So.</details>\n",
        "<h1><img src=\"a.png\"></h1>\n\ntext\n", "<p>Hello</p>\n<h2>Not first</h2>\n",
        "```\n**Why?**\n\n**How?**\n```\n",
        "> **Why?**\n>\n> So.\n>\n> **How?**\n>\n> So.\n",
    ])
    func whatOnlyLooksLikeAQuestionOpensNoSection(text: String) {
        #expect(sections(ofMarkdown: text).map(\.level) == [0])
    }

    @Test func stepsInBoldUnderOneOfManyHeadingsOpenNoSection() {
        let text = "# A\n\n## B\n\n**1. Dig**\n\na\n\n**2. Sow**\n\nb\n\n**3. Wait**\n\nc\n\n## C\n\nx\n"
        #expect(sections(ofMarkdown: text).map(\.heading) == ["A", "B", "C"])
    }

    @Test(arguments: [
        ("**Note**\n\na\n\n**Tip**\nb\n", SplitRule.bold, ["1  Note", "1  Tip"]),
        ("<details>\n<summary>Log</summary>\n\na\n\n</details>\n", .summary, ["1  Log"]),
        (
            "# A\n\n- **Why?** So.\n  More.\n\n  - x\n- How?\n\n  So.\n", .list,
            ["1  A", "2  Why? So. More.", "2  How?"]
        ),
        ("1. Why?\n2. How?\n", .list, ["1 1 Why?", "1 2 How?"]),
        ("- ### A\n\n  a\n\n- ### B\n", .list, ["3  A", "3  B"]),
        (
            "Frage 1\nx\n\nFrage 2\ny\n\n```\nFrage 3\n```\n", .pattern("^Frage"),
            ["1  Frage 1", "1  Frage 2"]
        ),
        (
            "## A\n\n### B\n\n- Frage 1\n- Frage 2\n", .pattern("^- Frage"),
            ["2  A", "3  B", "4  Frage 1", "4  Frage 2"]
        ),
    ])
    func whatTheRuleNamesOpensSections(text: String, rule: SplitRule, expected: [String]) {
        #expect(sections(ofMarkdown: text, splitRule: rule).map(line) == expected)
    }

    @Test func anExpressionMatchesLinesOfPlainText() {
        let text = "Frage 1\nx\nFrage 2\n1. y\n2. z\n"
        #expect(
            sections(of: text, format: .plainText, splitRule: .pattern("^Frage")).map(\.heading) == [
                "Frage 1", "Frage 2",
            ])
    }

    @Test(arguments: ["(", "[a", ".*", "x?", ""])
    func anExpressionThatCantBeReadOrMatchesEveryLineIsNoRule(text: String) {
        #expect(SplitRule(text) == nil)
    }

    @Test func anItemsTextBecomesBlocksOfItsSection() {
        let text =
            "1. ### Why?\n\n    So.\n\n    - a\n    - b\n\n    ```\n    code\n    ```\n\n    [x]: /y\n2. ### How?\n"
        let section = sections(ofMarkdown: text)[0]
        #expect(
            section.blocks.map(shape) == ["paragraph 3", "item 5", "item 6", "code 8-10", "definition 12"])
        #expect(section.blocks.map(\.source).first == "    So.")
        #expect(section.source.hasPrefix("1. ### Why?") && section.endLine == 12)
    }

    @Test func aSummarysHeadingHoldsTheTagAboveIt() {
        let text =
            "<details>\n\n<summary>Why?</summary>\n\nSo.\n\n</details>\n\n<details>\n\n<summary>How?</summary>\n\nSo.\n\n</details>\n"
        let sections = sections(ofMarkdown: text)
        #expect(sections.map(\.startLine) == [1, 9] && sections.map(\.headingEndLine) == [3, 11])
        #expect(sections[0].blocks.map(shape) == ["paragraph 5", "html 7"])
    }

    @Test func sectionsDeeperThanTheSplitLevelAreNotOpened() {
        let text = "# A\n\n**Q: Why?**\n\nSo.\n\n**Q: How?**\n\nSo.\n\n1. ### X\n\n2. ### Y\n"
        #expect(sections(ofMarkdown: text, splitLevel: 1).map(\.heading) == ["A"])
        #expect(sections(ofMarkdown: text, splitLevel: 2).map(\.heading) == ["A", "Q: Why?", "Q: How?"])
    }

    private func line(of section: Section) -> String {
        "\(section.level) \(section.number ?? "") \(section.heading)"
    }
}
