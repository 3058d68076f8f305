import Linting
import Reading
import Refrain
import Testing

@testable import Reporting

/// Which findings are one line of a report for people, and in which order lines stand.
struct FindingGroupTests {
    private typealias Page = (path: String, text: String)

    private static let kettle =
        "Fill the kettle with fresh water and wait until it whistles on the left ring."
    private static let cups =
        "Six cups hang over the sink; the blue one has lost its handle and is kept for pens."
    private static let broom =
        "The broom stands behind the door, where whoever sweeps last has to leave it upright."

    /// The lines about findings of a report on Markdown pages.
    private static func lines(_ pages: [Page], _ format: LintFormat = .text) throws -> [String] {
        let input = ReadResult(
            documents: pages.map { Document(path: $0.path, format: .markdown, text: $0.text) }, skipped: [])
        let analysis = Pipeline(settings: try Settings(TypedSettings())).analysis(of: input)
        return format.text(of: Linter().report(on: analysis), of: analysis).split(separator: "\n")
            .map(String.init).filter { $0.contains(format == .text ? ": " : "| ") }
            .filter { $0.hasSuffix("]") || $0.hasPrefix("| error") || $0.hasPrefix("| warning") }
    }

    private static func page(_ name: String, _ heading: String, _ text: String) -> Page {
        ("\(name).md", "# \(heading)\n\n\(text)\n")
    }

    @Test func pagesThatRepeatOneSectionAreOneLine() throws {
        let pages = ["a", "b", "c", "d"].map { Self.page($0, "Tea", Self.kettle) }
        #expect(
            try Self.lines(pages) == [
                "b.md:1:1: error: “Tea” repeats a.md:1 word for word; so do c.md:1, d.md:1 [identical-section]"
            ])
        #expect(
            try Self.lines(pages, .markdown) == [
                "| error | b.md:1 | “Tea” repeats a.md:1 word for word; so do c.md:1, d.md:1 | identical-section |"
            ])
    }

    @Test func namesThatDifferAreSaid() throws {
        let long = Self.kettle + " " + Self.cups + " " + Self.broom
        let lines = try Self.lines([
            Self.page("a", "Tea", long), Self.page("b", "TEA", long + " Truly."),
            Self.page("c", "Kettle", long + " Indeed."),
        ])
        #expect(lines.count == 1)
        #expect(lines[0].hasPrefix("b.md:1:1: warning: “TEA” repeats a.md:1 (similarity 0."))
        #expect(lines[0].hasSuffix("); so does “Kettle” at c.md:1 [near-duplicate-section]"))
    }

    @Test func emptySectionsWithOneHeadingAreOneLine() throws {
        let empty = "# Tea\n\n## Pots\n"
        let placeholder = "# Cups\n\n## Pots\n\nTODO\n"
        #expect(
            try Self.lines([
                ("a.md", empty), ("b.md", empty), ("c.md", placeholder), ("d.md", placeholder),
                ("e.md", placeholder), ("f.md", "# Brooms\n\n## Poles\n"),
            ]) == [
                "d.md:3:1: error: “Pots” repeats c.md:3 word for word; so does e.md:3 [identical-section]",
                "a.md:3:1: warning: “Pots” is empty; so is b.md:3 [empty-section]",
                "c.md:3:1: warning: “Pots” holds only “TODO”; so do d.md:3, e.md:3 [empty-section]",
                "f.md:3:1: warning: “Poles” is empty [empty-section]",
            ])
    }

    @Test func sectionsBetweenTwoPagesAreOneLine() throws {
        let page = "# Tea\n\n\(Self.kettle)\n\n# Cups\n\n\(Self.cups)\n"
        #expect(
            try Self.lines([("a.md", "# Brooms\n\n\(Self.broom)\n\n" + page), ("b.md", page)]) == [
                "b.md:1:1: error: “Tea” and the section at line 5 repeat a.md:5, 9 word for word [identical-section]"
            ])
    }

    @Test func aLineNamesTenFurtherPlacesAndCountsTheOthers() throws {
        let pages = (10..<25).map { Self.page("\($0)", "Tea", Self.kettle) }
        let line = try #require(try Self.lines(pages).first)
        #expect(line.contains("; so do 12.md:1, "))
        #expect(line.hasSuffix("21.md:1 and 3 more [identical-section]"))
    }

    @Test func whatCopiesSayInTwoWaysComesFirst() throws {
        let text = Self.kettle + " " + Self.cups
        let code = "\n\n```\nboil --until whistle\n```"
        let pages = [
            Self.page("a", "Brooms", Self.broom), Self.page("b", "Brooms", Self.broom),
            Self.page("c", "Tea", text + code),
            Self.page("d", "Tea", text + code.replacing("until", with: "till")),
            Self.page("e", "Cups", Self.broom + " " + Self.cups),
            Self.page("f", "Cups", Self.broom + " " + Self.cups.replacing("Six", with: "Nine")),
            Self.page("g", "Empty", ""),
        ]
        #expect(
            try Self.lines(pages).map { $0.prefix(7) + $0.drop { $0 != "[" } } == [
                "f.md:1:[drifted-copy]", "d.md:1:[drifted-copy]", "b.md:1:[identical-section]",
                "g.md:1:[empty-section]",
            ])
    }
}
