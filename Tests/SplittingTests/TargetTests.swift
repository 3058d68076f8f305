import Testing

@testable import Splitting

/// What a reader can reach from a block.
struct TargetTests {
    private func targets(_ text: String) -> [String] {
        sections(ofMarkdown: text).flatMap(\.targets).map { "\($0.kind) \($0.label) \($0.value)" }
    }

    @Test func linksLeadWhereTheirDefinitionsSay() {
        #expect(
            targets(
                "See [the rules][r], [the *map*](map.md#here \"by hand\") and <https://tea.example/A>.\n\n[r]: ../Rules.md\n"
            )
                == [
                    "link the rules ../Rules.md", "link the map map.md#here", "title the map by hand",
                    "link https://tea.example/A https://tea.example/A",
                ])
    }

    @Test func imagesStandWhereTheyLie() {
        #expect(
            targets("- ![a kettle](img/kettle.png)\n\n  > [![p](q.png)](r)\n") == [
                "image a kettle img/kettle.png", "image p q.png", "link p r",
            ])
    }

    @Test func notesSayWhatTheySayWhereverTheyStand() {
        let text = "# A\n\nTea[^b] and cake[^a].\n\n# B\n\n[^a]: Baked [here](x).\n\n[^b]: Green.\n"
        #expect(targets(text) == ["note  Green.", "note  Baked here.\nx", "link here x"])
    }

    @Test func aNoteThatRefersToItselfEnds() {
        #expect(targets("Tea[^a].\n\n[^a]: See[^a] and[^b].\n\n[^b]: More[^a].\n").first == "note  See and.")
    }

    @Test func codeIsInTheLanguageThatItsFenceSays() {
        #expect(targets("```Swift linenos\nlet a\n```\n\n~~~\nb\n~~~\n\n    c\n") == ["language  swift"])
    }

    @Test func rawHTMLLeadsSomewhereToo() {
        #expect(
            targets(
                "Tea <a class=x HREF='a.md'>b</a> <img alt=\"> src=no\" src=k.png>\n\n<p><a href=\"c\">d</a></p>\n"
            ) == [
                "link  a.md", "image  k.png", "link  c",
            ])
        #expect(targets("<p>\n<img src=\"k.png\">\n</p>\n") == ["image  k.png"])
        #expect(targets("<!-- <a href=\"gone\"> -->\n").isEmpty)
    }

    @Test(arguments: [
        ("<object data=\"a.svg\"></object>", "image  a.svg"), ("<video poster=a.png>", "image  a.png"),
        ("<img srcset=\"a.png 2x\">", "image  a.png 2x"), ("<use xlink:href='#a'/>", "link  #a"),
        ("<blockquote cite=\"a\">x</blockquote>", "link  a"), ("<form ACTION=\"/a\">x</form>", "link  /a"),
        ("<img data-src=a.png>", "image  a.png"),
    ])
    func otherAttributesHoldAddressesToo(_ html: String, _ target: String) {
        #expect(targets(html + "\n") == [target])
    }

    @Test func headingsTakeTheirLinksAlong() {
        let section = sections(ofMarkdown: "# [Tea](tea.md)\n\nGreen.\n")[0]
        #expect(section.headingTargets == [Target(kind: .link, label: "Tea", value: "tea.md")])
        #expect(section.targets == section.headingTargets)
    }

    @Test(arguments: ["plain words", "# A\n\n| a | b |\n| - | - |\n| c | d |\n", "[a]: nobody-links-it\n"])
    func mostTextLeadsNowhere(_ text: String) {
        #expect(targets(text).isEmpty)
    }

    /// Ten thousand references to a long note.
    @Test func longNotesDoNotMakeSectionsLonger() {
        let note = String(repeating: "steep it well ", count: 2_000)
        let text = String(repeating: "# A\n\nTea[^a].\n\n", count: 300) + "[^a]: \(note)\n"
        let notes = sections(ofMarkdown: text).flatMap(\.targets)
        #expect(notes.count == 300 && notes.allSatisfy { $0.value.utf8.count < 5_000 })
        let other = sections(ofMarkdown: text.dropLast(2) + "x\n").flatMap(\.targets)
        #expect(notes[0].value != other[0].value)
    }
}
