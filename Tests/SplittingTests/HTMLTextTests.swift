import Testing

@testable import Splitting

/// The text of HTML is what its reader sees.
struct HTMLTextTests {
    @Test(arguments: [
        ("<p>One</p><p>Two</p>", "One\nTwo"), ("<h2>Title</h2>\n<ul><li>a<li>b</ul>c", "Title\na\nb\nc"),
        ("one<br>two<br/>three", "one\ntwo\nthree"), ("<table><tr><td>a<td>b</table>", "a\nb"),
        ("<P CLASS='x'>One</P>two", "One\ntwo"), ("<div\n  id=a\n>One</div\n>", "One"),
    ])
    func blocksEndLines(html: String, text: String) {
        #expect(HTMLText.lines(of: html) == text)
    }

    @Test(arguments: [
        ("a <b>bold</b>, word", "a bold, word"), ("h<sub>2</sub>o", "h2o"),
        ("<a href='x>y'>link</a>s", "links"),
        ("<span title=\"a > b\">x</span>y", "xy"), ("中<em>文</em>字", "中文字"), ("a<!-- no > text -->b", "ab"),
        ("one<Note>two", "one two"),
    ])
    func tagsInsideALineLeaveNothingBehind(html: String, text: String) {
        #expect(HTMLText.lines(of: html) == text)
    }

    @Test(arguments: [
        ("a&nbsp;&nbsp;b", "a b"), ("&lt;p&gt; &amp; &quot;x&quot;", "<p> & \"x\""),
        ("&copy;&eacute;&rarr;", "©é→"),
        ("&#8217;&#x2019;&#X2019;", "’’’"), ("&#0;&#xD800;&#x110000;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
        ("&CounterClockwiseContourIntegral;", "∳"), ("&amp;nbsp;", "&nbsp;"), ("&#160;x&#xa0;y", "x y"),
    ])
    func referencesBecomeCharacters(html: String, text: String) {
        #expect(HTMLText.lines(of: html) == text)
    }

    @Test(arguments: [
        "a < b and c > d", "AT&T & co", "&unknown; &; &#; &#x; &#12", "1 <2> 3", "x <", "a <b", "a <!-- b",
        "&nbsp",
        "<", "&", "e\u{301}<\u{301}", "a\u{3000}b",
    ])
    func whatIsNoHTMLStays(text: String) {
        #expect(HTMLText.lines(of: text) == text)
    }

    @Test(arguments: [
        ("a<script>if (a < b) { alert('</p>') }</script>b", "a\nb"), ("<STYLE>p > a {}</Style >b", "b"),
        ("<script src=x></script>b", "b"), ("<script>never ends", "never ends"),
    ])
    func scriptsAndStylesAreNoText(html: String, text: String) {
        #expect(HTMLText.lines(of: html) == text)
    }

    @Test func aQuoteThatNothingEndsHidesNoMoreThanItsTag() {
        #expect(HTMLText.lines(of: "<a title=\"x>one</a> <b>two</b>") == "one two")
    }

    @Test(arguments: [
        "<b>", "<p", "<p a=\"", "</b>", "<div><p>", "<!--", "<!-- -", "<script>", "<style ", "&amp", "&#1",
        "&x", "<",
        "<a b='", "<a =\"x", "--",
    ])
    func noRepetitionTakesLong(of mark: String) {
        let text = String(repeating: mark, count: 30_000) + "end"
        #expect(HTMLText.lines(of: text).hasSuffix("end"))
    }
}
