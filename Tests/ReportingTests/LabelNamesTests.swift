import Outlining
import Reading
import Refrain
import Splitting
import Testing

@testable import Reporting

/// Labels that two documents define differently lead where they led in each.
struct LabelNamesTests {
    private func analysis(_ texts: [String]) -> Analysis {
        let documents = texts.enumerated().map { index, text in
            Document(path: "\(index).md", format: .markdown, text: text)
        }
        return Pipeline().analysis(of: ReadResult(documents: documents, skipped: []))
    }

    /// The points of `second` behind a document in which the labels "1", "x" and "^1" mean something else.
    private func points(_ second: String, definitions: String = "[1]: /b\n[x]: /bx") -> [String] {
        let first = "# A\n\n[one][1][x][^1]\n\n[1]: /a\n[x]: /ax\n\n[^1]: A.\n"
        let analysis = analysis([first, "# B\n\n\(second)\n\n\(definitions)\n"])
        let names = LabelNames(analysis)
        return outline(analysis).topics[1].points.map { names.text(of: $0) }
    }

    private func outline(_ texts: String...) -> String {
        let analysis = analysis(texts)
        return OutlineFormat.markdown.report(on: outline(analysis), of: analysis)
    }

    /// A topic for each section, however alike they are.
    private func outline(_ analysis: Analysis) -> Outline {
        Outliner().outline(of: analysis.sections, clusters: [])
    }

    @Test(arguments: [("ẞ", "SS"), ("Straße", "STRASSE"), ("a\u{A0}b", "A  B")])
    func labelsThatCommonMarkFoldsAreOne(_ first: String, _ second: String) {
        #expect(MarkdownLabel.normalized(first) == MarkdownLabel.normalized(second))
    }

    @Test func everyDocumentsLinkLeadsWhereItLed() {
        let outline = outline(
            "# A\n\n[one][1]\n\n[1]: http://a.example\n", "# B\n\n[two][1]\n\n[1]: http://b.example\n",
            "# C\n\n[three][1]\n\n[1]: http://c.example\n")
        #expect(outline.contains("[one][1]\n\n[1]: http://a.example\n"))
        #expect(outline.contains("[two][1-2]\n\n[1-2]: http://b.example\n"))
        #expect(outline.contains("[three][1-3]\n\n[1-3]: http://c.example\n"))
        #expect(!outline.contains("```"))
    }

    @Test(arguments: [
        ("[two][1]", "[two][1-2]"), ("[1][]", "[1][1-2]"), ("[1]", "[1][1-2]"),
        ("see [1], [X].", "see [1][1-2], [X][x-2]."),
        ("![two][1]", "![two][1-2]"), ("![1][]", "![1][1-2]"), ("![1]", "![1][1-2]"),
        ("[![x]][1]", "[![x][x-2]][1-2]"), ("[two\nlines][ 1\n]", "[two\nlines][1-2]"),
        ("*[1]* <b title=\"[1]\">[1]</b>", "*[1][1-2]* <b title=\"[1]\">[1][1-2]</b>"),
        ("a < [1] `b", "a < [1][1-2] `b"), ("\\\\[1]", "\\\\[1][1-2]"), ("> quoted [1]", "> quoted [1][1-2]"),
        ("| a |\n| - |\n| [1] |", "| a |\n| - |\n| [1][1-2] |"),
        ("words\n[1]: words", "words\n[1][1-2]: words"),
        ("[outer [1] text][x]", "[outer [1][1-2] text][x][x-2]"),
    ])
    func referencesAreRenamed(_ text: String, _ renamed: String) {
        #expect(points(text).first == renamed)
    }

    @Test(arguments: [
        "[1](url)", "[1](<url> 'title')", "![1](url)", "\\[1]", "[1\\]", "`[1]`", "``a ` [1]``",
        "```\n[1]\n```",
        "    [1]", "<div>\n[1]\n</div>", "<http://a.example/[1]>", "[two][3]", "[1 2]", "array[i]", "[^1]",
        "<!-- [1] -->", "[a](b \"[1]\")",
    ])
    func everythingElseIsLeftAsItIs(_ text: String) {
        #expect(points(text).first == text)
    }

