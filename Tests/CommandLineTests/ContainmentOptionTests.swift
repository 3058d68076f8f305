import Testing

/// `find --containment`: sections that stand in longer ones.
struct ContainmentOptionTests {
    private static let part =
        "# Refunds\n\nA customer can return an order within fourteen days and is paid back at once.\n"
    private static let whole = """
        # All about orders

        Orders are placed online, by telephone or by letter, and confirmed the same day by whoever is at the desk then.

        Refunds: A customer can return an order within fourteen days and is paid back at once.

        Parcels leave the house in the evening; what comes back is looked at by two people before it is put on the shelf.
        """

    @Test func aSectionInALongerOneIsListedWhereItIsAskedFor() throws {
        let folder = try WorkFolder(["a.md": Self.part, "b.md": Self.whole])
        #expect(try !Program.output(["find"], in: folder).contains("in another"))
        let text = try Program.output(["find", "--containment", "0.8"], in: folder)
        #expect(text.contains("\n1 section stands in another\n"))
        #expect(text.contains("  a.md:1  in  b.md:1\n"))
        let markdown = try Program.output(
            ["find", "--containment", "0.8", "--format", "markdown"], in: folder)
        #expect(markdown.contains("\n## Sections that stand in others\n"))
        let json = try Program.output(["find", "--containment", "0.8", "--format", "json"], in: folder)
        #expect(json.contains("\"contained\": [\n    {\"section\": 0, \"in\": 1, \"containment\": "))
    }

    @Test func aPairIsNotListedAsContainedToo() throws {
        let folder = try WorkFolder([
            "a.md": Self.part, "b.md": Self.part.replacing("at once", with: "very soon"),
        ])
        let text = try Program.output(["find", "--containment", "0.5"], in: folder)
        #expect(text.contains("1 cluster") && !text.contains("in another"))
    }
}
