import Splitting
import Testing

/// YAML and TOML at the beginning of a page.
struct FrontMatterTests {
    @Test func theTitleIsTheHeadingAboveAllOthers() {
        let sections = sections(ofMarkdown: "---\ntitle: T\n---\n\nlead\n\n# A\n\n## B\n")
        #expect(sections.map(\.headingPath) == [["T"], ["T", "A"], ["T", "A", "B"]])
        #expect(sections.map(\.startLine) == [1, 7, 9] && sections.map(\.level) == [0, 1, 2])
        #expect(sections[0].blocks.map(shape) == ["frontMatter 1-3", "paragraph 5"])
        #expect(sections[0].hasSubsections)
    }

    @Test(arguments: [
        ("title: Plain text", "Plain text"), ("title: \"Quoted: \\u4f60\"", "Quoted: 你"),
        ("title: 2024", "2024"),
        ("title: >-\n  over two\n  lines\ntags: [a]", "over two lines"),
        ("title: |\n  one\n  two", "one two"),
        ("a: &x One\ntitle: *x", "One"), ("# comment\ntitle: 'it''s'", "it's"), ("{title: Flow}", "Flow"),
    ])
    func yamlTitlesAreRead(content: String, title: String) {
        expectTitle(title, of: "---\n\(content)\n---\n\ntext\n")
    }

    @Test(arguments: [
        ("title = \"Basic \\\"x\\\" \\u4f60\"", "Basic \"x\" 你"), ("title = 'lit\\eral' # note", "lit\\eral"),
        ("a = [\n 'title = 1', # ]\n]\ntitle = \"\"\"\none\ntwo\"\"\"", "one two"),
        ("\"title\" = '''x'''", "x"),
        ("title=2024-05-06", "2024-05-06"),
        // The sign joins the quotation mark behind it into one character.
        ("title = \"x\u{600}\"", "x\u{600}"), ("a = \"#\" # title\n\ntitle = 'x'\n[t]\ntitle = 'y'", "x"),
    ])
    func tomlTitlesAreRead(content: String, title: String) {
        expectTitle(title, of: "+++\n\(content)\n+++\n\ntext\n")
    }

    @Test(arguments: [
        "---\ntags: a\n---\n", "---\ntitle:\n---\n", "---\ntitle: ~\n---\n", "---\ntitle: [a, b]\n---\n",
        "---\ntitle: ' '\n---\n", "---\n---\n", "---\n# comment\n---\n", "+++\n[t]\ntitle = 'x'\n+++\n",
        "+++\ntitle = 'open\n+++\n", "+++\ntitle = ['x']\n+++\n", "+++\n+++\n",
        "+++\na = \"\"\"\ntitle = 'x'\n+++\n",
    ])
    func withoutATitleItIsASectionWithoutAHeading(text: String) {
        let sections = sections(ofMarkdown: text + "\ntext\n")
        #expect(sections.map(\.heading) == [""] && sections.map(\.headingPath) == [[]])
        #expect(sections[0].blocks.map(\.kind) == [.frontMatter, .paragraph])
    }

    @Test(arguments: [
        "---\ntitle: A: B\n---\n", "---\ntitle: [open\n---\n", "---\ntitle: @x\n---\n",
        "---\ntitle: a\ntitle: b\n---\n",
        "+++\ntitle = 'x'\nnonsense\n+++\n",
    ])
    func aMistakeInItMakesNoHeadings(text: String) {
        #expect(
            sections(ofMarkdown: text + "\ntext\n").map { $0.blocks.map(\.kind) } == [
                [.frontMatter, .paragraph]
            ])
    }

    @Test(arguments: [
        "---\n\nprose\n\n---\n", "---\n- a\n- b\n\n---\n", "---\ntitle: x\n", "\n---\ntitle: x\n\n---\n",
        "+++\nprose\n+++\n", "---\n", "----\ntitle: x\n\n----\n", "+++\ntitle = 'x'\n---\n",
    ])
    func aRuleAboveAnythingElseIsARule(text: String) {
        #expect(blocks(of: text).allSatisfy { $0.kind != .frontMatter })
    }

    @Test func dotsEndYAMLToo() {
        expectTitle("x", of: "---\ntitle: x\n...\ntext\n")
    }

    @Test func blanksAfterARuleDoNotCount() {
        expectTitle("x", of: "--- \ntitle: x\n---\t\ntext\n")
    }

    @Test func aTitlesNumberIsTextOfItsOwn() {
        let sections = sections(ofMarkdown: "---\ntitle: 12. Pears\n---\n")
        #expect(sections.map(\.number) == ["12"] && sections.map(\.heading) == ["Pears"])
    }

    @Test func plainTextHasNoFrontMatter() {
        #expect(
            sections(ofPlainText: "---\ntitle: x\n---\n").flatMap(\.blocks).allSatisfy {
                $0.kind != .frontMatter
            })
    }

    private func expectTitle(_ title: String, of text: String) {
        let sections = sections(ofMarkdown: text)
        #expect(sections.map(\.heading) == [title] && sections.map(\.level) == [0])
        #expect(sections.first?.blocks.map(\.kind) == [.frontMatter, .paragraph])
    }
}
