import Linting
import Outlining
import Refrain
import Splitting
import Testing

/// Copies word for word, or nearly: no family takes them over, and the baseline counts them.
struct CopyTests {
    private typealias Page = (path: String, text: String)

    private let caching =
        "Answers are kept for ten minutes, so that the same question does not reach the store twice. "
        + "Whoever changes a price empties the shelf by hand, and the next visitor waits a moment longer than the others do."

    private func page(_ path: String, _ heading: String, _ text: String) -> Page {
        (path, "# \(heading)\n\n\(text)\n")
    }

    private func baseline(of pages: [Page]) throws -> Baseline {
        let linted = try LintedText(pages)
        return Baseline(linted.report) { linted.analysis.sections[$0].heading }
    }

    /// Two pages share a section, a third is written in the same way.
    private func pages() -> [Page] {
        [
            page("a.md", "Caching", caching), page("b.md", "Caching again", caching),
            page(
                "c.md", "Shelves",
                caching.replacing("ten minutes", with: "a while").replacing("price", with: "tag")),
        ]
    }

    @Test func theSameTextUnderAnotherHeadingIsIdentical() throws {
        let found = try LintedText(pages()).found
        #expect(found == ["b.md:1 identical-section a.md:1", "c.md:1 drifted-copy a.md:1"])
    }

    @Test(arguments: ["0.md", "bb.md", "z.md"])
    func oneCopyMoreIsOneFindingMore(_ path: String) throws {
        let baseline = try baseline(of: pages())
        let linted = try LintedText(pages() + [page(path, "Third", caching)], baseline: baseline)
        #expect(linted.found.count == 1 && linted.found[0].contains("identical-section"), "\(linted.found)")
        #expect(linted.report.fails && linted.report.baselinedCount == 2)
        #expect(linted.report.unmatchedBaseline.isEmpty)
    }

    @Test func whatIsNearlyACopyIsOneFindingMore() throws {
        let near = caching.replacing("a moment longer", with: "a little longer")
        let linted = try LintedText(pages() + [page("z.md", "Third", near)], baseline: baseline(of: pages()))
        #expect(linted.found.count == 1 && linted.report.fails, "\(linted.found)")
        #expect(linted.report.unmatchedBaseline.isEmpty)
    }

    @Test func aShortTextSaysLittleWithoutItsHeading() throws {
        let text = "Yes, ask at the desk."
        let linted = try LintedText([
            page("a.md", "Can I pay by card?", text), page("b.md", "Is there a car park?", text),
        ])
        #expect(linted.found.isEmpty)
        #expect(try LintedText([page("a.md", "Pay", text), page("b.md", "Pay", text)]).found.count == 1)
    }

    /// A baseline of an earlier version knows copies by their headings, too.
    @Test func olderBaselinesKnowCopiesUnderOneHeading() throws {
        let pages = [page("a.md", "Caching", caching), page("b.md", "Caching", caching)]
        let fingerprint = try LintedText(pages).analysis.fingerprints[0]
        let old = Baseline([
            Baseline.Entry(
                rule: "identical-section", identity: [fingerprint, fingerprint], count: 1, heading: "Caching")
        ])
        #expect(try LintedText(pages, baseline: old).found.isEmpty)
        #expect(try LintedText(pages + [page("c.md", "Caching", caching)], baseline: old).found.count == 1)
    }

    // MARK: Families of sections

    private func command(_ name: String, more: String = "") -> Page {
        page(
            "cli-\(name).md", "tool \(name)",
            "\(Passage.backups) \(Passage.visitors) \(Passage.invoices) Run it as tool \(name) with a name behind it.\(more)"
        )
    }

    private func lintCommands(_ pages: [Page], _ baseline: Baseline = Baseline()) throws -> LintedText {
        try LintedText(pages, settings: [.guard: ["false"]], baseline: baseline)
    }