    @Test func boxesOfTasksAreNoReferences() {
        #expect(
            points("- [x] done [x]\n- [ ] open\n  - [x] inner\n- [x], no box").prefix(3)
                == ["[x] done [x][x-2]", "[ ] open\n- [x] inner", "[x][x-2], no box"])
    }

    @Test func codeInsideAnItemIsLeftAsItIs() {
        #expect(
            points("- a [1]\n\n  ```\n  [1]\n  ```\n\n      [1]\n\n  b [1]")[0]
                == "a [1][1-2]\n\n```\n[1]\n```\n\n    [1]\n\nb [1][1-2]")
    }

    @Test func footnotesAreRenamedWithTheirMarks() {
        #expect(
            points("Text[^1] and [^2].", definitions: "[^1]: B. See [x].\n\n[^2]: Other.\n\n[x]: /bx")
                == ["Text[^1-2] and [^2].", "[^1-2]: B. See [x][x-2].", "[^2]: Other.", "[x-2]: /bx"])
    }

    @Test func titlesOfDefinitionsAreLeftAsTheyAre() {
        #expect(
            points("a", definitions: "[1]: /b 'see [1]'\n[x]:\n  /bx\n  \"[1]\"\n[y]: /y")[1]
                == "[1-2]: /b 'see [1]'\n[x-2]:\n  /bx\n  \"[1]\"\n[y]: /y")
    }

    @Test func labelsAreComparedWithoutCaseAndWhiteSpace() {
        let outline = outline(
            "# A\n\n[Blue  Straße]\n\n[blue straße]: /a\n",
            "# B\n\n[two][BLUE STRASSE]\n\n[Blue  Strasse]: /b\n")
        #expect(outline.contains("[two][Blue Strasse-2]\n\n[Blue Strasse-2]: /b\n"))
        #expect(outline.contains("[Blue  Straße]\n\n[blue straße]: /a\n"))
    }

    @Test func newNamesAreUsedNowhere() {
        let outline = outline("# A\n\n[1] and [1-2]\n\n[1]: /a\n", "# B\n\n[1]\n\n[1]: /b\n")
        #expect(outline.contains("[1][1-3]\n\n[1-3]: /b\n"))
    }

    @Test func equalDefinitionsKeepOneName() {
        let outline = outline(
            "# A\n\n[1] a\n\n[1]: /a\n", "# B\n\n[1] b\n\n[1]: /b\n", "# C\n\n[1] c\n\n[1]:  /b\n",
            "# D\n\n[1] d\n\n[1]: /a\n")
        #expect(outline.contains("[1] a\n") && outline.contains("[1] d\n"))
        #expect(outline.contains("[1][1-2] b\n") && outline.contains("[1][1-2] c\n"))
    }

    @Test func headingsAreRenamedToo() {
        let outline = outline("# A\n\n[1]: /a\n", "# See [this][1]\n\nb\n\n# C\n\n[1]: /b\n")
        #expect(outline.contains("## See [this][1-2]\n"))
        #expect(outline.contains("[1-2]: /b\n"))
    }

    @Test func jsonIsVerbatim() {
        let analysis = analysis(["# A\n\n[1]\n\n[1]: /a\n", "# B\n\n[1]\n\n[1]: /b\n"])
        #expect(!OutlineFormat.json.report(on: outline(analysis), of: analysis).contains("1-2"))
    }

    @Test func manyDefinitionsAndBracketsAreReadInOnePass() {
        let notes = (0..<3_000).map { "[^\($0)]: note" }.joined(separator: "\n")
        let brackets = String(repeating: "[", count: 20_000) + String(repeating: "[1]", count: 5_000)
        #expect(points(brackets, definitions: "[1]: /b\n\n" + notes)[0].hasSuffix("[1][1-2]"))
        let tags = String(repeating: "<a", count: 20_000) + " [1]"
        #expect(points(tags)[0].hasSuffix("[1][1-2]"))
    }

    @Test(arguments: ["[\n^1]: x", "[^1\n]: x", "[ ^1 ]: x\n\n[ ^1 ]", "[^1\n]: x\n\na [^1\n] b"])
    func whiteSpaceInsideAFootnotesLabelKeepsItFromBeingOne(text: String) {
        #expect(points(text).contains { $0.hasSuffix("]: x") })
    }
}
