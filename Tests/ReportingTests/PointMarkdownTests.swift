import Outlining
import Splitting
import Testing

@testable import Reporting

/// A point of the outline as Markdown.
struct PointMarkdownTests {
    private func markdown(
        _ kind: Block.Kind, _ text: String, reference: String = " `[A]`", marker: String = "-",
        redefinesLabel: Bool = false
    ) -> String {
        let source = PointSource(section: 0, startLine: 1, endLine: 1)
        return PointMarkdown(
            point: Point(kind: kind, text: text, sources: [source]), reference: reference, marker: marker,
            redefinesLabel: redefinesLabel
        ).lines.joined(separator: "\n")
    }

    @Test func paragraphsKeepTheirLinesAndEndInTheReference() {
        #expect(markdown(.paragraph, "one\ntwo") == "one\ntwo `[A]`")
    }

    @Test func itemsCarryTheReferenceBeforeWhatIsNested() {
        let item = markdown(.listItem(isNumbered: false), "one\ntwo\n- inner\n\n  more")
        #expect(item == "- one\n  two `[A]`\n  - inner\n\n    more")
    }

    @Test func boldWordsAtTheStartOfALineAreNoNestedItem() {
        let item = markdown(.listItem(isNumbered: false), "one\n**two** three\n24 hours")
        #expect(item == "- one\n  **two** three\n  24 hours `[A]`")
    }

    @Test func numberedItemsAreIndentedByTheirMarker() {
        let item = markdown(.listItem(isNumbered: true), "one\n\n```sh\nls\n```", marker: "10.")
        #expect(item == "10. one `[A]`\n\n    ```sh\n    ls\n    ```")
    }

    @Test func itemThatBeginsWithCodeCarriesTheReferenceBelow() {
        let item = markdown(.listItem(isNumbered: false), "```sh\nls\n```")
        #expect(item == "- ```sh\n  ls\n  ```\n\n  `[A]`")
    }

    @Test func emptyItemIsItsMarker() {
        #expect(markdown(.listItem(isNumbered: false), "", reference: "") == "-")
    }

    @Test func codeCarriesTheReferenceBelow() {
        #expect(markdown(.code, "```sh\nls\n```") == "```sh\nls\n```\n\n`[A]`")
    }

    @Test(arguments: ["```yaml\na: b", "```yaml\n~~~", "````\n```", "```", "   ```\na"])
    func fenceThatNothingClosesIsClosed(_ text: String) {
        let fence = text.drop { $0 == " " }.prefix { $0 == "`" }
        #expect(markdown(.code, text, reference: "") == text + "\n" + fence)
    }

    @Test(arguments: ["```\na\n```", "~~~\na\n~~~~  ", "    indented"])
    func codeThatEndsIsLeftAsItIs(_ text: String) {
        #expect(markdown(.code, text, reference: "") == text)
    }

    @Test(arguments: [
        ("## Title", "### Title"), ("## Title ##", "### Title"), ("#   C# and F#", "### C# and F#"),
        ("Title\n---", "### Title"), ("Two\nlines\n===", "### Two lines"), ("##", "###"), ("## #", "###"),
    ])
    func subheadingsStandBelowTheTopics(_ text: String, _ heading: String) {
        #expect(markdown(.heading(level: 2), text, reference: "") == heading)
    }

    @Test func definitionsStayInForce() {
        #expect(markdown(.definition, "[a]: b") == "[a]: b\n\n<!-- [A] -->")
    }

    @Test func definitionsWithoutEffectAreShown() {
        #expect(
            markdown(.definition, "[a]: b", reference: "", redefinesLabel: true)
                == "```markdown\n[a]: b\n```")
    }

    @Test func commentThatNothingClosesIsShownAsCode() {
        #expect(markdown(.html, "<!-- a\n\nb", reference: "") == "```html\n<!-- a\n\nb\n```")
        #expect(markdown(.html, "<!-- a -->", reference: "") == "<!-- a -->")
        #expect(markdown(.html, "<div>\na", reference: "") == "<div>\na")
    }

    @Test func frontMatterIsCodeInItsLanguage() {
        #expect(markdown(.frontMatter, "---\na: b\n---", reference: "") == "```yaml\n---\na: b\n---\n```")
        #expect(markdown(.frontMatter, "+++\na = 1\n+++", reference: "").hasPrefix("```toml\n"))
    }
}

/// Which definitions change what a label means.
struct DefinedLabelsTests {
    /// Of each text in turn whether it gives a label another meaning than those before it.
    private func redefinitions(_ texts: String...) -> [Bool] {
        var labels = DefinedLabels()
        return texts.map { labels.redefines($0) }
    }

    @Test func sameLabelWithTheSameTextChangesNothing() {
        #expect(redefinitions("[a]: x", "[A]: x") == [false, false])
    }

    @Test func sameLabelWithAnotherTextIsARedefinition() {
        #expect(redefinitions("[Blue  Cabinet]: x\n  'title'", "[blue cabinet]: x") == [false, true])
    }

    @Test func redefinitionGivesItsOtherLabelsNoMeaning() {
        #expect(redefinitions("[a]: x", "[b]: y\n[a]: z", "[b]: w") == [false, true, false])
    }

    @Test func footnotesHaveLabelsOfTheirOwn() {
        #expect(redefinitions("[^1]: One.", "[1]: x", "[^1]: Another.") == [false, false, true])
    }
}
