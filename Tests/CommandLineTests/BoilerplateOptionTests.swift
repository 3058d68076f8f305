import Testing

/// `find --boilerplate`: lines that many sections share.
struct BoilerplateOptionTests {
    private static let texts = ["tea", "coffee", "milk", "juice"].map { name in
        "# \(name)\n\nAll about \(name) and how it is made.\n\n**Ask** the kitchen first.\n\n---\n"
    }

    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        for (number, text) in Self.texts.enumerated() { try folder.write(text, to: "\(number).md") }
        // A copy counts with the section that it copies.
        try folder.write(Self.texts[0], to: "copy.md")
        try folder.write("# Water\n\nNothing is needed.\n\nASK the kitchen  first.\n", to: "water.md")
        return folder
    }

    @Test func linesAreCountedBySectionsOfDifferentText() throws {
        let folder = try folder()
        #expect(try !Program.output(["find"], in: folder).contains("boilerplate"))
        let text = try Program.output(["find", "--boilerplate", "0.9"], in: folder)
        #expect(text.hasSuffix("\n1 line is boilerplate\n       in 5 sections  Ask the kitchen first.\n"))
        let markdown = try Program.output(
            ["find", "--boilerplate", "0.9", "--format", "markdown"], in: folder)
        #expect(markdown.hasSuffix("| 5 | Ask the kitchen first. |\n"))
        let json = try Program.output(["find", "--boilerplate", "0.9", "--format", "json"], in: folder)
        #expect(json.contains("{\"text\": \"Ask the kitchen first.\", \"sectionCount\": 5}"))
    }

    @Test func whatTwoSectionsShareIsNone() throws {
        let folder = try WorkFolder(["a.md": Self.texts[0], "b.md": Self.texts[1]])
        #expect(try !Program.output(["find", "--boilerplate", "0.01"], in: folder).contains("boilerplate"))
    }
}
