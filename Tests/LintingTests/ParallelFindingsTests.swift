import Outlining
import Refrain
import Testing

@testable import Linting

/// What parallel trees have in common is told once, what one of them says by itself is told.
struct ParallelFindingsTests {
    private typealias Page = (path: String, text: String)

    private func lint(_ pages: [Page]) throws -> LintedText {
        try LintedText(pages, settings: [.parallel: ["/v*"]])
    }

    private let notice = "## Notice\n\n\(Passage.visitors)\n\n"

    /// A page with two copies of a text, under headings that the caller chooses.
    private func page(_ tree: String, _ first: String, _ second: String, _ text: String) -> Page {
        ("\(tree)/p.md", "# Page\n\n\(first)\n\n\(Passage.backups)\n\n\(second)\n\n\(text)\n")
    }

    @Test func sectionsThatAreMovedUnderAnotherHeadingAreTheSame() throws {
        let linted = try lint([
            page("v1", "## Backups", "## More\n\n### Notice", Passage.backups),
            page("v2", "## Backups", "## Other\n\n### Notice", Passage.backups),
        ])
        #expect(linted.found == ["v1/p.md:9 near-duplicate-section v1/p.md:3"])
        #expect(linted.report.inOtherTreesCount == 1)
    }

    @Test func sectionsWithOtherHeadingsAreTheSameByWhatTheySay() throws {
        let linted = try lint([
            page("v1", "## Backups", "## Keeping", Passage.backups),
            page("v2", "## Saving", "## How it is kept", Passage.backups),
        ])
        #expect(linted.found == ["v1/p.md:7 near-duplicate-section v1/p.md:3"])
    }

    /// A heading that stands twice on a page says nothing about which of the two it is.
    @Test func headingsThatStandOftenOnAPageMakeNothingTheSame() throws {
        func text(_ first: String, _ second: String) -> String {
            "# A\n\n## Add\n\n### Example\n\n\(first)\n\n## Put\n\n### Example\n\n\(second)\n\n## Get\n\n### Example\n\n\(first)\n"
        }
        let linted = try lint([
            ("v1/p.md", text(Passage.backups, Passage.visitors)),
            (
                "v2/p.md",
                text(Passage.invoices, Passage.backups).replacing("## Add", with: "## New")
                    .replacing("## Get", with: "## Read")
            ),
        ])
        #expect(
            linted.found == [
                "v1/p.md:17 identical-section v1/p.md:5", "v2/p.md:17 identical-section v2/p.md:5",
            ])
    }

    @Test func whicheverOfTheCopiesIsComparedWithItIsTheSame() throws {
        let long = notice.replacing("badge", with: "badge with the date and their name")
        let linted = try lint(
            [("v1/a.md", notice), ("v1/b.md", long), ("v2/b.md", long), ("v2/c/a.md", notice)])
        #expect(linted.found == ["v1/b.md:1 near-duplicate-section v1/a.md:1"])
    }

    @Test func aCopyMoreInOneTreeCounts() throws {
        let linted = try lint([
            ("v1/a.md", notice), ("v1/b.md", notice), ("v2/a.md", notice), ("v2/b.md", notice),
            ("v2/c.md", notice), ("v2/old/b.md", notice),
        ])
        #expect(
            linted.found == [
                "v1/b.md:1 identical-section v1/a.md:1", "v2/c.md:1 identical-section v2/a.md:1",
                "v2/old/b.md:1 identical-section v2/a.md:1",
            ])
    }

    @Test func copiesThatDriftInTheSameValueDriftOnce() throws {
        func pages(_ tree: String, _ values: String, _ heading: String = "Notice") -> [Page] {
            let text = Passage.backups + " " + Passage.invoices
            return [
                ("\(tree)/a.md", "# \(heading)\n\n\(text)\n"),
                (
                    "\(tree)/b.md",
                    "# \(heading)\n\n\(text.replacing("thirty days", with: "\(values) days"))\n"
                ),
            ]
        }
        let same = pages("v1", "sixty") + pages("v2", "sixty")
        #expect(try lint(same).found == ["v1/b.md:1 drifted-copy v1/a.md:1"])
        #expect(try lint(same + pages("v3", "sixty", "Note")).found.count == 1)
        let others = try lint(same + pages("v3", "ninety") + pages("v4", "twelve", "Note"))
        #expect(
            others.found == [
                "v1/b.md:1 drifted-copy v1/a.md:1", "v3/b.md:1 drifted-copy v3/a.md:1",
                "v4/b.md:1 drifted-copy v4/a.md:1",
            ])
    }

    @Test func otherPlaceholdersAndPhrasesCount() throws {
        func page(_ tree: String, _ word: String) -> Page {
            ("\(tree)/a.md", "# A\n\n- **\(word) and \(word)**: \(Passage.backups)\n\n## B\n\n\(word)\n")
        }
        let found = try lint([page("v1", "todo"), page("v2", "wip"), page("v3", "wip")]).found
        #expect(
            found == [
                "v1/a.md:3 repeated-phrase-in-heading", "v1/a.md:5 empty-section",
                "v2/a.md:3 repeated-phrase-in-heading", "v2/a.md:5 empty-section",
            ])
    }

    @Test func familiesWithAMemberInCommonAreTheSame() throws {
        func options(_ tree: String, _ names: [String], _ text: String = Passage.backups) -> Page {
            (
                "\(tree)/options.md",
                "# Options\n\n" + names.map { "## --\($0)\n\n\(text)\n\n" }.joined()
            )
        }
        let linted = try lint([
            options("v1", ["a", "b", "c", "d"]), options("v2", ["d", "e", "f", "g"]),
            options("v3", ["h", "i", "j", "k"], Passage.visitors),
        ])
        #expect(linted.found.map { $0.prefix(15) } == ["v1/options.md:3", "v3/options.md:3"])
    }
}
