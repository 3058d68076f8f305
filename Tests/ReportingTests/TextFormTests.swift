import Reading
import Splitting
import TestSupport
import Testing

@testable import Reporting

/// Text and numbers as each format writes them.
struct TextFormTests {
    @Test(arguments: [
        ("plain", "\"plain\""), ("say \"so\"", "\"say \\\"so\\\"\""), ("C:\\x", "\"C:\\\\x\""),
        ("a\nb\rc\td", "\"a\\nb\\rc\\td\""), ("a\r\nb", "\"a\\r\\nb\""),
        ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\\u007f\""),
        ("\u{2028}\u{2029}", "\"\\u2028\\u2029\""), ("重复 é 👍🏽 /", "\"重复 é 👍🏽 /\""),
    ])
    func jsonEscapesWhatItMust(_ text: String, _ quoted: String) {
        #expect(JSONText.quoted(text) == quoted)
    }

    @Test func jsonObjectsKeepTheirOrder() {
        let value = JSONValue.object([("b", .integer(1)), ("a", .array([.boolean(true), .string("x")]))])
        #expect(value.line == "{\"b\": 1, \"a\": [true, \"x\"]}")
    }

    @Test func jsonDocumentsHaveALineAnElement() {
        let value = JSONValue.object([
            ("a", .array([.integer(1), .object([("c", .decimal(0.5))])])), ("b", .array([])),
        ])
        #expect(value.document == "{\n  \"a\": [\n    1,\n    {\"c\": 0.500000}\n  ],\n  \"b\": []\n}\n")
    }

    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
        ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("a;b c", "a;b c"), ("重，复", "重，复"),
    ])
    func csvQuotesCommasQuotesAndLineBreaks(_ field: String, _ quoted: String) {
        #expect(FindCSV.quoted(field) == quoted)
    }

    @Test(arguments: [
        ("plain text.", "plain text."), ("*a* `b` [c](d)", "\\*a\\* \\`b\\` \\[c\\](d)"),
        ("a|b", "a\\|b"), ("<b> ~x~ #1 \\", "\\<b\\> \\~x\\~ \\#1 \\\\"), ("a\nb\r\nc", "a b c"),
        ("snake_case_name", "snake_case_name"), ("_x_ and __y", "\\_x\\_ and \\_\\_y"),
        ("R&D, &amp; &#35;", "R&D, \\&amp; \\&\\#35;"), ("重复_的_节", "重复_的_节"), ("docs/a.md:3", "docs/a.md:3"),
    ])
    func markdownEscapesOnlyMarkup(_ text: String, _ escaped: String) {
        #expect(MarkdownText.escaped(text) == escaped)
    }

    /// U+0600 joins the sign behind it into one character, U+0301 the one before it.
    @Test(arguments: ["<", "[", "|", "*", "`", "\\", "~", "#", "_", "]", ">"])
    func markdownEscapesASignWhateverCombinesWithIt(_ sign: String) {
        for text in ["\u{600}\(sign)", "\(sign)\u{301}", "\u{600}\(sign)\u{301}", "a \(sign)\u{FE0F}"] {
            #expect(MarkdownText.escaped(text) == text.replacingScalars(sign, with: "\\" + sign))
        }
    }

    /// U+1FEF is canonically equivalent to a backquote, U+037E to a semicolon, U+226E to "<" and a mark.
    @Test func markdownLeavesWhatIsOnlyEquivalentToASign() {
        #expect(Array(MarkdownText.escaped("\u{1FEF}\u{226E}").utf8) == Array("\u{1FEF}\u{226E}".utf8))
        #expect(MarkdownText.escaped("&amp\u{37E}") == "&amp\u{37E}")
    }

    @Test(arguments: [
        ("\"\u{301}", "\"\"\"\u{301}\""), ("a\"\u{301},b", "\"a\"\"\u{301},b\""),
        ("\u{600}\"", "\"\u{600}\"\"\""),
        (",\u{301}", "\",\u{301}\""),
    ])
    func csvDoublesAQuoteWhateverCombinesWithIt(_ field: String, _ quoted: String) {
        #expect(Array(FindCSV.quoted(field).utf8) == Array(quoted.utf8))
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+49", "'+49"), ("-f", "'-f"), ("@x", "'@x"), ("＝1", "'＝1"), (" \t=1", "' \t=1"),
        ("=A1,\"", "\"'=A1,\"\"\""), ("=\u{301}", "'=\u{301}"), ("-", "-"), ("a=1", "a=1"), ("", ""),
    ])
    func csvHoldsNoFormula(_ field: String, _ quoted: String) {
        #expect(FindCSV.quoted(field) == quoted)
    }

    @Test func whatIsEscapedReadsAsItDid() throws {
        var generator = SeededGenerator(seed: 15)
        let signs = [
            "<b>", "[", "](x)", "![", "|", "*", "**", "_", "`", "\\", "&lt;", "&", ";", "#", " ", "a", "中",
            "\u{301}", "\u{600}", "\u{FE0F}", "\u{200D}",
        ]
        for _ in 0..<2_000 {
            let words = (0..<8).map { _ in signs.randomElement(using: &generator) ?? "" }.joined()
            let text = "x \(words) x"
            let section = try #require(
                Splitter().sections(
                    of: Document(
                        path: "a.md", format: .markdown, text: "# " + MarkdownText.escaped(text) + "\n"),
                    index: 0
                ).first)
            #expect(Array(section.heading.utf8) == Array(text.utf8))
        }
    }

    @Test func fencesAreLongerThanThoseInside() {
        #expect(MarkdownText.fenced(["a"], language: "sh") == ["```sh", "a", "```"])
        #expect(MarkdownText.fenced(["````", "a"], language: "") == ["`````", "````", "a", "`````"])
    }

    @Test(arguments: [
        (1.0, "1.000000"), (0.0, "0.000000"), (0.7, "0.700000"), (0.1234564, "0.123456"),
        (0.1234565, "0.123457"), (0.000001, "0.000001"), (0.9999999, "1.000000"),
    ])
    func similaritiesHaveSixDecimals(_ number: Double, _ text: String) {
        #expect(SixDecimals.text(number) == text)
    }

    @Test(arguments: [
        (1.0, "1.00"), (0.7, "0.70"), (0.999, "0.99"), (0.6999, "0.69"), (0.07, "0.07"), (0.29, "0.29"),
    ])
    func similaritiesForPeopleAreRoundedDown(_ number: Double, _ text: String) {
        #expect(SixDecimals.shortText(number) == text)
    }
}

extension String {
    /// The text with each occurrence of a scalar replaced, whatever combines with it.
    fileprivate func replacingScalars(_ scalar: String, with new: String) -> String {
        unicodeScalars.map { String($0) == scalar ? new : String($0) }.joined()
    }
}
