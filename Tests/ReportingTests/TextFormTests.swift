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