    @Test(arguments: ["aa.md", "z.md"])
    func aCopyOfAMemberIsNoneOfTheFamily(_ path: String) throws {
        let family = ["add", "remove", "list", "show", "rename"].map { command($0) }
        let before = try lintCommands(family)
        #expect(before.found.count == 1)
        let baseline = Baseline(before.report) { before.analysis.sections[$0].heading }
        for more in ["", " Then wait."] {
            let copy = (path, command("list", more: more).text.replacing("# tool list", with: "# tool other"))
            let linted = try lintCommands(family + [copy], baseline)
            #expect(linted.report.fails, "\(linted.found)")
            #expect(linted.report.unmatchedBaseline.isEmpty)
        }
        // A further command is one more of the family.
        #expect(try lintCommands(family + [command("move")], baseline).found.isEmpty)
    }

    @Test func sectionsThatDifferInTheirHeadingsAloneAreNoFamily() throws {
        let names = ["Kettle", "Pan", "Pot", "Ladle"]
        let linted = try LintedText(
            names.map { page("\($0).md", $0, caching) }, settings: [.guard: ["false"]])
        #expect(linted.found.count == 3 && linted.found.allSatisfy { $0.contains("identical-section") })
    }

    /// Three are told as pairs, four would be a family.
    @Test func whatTheBaselineKnowsAsPairsStaysPairs() throws {
        let three = ["add", "remove", "list"].map { command($0) }
        let before = try lintCommands(three)
        #expect(before.found.count == 2)
        let baseline = Baseline(before.report) { before.analysis.sections[$0].heading }
        let linted = try lintCommands(three + [command("show")], baseline)
        #expect(linted.report.fails && linted.found.count == 1, "\(linted.found)")
        #expect(linted.report.unmatchedBaseline.isEmpty)
    }

    // MARK: Families of pages

    private func guide(_ version: Int) -> Page {
        (
            "guides/from_1_\(version).md",
            "# Moving from 1.\(version) to 1.\(version + 1)\n\n## Before you start\n\nRead the notes of version 1.\(version + 1) "
                + "and try the change on a machine that nobody needs for a fortnight.\n\n## Help\n\n\(caching)\n\n"
                + "## Going back\n\nOnce a machine runs 1.\(version + 1), it can't go back to 1.\(version) without the copy.\n"
        )
    }

    @Test func aTextOnEachPageOfAFamilyIsToldOnceAndCounted() throws {
        let guides = (2...4).map(guide)
        let before = try LintedText(guides)
        #expect(
            before.found == [
                "guides/from_1_2.md:1 parallel-template guides/from_1_3.md:1 guides/from_1_4.md:1",
                "guides/from_1_3.md:7 identical-section guides/from_1_2.md:7",
            ])
        let baseline = Baseline(before.report) { before.analysis.sections[$0].heading }
        #expect(baseline.entries.first { $0.rule == "identical-section" }?.count == 2)
        #expect(try LintedText(guides, baseline: baseline).found.isEmpty)
        // On a page of the family, on a new one, and elsewhere.
        let twice = (guides[1].path, guides[1].text + "\n## Help\n\n\(caching)\n")
        for pages in [
            [guides[0], twice, guides[2]], guides + [guide(5)], guides + [page("x.md", "Help", caching)],
            guides + [page("guides/x.md", "Other help", caching)],
        ] {
            let linted = try LintedText(pages, baseline: baseline)
            #expect(linted.found.count { $0.contains("identical-section") } == 1, "\(linted.found)")
            #expect(linted.report.fails && linted.report.unmatchedBaseline.isEmpty)
        }
    }

    @Test func aCopyOfAPageOfAFamilyCounts() throws {
        let guides = (2...4).map(guide)
        let copy = (
            "guides/from_1_9.md", guide(3).text.replacing("from 1.3 to 1.4", with: "from 1.9 to 1.10")
        )
        let linted = try LintedText(guides + [copy], baseline: baseline(of: guides))
        #expect(linted.report.fails && linted.report.unmatchedBaseline.isEmpty, "\(linted.found)")
    }
}
