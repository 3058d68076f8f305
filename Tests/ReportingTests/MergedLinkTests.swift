import Outlining
import Reading
import Refrain
import Splitting
import Testing

@testable import Reporting

/// Links in the consolidated document lead where they led.
struct MergedLinkTests {
    private func analysis(_ texts: [(path: String, text: String)]) -> Analysis {
        Pipeline().analysis(
            of: ReadResult(
                documents: texts.map { Document(path: $0.path, format: .markdown, text: $0.text) },
                skipped: []))
    }

    private func merged(
        _ texts: [(path: String, text: String)], at path: String = "out/book.md"
    ) -> MergedDocument {
        let analysis = analysis(texts)
        return MergedDocument(
            analysis.outline, of: analysis, display: OutlineDisplay(),
            at: MergedPlace(path: path, workingFolder: "/home/writer"))
    }

    /// The documents behind each other, however alike their sections are.
    private func unmerged(_ analysis: Analysis, at path: String = "book.md") -> String {
        MergedDocument(
            Outliner().outline(of: analysis.sections, clusters: []), of: analysis, display: OutlineDisplay(),
            at: MergedPlace(path: path)
        ).text
    }

    /// What becomes of `text` under the heading of a document in `docs`, where `docs/b.md` is read, too.
    private func rewritten(_ text: String, at path: String = "out/book.md") -> String {
        let document = merged(
            [
                ("docs/a.md", "# A\n\n\(text)\n"),
                ("docs/sub/b.md", "# B\n\nCats sleep.\n\n## Deep\n\nDogs bark at night.\n"),
            ], at: path)
        return document.text.lines.dropFirst(2).prefix(text.lines.count).joined(separator: "\n")
    }

    @Test(arguments: [
        ("[x](img.png)", "[x](../docs/img.png)"), ("![x](../up.png)", "![x](../up.png)"),
        ("![x](./i/1.png \"t\")", "![x](../docs/i/1.png \"t\")"),
        ("[x](<my i.png>)", "[x](<../docs/my%20i.png>)"),
        ("[x](my%20i.png?v=1&b=2#f)", "[x](../docs/my%20i.png?v=1&amp;b=2#f)"),
        ("[x](i/)", "[x](../docs/i/)"),
        ("[x](a\\(1\\).png)", "[x](../docs/a%281%29.png)"),
        ("[![i](i.png)](j.png)", "[![i](../docs/i.png)](../docs/j.png)"),
        ("<img src=\"i.png\">", "<img src=\"../docs/i.png\">"),
        ("see <a HREF='i.png'>", "see <a HREF='../docs/i.png'>"),
        ("<div>\n<img alt=x src=i.png>\n</div>", "<div>\n<img alt=x src=../docs/i.png>\n</div>"),
        (
            "<img srcset=\"i.png 1x, data:image/png;base64,AA 2x,j.png 3x\">",
            "<img srcset=\"../docs/i.png 1x, data:image/png;base64,AA 2x,../docs/j.png 3x\">"
        ),
        (
            "[x]: i.png\n[y]: <j.png>\n  'see [z](k.png)'",
            "[x]: ../docs/i.png\n[y]: <../docs/j.png>\n  'see [z](k.png)'"
        ),
        ("| a |\n| - |\n| [x](i.png) |", "| a |\n| - |\n| [x](../docs/i.png) |"),
        ("> [x](i.png)", "> [x](../docs/i.png)"),
        ("- a\n\n  [x](i.png)", "- a\n\n  [x](../docs/i.png)"), ("[x](日本.png)", "[x](../docs/日本.png)"),
        ("[x](%FF.png)", "[x](../docs/%FF.png)"), ("[x](a:b/../i.png)", "[x](a:b/../i.png)"),
        ("[x](./a:b)", "[x](../docs/a:b)"),
        ("Note[^1].\n\n[^1]: See [x](i.png).", "Note[^1].\n\n[^1]: See [x](../docs/i.png)."),
    ])
    func relativeLinksStartInTheFolderOfTheResult(_ text: String, _ new: String) {
        #expect(rewritten(text) == new)
    }

