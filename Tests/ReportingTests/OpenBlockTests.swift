import Testing

@testable import Reporting

/// What a block leaves open ends with it, so that nothing behind it becomes a part of it.
struct OpenBlockTests {
    @Test(arguments: [
        ("<p>\n", nil), ("<!-- a", "-->"), ("<!-- a -->", nil), ("<!-- a --> <!-- b", "-->"),
        ("<SCRIPT>\nif (a < b) x();", "</script>"), ("<script>x()</Script>", nil), ("<? php", "?>"),
        ("<![CDATA[ x ]]>", nil), ("<![CDATA[ x ]", "]]>"), ("<style>\n<!-- a", "</style>"),
        ("<!-- a <pre>", "-->"), ("<textarea>\u{301}", "</textarea>"), ("a < b", nil), ("", nil),
    ])
    func whatIsOpenedFirstAndNotClosedIsClosed(_ text: String, _ closing: String?) {
        #expect(OpenBlock.closingTag(of: text[...]) == closing)
    }

    @Test(arguments: [
        ("```\nx", "```"), ("```\nx\n```", nil), ("~~~~ a\nx\n~~~", "~~~~"), ("    x", nil), ("```", "```"),
    ])
    func aFenceWithoutEndIsEnded(_ text: String, _ closing: String?) {
        #expect(OpenBlock.closingFence(of: text[...]) == closing)
    }
}
