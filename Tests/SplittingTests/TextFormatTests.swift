import Reading
import Testing

@testable import Splitting

/// Texts of records are read as what they are written in, and files say what that is.
struct TextFormatTests {
    private static let plain = "The deposit is paid back within ten days, less what is owed."
    private static let markdown =
        "The **deposit** is paid back within [ten days](terms.md#days), less _what_ is `owed`."
    private static let html =
        "<p>The <b>deposit</b> is paid back within&nbsp;<a href=\"/terms\">ten days</a>,\n less what is owed.</p>"

    @Test func oneSentenceReadsTheSameInEveryFormat() {
        #expect(TextFormat.plain.withoutMarkup(Self.plain) == Self.plain)
        for text in [Self.plain, Self.markdown, Self.html] {
            #expect(TextFormat.markdown.withoutMarkup(text) == Self.plain)
        }
        for text in [Self.plain, Self.html] { #expect(TextFormat.html.withoutMarkup(text) == Self.plain) }
    }

    @Test(arguments: [
        ("# Title\n\nOne\ntwo\n\n- a\n- b\n", "Title\nOne two\na\nb"),
        ("| a | b |\n|---|---|\n| c | d |", "a\nb\nc\nd"),
        ("```\nlet x = *y*\n```", "let x = *y*"), ("x[^1]\n\n[^1]: note", "x\nnote"), ("1. a", "a"),
        ("a \\* b", "a * b"),
        ("- x", "x"), ("+ x", "x"), ("    x", "x"), ("a\n---", "a"), ("snake_case *a*", "snake_case a"),
    ])
    func markdownIsReadAsAWhole(markdown: String, text: String) {
        #expect(TextFormat.markdown.withoutMarkup(markdown) == text)
    }

    @Test func aTextOfMarkupAloneStands() {
        #expect(TextFormat.markdown.withoutMarkup("![](a.png)") == "![](a.png)")
        #expect(TextFormat.html.withoutMarkup("<img src=a.png>") == "<img src=a.png>")
    }

    @Test(arguments: [
        (TextFormat.markdown, "see [it](a.md) and ![x](b.png)", ["a.md", "b.png"]),
        (.html, "<p>see <a href='a.md'>it</a></p>", ["a.md"]), (.plain, "see [it](a.md)", []),
    ])
    func whatCanBeReachedFromARecordIsKept(format: TextFormat, text: String, addresses: [String]) {
        let section = records(of: "text\n\"\(text)\"\n", .csv, textFormat: format).sections.first
        #expect(section?.targets.map(\.value) == addresses)
    }

    @Test func theSourceOfARecordIsItsTextAsItStands() {
        let result = records(of: "{\"text\": \"**a** b\"}", .jsonLines, textFormat: .markdown)
        #expect(result.sections.map { $0.text(includingCode: true) } == ["a b"])
        #expect(result.sections.map(\.source) == ["**a** b"])
        #expect(result.sections.flatMap(\.blocks).map(\.source) == ["**a** b"])
    }

    // MARK: What a file is taken for

    private func choice(_ texts: [String]) -> TextFormatChoice? {
        records(of: file(texts), .tsv, textFormat: nil).textFormats.first
    }

    private func file(_ texts: [String]) -> String {
        "text\n" + texts.map { "\"\($0.replacing("\"", with: "\"\""))\"\n" }.joined()
    }

    @Test(arguments: [
        "2 * 3 * 4 = 24", "f(*args, **kwargs), g(**a, **b)", "a < b && c > d, vector<int> v;",
        "snake_case and __init__",
        "handlers[key](event)", "see [1] (and [2])", "``quoted'' words", "# a comment\nx = 1", "- one\n- two",
        "____ is it",
        "if (a[i] <b) x = &y;", "/* a */ /**b**/", "List<String> names; Map<A, B>", "int *a, *b;", "AT&T",
        "array[i](x.y)",
    ])
    func plainTextAndCodeArePlain(text: String) {
        #expect(choice([text, text])?.format == .plain)
    }

    @Test(arguments: [
        markdown, "see [docs](https://a.example/)", "参见[文档](a.md)。", "**重点**在此", "a *word* here", "_a word_",
        "the `code` here", "```\nx\n```", "# Title\n\ntext", "![](a.png)",
    ])
    func markdownIsKnownByItsMarks(text: String) {
        #expect(choice([text, "plain"])?.format == .markdown)
    }

    @Test(arguments: [html, "<br>a", "a</li> b", "a&nbsp;b", "<img src=x> a", "<p>a `b` **c** d</p>"])
    func htmlIsKnownByItsTags(text: String) {
        #expect(choice([text, "plain"])?.format == .html)
    }

    @Test func aFileOfAllIsMarkdown() {
        let choice = choice([Self.plain, Self.markdown, Self.html])
        #expect(choice?.format == .markdown)
        #expect(choice?.recordCount == 3 && choice?.markdownCount == 1 && choice?.htmlCount == 1)
    }

    @Test func aStrayMarkMakesNoMarkdown() {
        let plain = Array(repeating: Self.plain, count: 20)
        #expect(choice(plain + [Self.markdown])?.format == .plain)
        #expect(choice(plain.dropLast() + [Self.markdown])?.format == .markdown)
        #expect(choice(plain.dropLast() + [Self.html])?.format == .html)
        #expect(choice(plain.dropLast() + ["the `code` here"])?.format == .plain)
    }

    @Test func htmlThatShowsCodeIsHTML() {
        let marked = "a pre **b** c"
        #expect(choice(Array(repeating: Self.html, count: 9) + [marked])?.format == .html)
        #expect(choice(Array(repeating: Self.html, count: 4) + [marked])?.format == .markdown)
    }

    @Test func emptyTextsAndBrokenRecordsAreNotCounted() {
        let choice = records(
            of: "text,id\n,1\nx\n\(Self.markdown.replacing(",", with: "")),2\n", .csv, textFormat: nil
        ).textFormats.first
        #expect(choice?.recordCount == 1 && choice?.format == .markdown)
        #expect(records(of: "text\n", .csv, textFormat: nil).textFormats.isEmpty)
        #expect(records(of: "", .csv, textFormat: nil).textFormats.isEmpty)
    }

    @Test func whatIsSetIsNotLookedFor() {
        #expect(records(of: file([Self.markdown]), .tsv, textFormat: .html).textFormats.isEmpty)
    }

    @Test(arguments: [DocumentFormat.jsonLines, .json, .csv])
    func theFirstRecordsDecideWhereverPiecesEnd(format: DocumentFormat) {
        // The sample ends in the middle: what comes behind it does not count.
        let count = TextFormatSample.sampledBytes / 100
        let texts = (0..<2 * count).map { $0 < count ? Self.plain : "\(Self.html) \(Self.markdown)" }
        let file =
            switch format {
            case .csv: file(texts)
            case .json: "[\(texts.map(json).joined(separator: ",\n"))]"
            default: texts.map(json).joined(separator: "\n")
            }
        let whole = records(of: file, format, textFormat: nil)
        #expect(whole.textFormats.count == 1)
        for pieceBytes in [1000, 4096, 100_000, TextFormatSample.sampledBytes] {
            let pieces = records(of: file, format, textFormat: nil, pieceBytes: pieceBytes)
            #expect(pieces.textFormats == whole.textFormats)
            #expect(pieces == whole)
        }
    }

    private func json(_ text: String) -> String {
        "{\"text\": \"\(text.replacing("\"", with: "\\\"").replacing("\n", with: "\\n"))\"}"
    }
}
