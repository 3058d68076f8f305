import Splitting
import Testing

/// What a reader sees of Markdown.
struct PlainTextTests {
    @Test(arguments: [
        ("*em* **strong** `co  de` ***both***", "em strong co  de both"),
        ("[link **text**](/u \"title\") <https://a.b> https://c.d", "link text https://a.b https://c.d"),
        ("![alt *text*](/u) x", "alt text x"), ("[![alt](/i)](/u)", "alt"),
        ("~~gone~~ stays, ~one~ too, `~~code~~`", "gone stays, ~one~ too, ~~code~~"),
        ("&amp; &lt;b&gt; \\*not em\\* &#20320;", "& <b> *not em* 你"),
        ("a <b>c</b> <!-- gone --> d", "a c d"), ("x[^1]\n\n[^1]: y", "x"), ("[^none] x", "[^none] x"),
    ])
    func markUpGivesWayToItsText(text: String, expected: String) {
        #expect(blocks(of: text).first?.text == expected)
    }

    @Test(arguments: [
        ("one\ntwo", "one two"), ("one  \ntwo", "one two"), ("one\\\ntwo", "one two"),
        ("中文\n换行", "中文换行"), ("中文，\n换行", "中文，换行"), ("かな\nカナ", "かなカナ"), ("中文\nword", "中文 word"),
        ("word\n中文", "word 中文"), ("한국어\n문장", "한국어 문장"), ("他说\n“好”\n了", "他说“好”了"),
        ("said\n“yes”", "said “yes”"), ("中文**粗**\n*斜*", "中文粗斜"),
    ])
    func aLineBreakIsASpaceUnlessBetweenCJKCharacters(text: String, expected: String) {
        #expect(blocks(of: text).map(\.text) == [expected])
    }

    @Test(arguments: ["one<br>two", "one<br/>two", "one<BR />two"])
    func aBreakTagIsALineBreak(text: String) {
        #expect(blocks(of: text).map(\.text) == ["one two"])
    }

    @Test func aTablesCellsStandOneALine() {
        #expect(blocks(of: "| a | b\\|c |\n|---|---|\n| *1* | |").map(\.text) == ["a\nb|c\n1"])
    }

    @Test func codeStandsAsItIs() {
        #expect(blocks(of: "```swift\nlet a = *b*\n\n  c\n```").map(\.text) == ["let a = *b*\n\n  c"])
    }

    @Test(arguments: [
        ("<div class=\"a\">\n  <b>one</b>\n  two\n</div>", "one two"), ("<!-- gone\n> -->", ""),
        ("<div>a < b, b > c</div>", "a < b, b > c"), ("<div>a <b", "a <b"), ("<div>a <!-- b", "a <!-- b"),
        ("<div>a</><p>b", "a b"),
    ])
    func htmlTagsAndCommentsGiveWay(text: String, expected: String) {
        #expect(blocks(of: text).first?.text == expected)
    }

    @Test func aCommentSaysNothing() {
        #expect(blocks(of: "<!-- a -->").map(\.isContent) == [false])
    }
}