    @Test(arguments: [
        "[x](https://a.example/b.md)", "[x](//a.example/b)", "[x](/root.md)", "[x](mailto:a@b.example)",
        "<https://a.example/i.png>",
        "`[x](i.png)`", "```\n[x](i.png)\n```", "    [x](i.png)", "<!-- <img src=\"i.png\"> -->",
        "\\[x](i.png)", "[x] (i.png)",
        "[x]({{ base }}/i.png)", "<img src={i.png}>", "<script>\nlet a = '<img src=\"i.png\">'\n</script>",
        "[x](#nowhere)",
        "[a [b](https://b.example) c](i.png)", "[x](i png)", "<b title=\"[x](i.png)\">b</b>",
    ])
    func whatLeadsElsewhereOrNowhereStays(_ text: String) {
        #expect(rewritten(text) == text)
    }

    @Test(arguments: [
        "[x](img.png)", "![x](<../my img.png>)", "<img src=\"i.png\">", "[x]: ./i.png", "[x](a\\_b.png)",
    ])
    func linksToFilesStayAsTheyAreInTheFolderOfTheirDocument(_ text: String) {
        #expect(rewritten(text, at: "docs/book.md") == text)
    }

    @Test func theWayToAFolderElsewhereIsFound() {
        #expect(rewritten("[x](i.png)", at: "/tmp/book.md") == "[x](../home/writer/docs/i.png)")
        #expect(rewritten("[x](i.png)", at: "../book.md") == "[x](writer/docs/i.png)")
        #expect(rewritten("[x](i.png)", at: "-") == "[x](docs/i.png)")
        #expect(rewritten("[x](../out/)") == "[x](./)")
    }

    @Test(arguments: [
        ("[x](sub/b.md)", "[x](#b)"), ("[x](sub/b.md#deep)", "[x](#deep)"),
        ("[x](./sub/../sub/b.md#Deep)", "[x](#deep)"),
        ("[x](sub/b)", "[x](#b)"), ("[x](a.md)", "[x](#a)"), ("[x](a.md#a)", "[x](#a)"),
        ("[x](#a)", "[x](#a)"),
        ("<a href=\"sub/b.md#deep\">x</a>", "<a href=\"#deep\">x</a>"), ("[x]: sub/b.md#deep", "[x]: #deep"),
        ("[x](sub%2Fb.md)", "[x](#b)"), ("[x](sub/b.md?raw=1)", "[x](../docs/sub/b.md?raw=1)"),
        ("[x](sub/B.md)", "[x](../docs/sub/B.md)"),
        ("[x](../out/book.md#deep)", "[x](#deep)"), ("[x](../out/book.md)", "[x](#a)"),
    ])
    func linksBetweenDocumentsLeadInsideTheText(_ text: String, _ new: String) {
        #expect(rewritten(text) == new)
    }

    @Test func aFolderIsItsPage() {
        let text = merged([
            ("a.md", "# A\n\n[x](g/) [y](g) [z](g#sub)\n"),
            ("g/README.md", "# G\n\nCats.\n\n## Sub\n\nDogs.\n"),
        ]).text
        #expect(text.begins(with: "# A\n\n[x](#g) [y](#g) [z](#sub)\n"))
    }

