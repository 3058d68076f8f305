import Reading
import Refrain
import TestSupport
import Testing

@testable import Reporting

/// The page says what it is given and nothing more: no text of an input becomes mark-up.
struct OutlineHTMLTests {
    private func page(_ texts: [String]) -> String {
        let documents = texts.enumerated().map {
            Document(path: "<\($0.offset)>&\".md", format: .markdown, text: $0.element)
        }
        let analysis = Pipeline().analysis(of: ReadResult(documents: documents, skipped: []))
        return OutlineFormat.html.report(on: analysis.outline, of: analysis)
    }

    /// The names of all tags of a page, without attributes; what is no tag of ours would be a name of its own.
    private func tags(_ page: String) -> Set<String> {
        Set(
            page.split(separator: "<").dropFirst().map { part in
                String(part.prefix { $0 != ">" && $0 != " " && $0 != "\n" }.drop { $0 == "/" })
            })
    }

    private static let own: Set<String> = [
        "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "h4", "p", "ol", "ul",
        "li", "a", "nav", "main", "article", "span", "div", "pre", "mark", "strong",
    ]

    @Test func hostileTextStaysText() {
        var generator = SeededGenerator(seed: 23)
        let parts = [
            "<script>alert(1)</script>", "</pre>", "]]>", "<!--", "-->", "\"'", "&lt;", "&#0;",
            "<img src=x onerror=y>",
            "javascript:", "\u{202E}", "\u{7}", "`<b>`", "# <h>", "- <li>", "24 hours", "12 hours", "\n\n",
            " word ",
            "[a](javascript:b)", "</style>", "</article>",
        ]
        for _ in 0..<80 {
            let texts = (0..<2).map { _ in
                (0..<3).map { _ in
                    "# <T>&\n\n"
                        + (0..<8).map { _ in parts.randomElement(using: &generator) ?? "" }.joined(
                            separator: " ") + "\n\n"
                }.joined()
            }
            let page = page(texts)
            #expect(tags(page).subtracting(Self.own) == [])
            #expect(!page.contains("\u{7}") && !page.contains("http:") && !page.contains("url("))
        }
    }

    @Test func sourcesStandBehindTheWordsAndHeadingsHaveNoSigns() {
        let text = { (heading: String) in
            "## \(heading)\n\nThe copies of the harbour are kept for a day and then sealed in the vault.\n"
        }
        let page = page([text("3. Backups"), text("3. Copies")])
        #expect(page.contains("in the vault. <span class=\"ref\">A B</span></div>"))
        #expect(page.contains("Other headings: “3. <mark>Copies</mark>”"))
    }

    @Test func frontMatterStandsAtTheEndAndNoLinkLeadsNowhere() {
        let text = "---\ntitle: Copies of the harbour and the vault\n---\n"
        let page = page([text, text, text + "\n# Backups\n\nThe copies are sealed in the vault.\n"])
        #expect(page.contains("1 section in 1 topic; the front matter of 3 documents stands at the end."))
        let ids = Set(page.matches(of: /id="([^"]*)"/).map { String($0.1) })
        #expect(page.matches(of: /href="#([^"]*)"/).allSatisfy { ids.contains(String($0.1)) })
        #expect(page.contains("<h2>Front matter</h2>"))
        #expect(page.ranges(of: "title: Copies of the harbour").count <= 3)
    }

    @Test func contradictionsStandFirstAndAreMarked() {
        let text = { (time: String) in
            "# Backups\n\nThe copies of the harbour are kept for \(time) and then sealed in the vault.\n"
        }
        let page = page([text("24 hours"), text("12 hours")])
        #expect(
            page.contains(
                "<li>24 hours / 12 hours <span class=\"ref\">A</span> <span class=\"ref\">B</span></li>"))
        #expect(page.contains("kept for <mark>12 hours</mark> and"))
    }
}
