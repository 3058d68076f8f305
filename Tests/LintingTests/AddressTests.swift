import Linting
import Outlining
import Refrain
import Splitting
import Testing

/// What a reader can reach is part of what a section says.
struct AddressTests {
    private func page(_ link: String, _ definitions: String = "") -> String {
        "# Rules\n\n\(Passage.backups) \(link) \(Passage.visitors)\n\n\(definitions)"
    }

    /// What contradicts what: "first | second".
    private func contradictions(_ first: String, _ second: String, paths: [String] = ["a.md", "b.md"]) throws
        -> [String]
    {
        let linted = try LintedText([(paths[0], first), (paths[1], second)])
        #expect(linted.found.count == 1 && !linted.found[0].contains("identical"), "\(linted.found)")
        return linted.report.new.flatMap { finding -> [String] in
            guard case .drifted(_, let contradictions) = finding.evidence else { return [] }
            return contradictions.map { "\($0.second) | \($0.first)" }
        }
    }

    @Test func linksToDifferentPlacesContradictEachOther() throws {
        #expect(
            try contradictions(
                page("[the rules](https://a.example/rules)"), page("[the rules](https://b.example/rules)"))
                == ["https://a.example/rules | https://b.example/rules"])
        #expect(
            try contradictions(page("[the rules](a.md)"), page("[the rules](b.md#x)")) == ["a.md | b.md#x"])
        #expect(try contradictions(page("[the rules](A.md)"), page("[the rules](a.md)")) == ["A.md | a.md"])
    }

    @Test func imagesDefinitionsAndRawHTMLDoToo() throws {
        #expect(try contradictions(page("![the map](a.png)"), page("![the map](b.png)")) == ["a.png | b.png"])
        #expect(
            try contradictions(
                page("[the rules][r]", "[r]: https://a.example\n"),
                page("[the rules][r]", "[r]: https://b.example\n"))
                == ["https://a.example | https://b.example"])
        #expect(
            try contradictions(page("<a href=\"a.md\">the rules</a>"), page("<a href=\"b.md\">the rules</a>"))
                == ["a.md | b.md"])
        #expect(
            try contradictions(page("![a](x.png) and ![b](y.png)"), page("![a](y.png) and ![b](x.png)")).count
                == 2)
    }

    @Test func notesThatSayOtherThingsAreNoCopies() throws {
        #expect(
            try contradictions(
                page("Ask[^1].", "[^1]: Before 12 o'clock.\n"), page("Ask[^1].", "[^1]: Before 14 o'clock.\n")
            )
            .count == 1)
        // The note stands in another section.
        func far(_ note: String) -> String {
            page("Ask[^1].") + "# Notes \(note)\n\n\(Passage.invoices)\n\n[^1]: \(note)\n"
        }
        let linted = try LintedText([
            ("a.md", far("Before 12 o'clock.")), ("b.md", far("Before 14 o'clock.")),
        ])
        #expect(linted.found.contains("b.md:1 drifted-copy a.md:1"), "\(linted.found)")
    }

    @Test func codeInAnotherLanguageIsNoCopy() throws {
        func code(_ language: String) -> String {
            page("") + "```\(language)\nprint(\"tea is ready\")\n```\n"
        }
        #expect(try contradictions(code("python"), code("lua")) == ["python | lua"])
    }

    @Test func headingsThatLeadToDifferentPlacesContradictEachOther() throws {
        #expect(
            try contradictions(
                "# [Rules](a.md)\n\n\(Passage.backups)\n", "# [Rules](b.md)\n\n\(Passage.backups)\n")
                == ["a.md | b.md"])
    }

    /// However the mark-up is written.
    @Test func linksToOnePlaceAreCopies() throws {
        let linted = try LintedText([
            ("a.md", page("[the rules](https://a.example)")),
            ("b.md", page("[the **rules**][r]", "[r]: https://a.example\n")),
        ])
        #expect(linted.found == ["b.md:1 identical-section a.md:1"])
    }

    /// A copy in another folder links its own neighbour.
    @Test(arguments: [
        ("rules.md#x", "../docs/./rules.md#x"), ("../rules/", "/docs/v2/rules"),
        ("/docs/v1/rules.html", "/docs/v2/rules/"),
    ])
    func pathsToPagesOfOneNameContradictNothing(_ addresses: (String, String)) throws {
        let pages = [page("[the rules](\(addresses.0))"), page("[the rules](\(addresses.1))")]
        #expect(try contradictions(pages[0], pages[1], paths: ["docs/a.md", "shop/b.md"]).isEmpty)
    }

    @Test(arguments: [
        ("rules.md#x", "rules.md#y"), ("rules.md", "#rules"), ("//a.example/x", "//b.example/x"), ("..", "."),
    ])
    func otherPlacesAndHostsContradict(_ addresses: (String, String)) throws {
        let pages = [page("[the rules](\(addresses.0))"), page("[the rules](\(addresses.1))")]
        #expect(try contradictions(pages[0], pages[1]) == ["\(addresses.0) | \(addresses.1)"])
    }

    /// Three copies, two of which lead to one place.
    @Test func eachAddressHasItsOriginal() throws {
        let pages = ["a", "b", "a", "b"].enumerated().map { place, address in
            (path: "\(place).md", text: page("[the rules](\(address).md)"))
        }
        #expect(
            try LintedText(pages).found == [
                "1.md:1 drifted-copy 0.md:1", "2.md:1 identical-section 0.md:1",
                "3.md:1 identical-section 1.md:1",
            ])
    }
}