    @Test func documentsTitledAlikeKeepTheirOwnPlaces() {
        let page = { (word: String) in
            "# Guide\n\n[over](#overview) [top](#) [self](#guide)\n\n## Overview\n\n\(word)\n"
        }
        let text = unmerged(
            analysis([("a.md", page("Cats sleep all day.")), ("b.md", page("The ferry leaves at noon."))]))
        #expect(
            text
                == "# Guide\n\n[over](#overview) [top](#) [self](#guide)\n\n## Overview\n\nCats sleep all day.\n\n"
                + "# Guide\n\n[over](#overview-1) [top](#guide-1) [self](#guide-1)\n\n## Overview\n\n"
                + "The ferry leaves at noon.\n")
    }

    @Test func aLinkToACopyLeadsToWhatItBecame() {
        let say = "The ferry leaves at noon from the long pier, and nobody may board before the bell."
        let texts = [
            ("a.md", "# Ferry\n\n\(say)\n"),
            ("b.md", "# Boats\n\nSee [it](#the-ferry), [there](a.md#ferry).\n\n## The ferry\n\n\(say)\n"),
        ]
        let document = merged(texts)
        #expect(document.text == "# Ferry\n\n\(say)\n\n# Boats\n\nSee [it](#ferry), [there](#ferry).\n")
        let headings = HeadingIndex(analysis(texts))
        #expect(headings.headings.map(document.anchor) == ["ferry", "boats", "ferry"])
    }

    @Test func subheadingsInsideSectionsAreFound() throws {
        var typed = TypedSettings()
        typed[.splitLevel] = TypedSetting(["1"], origin: .commandLine)
        let page = { (word: String) in
            "# \(word)\n\n\(word) sleep.\n\n## More\n\nSee [more](#more).\n\n> ### Deep\n"
        }
        let documents = ["Cats", "Ferries"].map {
            Document(
                path: "\($0).md", format: .markdown,
                text: page($0) + "\n[d](Cats.md#deep) [e](Ferries.md#deep)\n")
        }
        let settings = try Settings(typed)
        let analysis = Pipeline(settings: settings).analysis(
            of: ReadResult(documents: documents, skipped: []))
        let text = unmerged(analysis)
        #expect(
            text.components("See [more](#more).").count == 2
                && text.components("See [more](#more-1).").count == 2)
        #expect(text.components("[d](#deep) [e](#deep-1)").count == 3)
    }

    @Test func namedAnchorsAreKeptWhereOnlyOneDocumentHasThem() {
        let document = merged([
            (
                "a.md",
                "# A\n\n[x](b.md#mark) [y](b.md#own) [z](#both) [w](b.md#both)\n\n<a id=\"both\"></a>\n"
            ),
            ("b.md", "# B {#own}\n\n<a name=\"mark\"></a>Cats.\n\n<a id=\"both\"></a>\n"),
        ])
        #expect(document.text.begins(with: "# A\n\n[x](#mark) [y](#own) [z](#both) [w](#own)\n"))
        #expect(document.lostLinks().map(\.address) == ["b.md#both"])
    }

    /// Front matter says the same in many documents, and stands once.
    @Test func aLinkToADocumentLeadsToItsTitleWhereItsFrontMatterWentElsewhere() {
        let front = "---\noutline: deep\n---\n\n"
        let document = merged([
            ("a.md", front + "# Alpha\n\nThe first letter. See [c](c.md) and [top](#).\n"),
            ("b.md", front + "# Beta\n\nA stage of programs before all have them.\n"),
            ("c.md", front + "# Gamma\n\nRays of the shortest wavelengths there are.\n"),
        ])
        #expect(document.text.contains("See [c](#gamma) and [top](#)."))
    }

    /// A site gives `docs/start.md` the address `docs/start/`.
    @Test(arguments: [
        ("../b/", "[x](#b)"), ("../b/#deep", "[x](#deep)"), ("../b", "[x](#b)"),
        ("../b/i.png", "[x](../b/i.png)"), ("b/", "[x](#b)"),
    ])
    func addressesOfASiteAreThoseOfItsPages(_ address: String, _ link: String) {
        let document = merged([
            ("docs/a.md", "# A\n\n[x](\(address))\n"),
            ("docs/b.md", "# B\n\nCats sleep.\n\n## Deep\n\nDogs bark at night.\n"),
        ])
        #expect(document.text.begins(with: "# A\n\n\(link)\n"))
    }

    @Test func aNameThatTwoHeadingsGiveThemselvesIsKeptByTheFirst() {
        let texts = [
            ("a.md", "# A\n\nCats.\n\n## Usage {#usage}\n\nUse it to begin.\n"),
            (
                "b.md",
                "# B\n\nSee [it](#usage).\n\n## Usage {: #usage .wide}\n\nRead what is not ready yet.\n"
            ),
        ]
        let text = unmerged(analysis(texts))
        #expect(text.contains("## Usage {#usage}\n") && text.contains("## Usage {: #usage-1 .wide}\n"))
        #expect(text.contains("See [it](#usage-1)."))
    }

    @Test func headingsOfOneNameThatLeadElsewhereAreKept() {
        let body =
            "Every member follows the rules before posting, and a moderator reads what was reported within a day."
        let document = merged([
            ("docs/a.md", "# [Rules](https://a.example/)\n\n\(body)\n"),
            ("docs/b.md", "# [Rules](b.html)\n\n\(body)\n"),
            ("docs/c.md", "# [Rules](https://a.example/)\n\n\(body)\n"),
        ])
        #expect(
            document.text
                == "# [Rules](https://a.example/)\n\n[Rules](../docs/b.html)\n\n\(body)\n")
    }

    @Test func anAnchorThatCannotBeKeptIsSaid() {
        let texts = [
            ("a.md", "# A\n\nCats.\n\n[x](b.md#gone)\n[y](#b) [z](#nowhere)\n"),
            ("b.md", "# B\n\nDogs bark.\n"),
        ]
        let document = merged(texts)
        #expect(document.text.begins(with: "# A\n\nCats.\n\n[x](#b)\n[y](#a) [z](#nowhere)\n"))
        #expect(
            document.lostLinks() == [
                LostLink(section: 0, line: 5, address: "b.md#gone"),
                LostLink(section: 0, line: 6, address: "#b"),
            ])
        let messages = LostLink.messages(on: document.lostLinks(), of: analysis(texts), list: "m.json")
        #expect(messages[0].begins(with: "a.md:5: the anchor of “b.md#gone” can't be kept"))
    }

    @Test func theSameWordsThatLeadElsewhereAreKept() {
        let say = "The ferry leaves at noon from the long pier, and nobody may board before the bell."
        let text = merged([
            ("a/a.md", "# Ferry\n\n\(say)\n\n![map](map.png)\n\n[out](/map)\n"),
            ("b/b.md", "# Ferry\n\n\(say)\n\n![map](map.png)\n\n[out](/map)\n"),
        ]).text
        #expect(text == "# Ferry\n\n\(say)\n\n![map](../a/map.png)\n\n![map](../b/map.png)\n\n[out](/map)\n")
    }

    @Test func labelsThatLeadElsewhereFromAnotherFolderAreNamedAnew() {
        let text = merged([
            ("a/a.md", "# A\n\n[x] one\n\n[x]: i.png\n"), ("b/b.md", "# B\n\n[x] two cats\n\n[x]: i.png\n"),
        ]).text
        #expect(
            text == "# A\n\n[x] one\n\n[x]: ../a/i.png\n\n# B\n\n[x][x-2] two cats\n\n[x-2]: ../b/i.png\n")
    }

    @Test func aDefinitionThatAnEarlierDocumentGivesStandsOnce() {
        let text = merged([
            ("a.md", "# A\n\n[x] one[^n]\n\n[x]: /a\n[y]: /y\n\n[^n]: Note.\n"),
            (
                "b.md",
                "# B\n\n[x] two cats[^n]\n\n[z]: /z\n[x]: /a\n\n[^n]: Note.\n\n# C\n\nDogs.\n\n[y]: /y\n"
            ),
            ("c.md", "[y]: /y\n[y]: /other\n\n# D\n\nFerries leave.\n"),
        ]).text
        #expect(
            text
                == "# A\n\n[x] one[^n]\n\n[x]: /a\n[y]: /y\n\n[^n]: Note.\n\n# B\n\n[x] two cats[^n]\n\n[z]: /z\n\n# C\n\nDogs.\n\n"
                + "# c.md\n\n[y]: /other\n\n# D\n\nFerries leave.\n")
    }

    @Test func wordsInBracketsBecomeNoLinks() {
        let text = merged([
            ("a.md", "# A\n\nAs [1] says, and `[2]`.\n"),
            ("b.md", "# B\n\n[1] and [2]\n\n[1]: /b\n[2]: /c\n"),
        ]).text
        #expect(text == "# A\n\nAs [1] says, and `[2]`.\n\n# B\n\n[1][1-2] and [2]\n\n[1-2]: /b\n[2]: /c\n")
    }
}

extension String {
    /// What stands between the places of `text`.
    fileprivate func components(_ text: String) -> [Substring] {
        split(separator: text, omittingEmptySubsequences: false)
    }
}
