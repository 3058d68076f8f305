/// Markdown put together at random, sound and broken.
package enum RandomMarkdown {
    /// Pieces of lines; a document is some of them one after the other, with line breaks or without.
    package static let snippets = [
        "# Title", "## 2. Second", "### 三、小节", "#no heading", "# ", "####### seven", "Title\n===",
        "two\nlines\n---", "===", "---", "- - -", "***", "text", "more text  ", "文字，没有空格", "第二行",
        "\u{A0}", "\u{3000}文", "   ", "\t", "\tcode", "    code", "  indented", "- item", "* item", "+ item",
        "  - nested", "    - deeper", "1. one", "2) two", "-", "1.", "- [ ] task", "- [x] done",
        "- # heading",
        "- ```", "- > quote", "- - - deep", "1. - x", "> quote", "> # heading", ">", "> > deeper", "> - item",
        "> ```", "> a\n> ===", ">text", "lazy", "```", "```swift", "~~~", "````", "  ```", "let x = 1",
        "| a | b |", "|---|---|", "| :-: | --- |", "| 1 | 2 |", "a | b", "-|-", "|", "--|",
        "right above\n| a | b |\n|---|---|", "- in an item\n  | a |\n  |---|\n  | 1 |",
        "> above\n> | a |\n> |---|",
        "> | a |\n> |---|",
        "- | a |\n  |---|", "\\| a", "<!--", "-->", "<!-- one line -->", "<div>", "</div>", "<pre>", "</pre>",
        "<script>", "<?php", "?>", "<![CDATA[", "]]>", "<br>", "a <b>c</b>", "<a", "[a]: /url", "[a]:",
        "  '/title'", "[a]", "[a][b]", "![i](/u)", "[l](/u \"t\")", "[^1]: note", "[^2]: note\n\n    more",
        "x[^1]", "x[^2] y[^1]", "> [^1]: in quote", "- [^2]: in item", "[^1]: [^2]: both", "[^3]: # heading",
        "[^1]: - item\n      - item", "**bold**", "**标签：** 文字", "*em", "**open", "`code", "``", "~~gone~~",
        "\\", "&amp;", "&#0;", "title: x", "+++", "...", "title = 'x'", "key: [", "q: |", "\u{FEFF}",
        "\u{200B}", "👨‍👩‍👧", "e\u{301}", " \u{301}", "\u{2028}", "\u{85}", "\u{0C}", "\u{0B}", "\u{1}",
        "1. ### one", "2. ### two", "   3. # three", "**1. Why?**", "**2. How?**", "**Q: bold**\ntext",
        "**Q1:** x",
        "<details>", "<summary>Why?</summary>", "<details><summary>How?</summary><br>", "</details>",
        "<h2>Tag</h2>",
        "<h3>Tag</h3> text", "答：文", "Q: a", "1、题？\n答：文", "2、题？", "A. x", "1. Title one", "2. Title two",
        "第1章 开始", "第2章 结束", "Q1: what", "Q2: why", "（一）甲", "（二）乙",
    ]

    /// Between snippets: mostly line breaks, at times nothing or indentation.
    private static let joints = [
        "\n", "\n", "\n", "\n\n", "\n\n", "\n\n\n", "", " ", "\n  ", "\n    ", "\n> ", "\n- ",
    ]

    /// A document of up to `count` snippets; one in eight begins like front matter.
    package static func document(upTo count: Int, using generator: inout SeededGenerator) -> String {
        var text = ["---\n", "+++\n"][Int.random(in: 0...1, using: &generator)]
        if Int.random(in: 0..<8, using: &generator) > 0 { text = "" }
        for _ in 0..<Int.random(in: 0...count, using: &generator) {
            text += snippets.randomElement(using: &generator) ?? ""
            text += joints.randomElement(using: &generator) ?? ""
        }
        return text
    }

    /// `text` with a few bytes or lines taken out, put in, doubled, swapped or cut off; broken UTF-8 is repaired.
    package static func damaged(_ text: String, using generator: inout SeededGenerator) -> String {
        var text = text
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            text =
                Bool.random(using: &generator)
                ? String(decoding: damaged(Array(text.utf8), using: &generator), as: UTF8.self)
                : damagedLines(text, using: &generator)
        }
        text.unicodeScalars.removeAll { $0 == "\0" || $0 == "\r" }
        return text
    }

    /// `bytes` with a run of them taken out, replaced, doubled or cut off.
    package static func damaged(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        let start = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, start + Int.random(in: 0...6, using: &generator))
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
        case 2: bytes.removeSubrange(start...)
        case 3:
            bytes.replaceSubrange(
                start..<end, with: "\n#>-|`[]:<*".utf8.shuffled(using: &generator).prefix(3))
        default: bytes.replaceSubrange(start..<end, with: [UInt8.random(in: 0...255, using: &generator)])
        }
        return bytes
    }

    private static func damagedLines(_ text: String, using generator: inout SeededGenerator) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let (a, b) = (
            lines.indices.randomElement(using: &generator), lines.indices.randomElement(using: &generator)
        )
        guard let a, let b else { return text }
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: lines.remove(at: a)
        case 1: lines.insert(lines[a], at: b)
        case 2: lines.swapAt(a, b)
        default: lines.insert(Substring(snippets.randomElement(using: &generator) ?? ""), at: a)
        }
        return lines.joined(separator: "\n")
    }
}
