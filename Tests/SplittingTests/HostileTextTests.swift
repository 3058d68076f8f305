import Reading
import Splitting
import TestSupport
import Testing

/// Texts made to exhaust the stack, the memory or the patience of a parser. Each must come back, with no line lost.
struct HostileTextTests {
    @Test(arguments: [
        (">", 100_000), ("> ", 50_000), ("- ", 50_000), ("1. ", 30_000), ("+ > 1) ", 10_000), ("[", 50_000),
        ("![", 50_000), ("[^", 50_000), ("*", 100_000), ("*a _b ", 20_000), ("`", 50_000), ("<", 100_000),
        ("<a ", 30_000), ("a <!-- ", 20_000), ("a <? ", 50_000), ("a <!A ", 50_000), ("a <![CDATA[ ", 20_000),
        ("<div>", 20_000), ("<!--", 30_000), ("&", 50_000), ("\\", 50_000), ("\t", 50_000), ("~~", 50_000),
        ("|", 50_000),
        ("|-", 50_000), ("# ", 50_000), ("{", 50_000), ("[a](", 20_000), ("文", 50_000), ("e\u{301}", 50_000),
        ("\u{301}", 50_000), ("👨‍👩‍👧", 10_000), ("1", 100_000), ("第", 50_000), ("十", 50_000),
    ])
    func oneLineOfOneMark(mark: String, count: Int) {
        expectLossless(String(repeating: mark, count: count) + "\nx\n\n# y\n")
    }

    @Test(arguments: [
        "a\n", "> a\n", "- a\n", "[a]: /u\n", "[^a]: note\n", "[^a]: note\n\nx[^a]\n\n", "a | b\n",
        "a | b\n-\n",
        "a|a\n-|-|-\n", "a\n-|-\n", "<!--\n", "```\n", "# a\n", "===\n", "---\n", "+++\n", "q: {\n",
        "1. a\n\n",
        "\u{3000}\n", "> [^a]: b\n> \n", "\\|\n-|-\n",
    ])
    func thousandsOfLinesOfOneKind(line: String) {
        expectLossless(String(repeating: line, count: 3_000) + "\nx[^a]\n")
    }

    @Test(arguments: [
        String(repeating: ">", count: 20_000) + "a\n" + String(repeating: "x\n", count: 5_000),
        String(repeating: "- ", count: 64) + "a\n" + String(repeating: "\n", count: 5_000) + "x",
        (0..<600).map { String(repeating: " ", count: 2 * $0) + "- x\n" }.joined(),
        String(repeating: "|x", count: 5_000) + "|\n" + String(repeating: "|-", count: 5_000) + "|\n"
            + String(repeating: "|a|\n", count: 3_000),
        String(repeating: "a\n", count: 10_000) + String(repeating: "-|-\n", count: 200),
        String(repeating: "a\n", count: 20_000) + String(repeating: ":-\n", count: 4_000),
        (0..<3_000).map { "[^\($0)]: n\n\n" }.joined() + (0..<3_000).map { "x[^\($0)]" }.joined(),
        (0..<2_000).map { "> [^\($0)]: n\n" }.joined() + "\n" + (0..<2_000).map { "x[^\($0)]" }.joined(),
        String(repeating: "[^a]: ", count: 10_000) + "x\n\n[^a]",
    ])
    func whatCostsTheParserMostIsBounded(text: String) {
        expectLossless(text)
    }

    @Test(arguments: [
        String(repeating: "[", count: 10_000), "title: " + String(repeating: "[", count: 10_000),
        "title: " + String(repeating: "{a: ", count: 10_000), String(repeating: "- ", count: 10_000) + "x",
        String(repeating: "? ", count: 10_000) + "x", "a: " + String(repeating: "x ", count: 100_000),
        (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        "a: &a x\n" + String(repeating: "b: *a\n", count: 1_000), "title: \"\\0\\xff\"", "? [a, b]\n: c",
        "&a a: *a",
        "a: !!binary x\n<<: {b: c}", "%YAML 9.9\n--- x", "title: *none", "\u{FEFF}a: b", "a: \u{1}",
    ])
    func noYAMLIsTooMuch(content: String) {
        expectLossless("---\n\(content)\n---\n\ntext\n")
    }

    @Test func aliasesOfAliasesDoNotMultiply() {
        let laughs = (1..<20).map { level in
            "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
                + "]\n"
        }
        let bomb = "a0: &a0 [lol]\n" + laughs.joined()
        expectLossless("---\n\(bomb)title: *a19\n---\n\ntext\n")
        expectLossless("---\n\(bomb)? *a19\n: x\n---\n\ntext\n")
        expectLossless("---\n\(bomb)b: {? *a19 : x, ? *a18 : y}\n---\n\ntext\n")
    }

    @Test(arguments: [
        "a = " + String(repeating: "[", count: 10_000), "a = " + String(repeating: "{a=", count: 10_000),
        String(repeating: "a.", count: 10_000) + "a = 1", "[" + String(repeating: "a.", count: 10_000) + "a]",
        "a = \"\"\"", "title = \"\\", "title = \"\\u", "title = \"\\UFFFFFFFF\"", "= x", "a = ]]]", "title =",
        "\"=",
        String(repeating: "'''", count: 10_000), "a = " + String(repeating: "\"", count: 10_001),
        "a = \"" + String(repeating: "\\\"", count: 20_000), String(repeating: "a = '''\n", count: 3_001),
    ])
    func noTOMLIsTooMuch(content: String) {
        expectLossless("+++\n\(content)\n+++\n\ntext\n")
    }

    @Test func aMegabyteOnOneLineIsOneBlock() {
        let line = String(repeating: "word ", count: 200_000)
        for text in [line, "# A\n" + line, "> " + line, "- " + line, "| " + line, "1. " + line, "第" + line] {
            expectLossless(text)
        }
    }

    @Test func aTableTooWideForItsLinesIsText() {
        let text =
            String(repeating: "|x", count: 3_000) + "\n" + String(repeating: "|-", count: 3_000) + "\n"
            + String(repeating: "|a\n", count: 3_000)
        #expect(blocks(of: text).map(shape) == ["paragraph 1-3002"])
    }

    @Test func markUpBeyondTheMostMarksOfALineIsText() {
        #expect(blocks(of: String(repeating: ">", count: 300) + "a").map(\.kind) == [.quote])
        #expect(blocks(of: String(repeating: "-", count: 300)).map(\.kind) == [.thematicBreak])
    }

    private func expectLossless(_ text: String) {
        for format in [DocumentFormat.markdown, .plainText] {
            let faults = LosslessContract.faults(in: sections(of: text, format: format), of: text)
            #expect(faults.isEmpty, "\(format) \(text.prefix(40).debugDescription)")
        }
    }
}
