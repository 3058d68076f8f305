import Splitting
import Testing

/// What a heading carries for tools is no part of its words.
struct HeadingWordsTests {
    @Test(arguments: [
        ("# Important <!-- a -->", "Important"), ("# <!-- a --> Important", "Important"),
        ("# Very <!-- a --> important", "Very important"), ("# Very<!-- a --> important", "Very important"),
        ("# A {#a}", "A"), ("# A{#a}", "A"), ("# A {#a .b c=d}", "A"), ("# A {.b}", "A"), ("# A {: .b}", "A"),
        ("# A {:#a}", "A"), ("# A {: #a .b}", "A"), ("# A {/* #a */}", "A"), ("# A {/*a*/}", "A"),
        ("# A {/* a note */}", "A"), ("# A {#a} <!-- b -->", "A"), ("# A {#a} #", "A"), ("A {#a}\n===", "A"),
        ("# 1. A {#a}", "A"), ("# 标题 {#biaoti}", "标题"), ("# A {#a} {.b}", "A"),
    ])
    func commentsAndBracesAreNoWords(text: String, heading: String) {
        #expect(sections(ofMarkdown: text).map(\.heading) == [heading])
    }

    @Test(arguments: [
        "GET /users/{id}", "A {b}", "{#a}", "The {} pair", "A {{ b }}", "A {#}", "Use ${.a}", "A } {",
        "A {b#c}", "f{.a}",
    ])
    func otherBracesStay(title: String) {
        #expect(sections(ofMarkdown: "# " + title).map(\.heading) == [title])
    }

    @Test(arguments: [
        ("# Write \\{#anchor\\}", "Write {#anchor}"), ("# A {#b\\}", "A {#b}"),
        ("# Use {{#title}} in {{#custom}}", "Use {{#title}} in {{#custom}}"),
    ])
    func bracesThatAreTextStay(text: String, heading: String) {
        #expect(sections(ofMarkdown: text).map(\.heading) == [heading])
        #expect(HeadingWords.anchor(of: String(text.dropFirst(2))) == nil)
    }

    @Test(arguments: [
        ("A {#a}", "a"), ("A {: .b #a}", "a"), ("A {/* #a */}", "a"), ("A {/*a*/}", "a"),
        ("A {#a} {.b}", "a"),
    ])
    func anAnchorCanBeNamed(title: String, anchor: String) {
        #expect(HeadingWords.anchor(of: title) == anchor)
    }

    @Test(arguments: ["A", "A {.b}", "A {id}", "A {/* a note */}", "{#a} A", ""])
    func elsewiseThereIsNoAnchor(title: String) {
        #expect(HeadingWords.anchor(of: title) == nil)
    }

    @Test func whatIsCutOffStaysInTheSource() {
        let section = sections(ofMarkdown: "# A <!-- b --> {#a}\n")[0]
        #expect(section.source == "# A <!-- b --> {#a}" && section.headingPath == ["A"])
    }

    @Test func aDeeperHeadingThanTheSplitLevelHasItsWordsToo() {
        let section = sections(ofMarkdown: "# A\n\n## B {#b}\n", splitLevel: 1)[0]
        #expect(section.blocks.map(\.text) == ["B"])
    }
}
