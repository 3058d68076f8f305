import Linting
import Refrain
import Splitting
import Testing

/// A family that the baseline has stays known when too few of its members are left.
struct BaselineFamiliesTests {
    private typealias Page = (path: String, text: String)

    /// A guide for a version: three are a family of pages.
    private func guide(_ version: Int) -> Page {
        (
            "guides/from_1_\(version).md",
            """
            # Moving from 1.\(version) to 1.\(version + 1)

            ## Before you start

            Read the notes of version 1.\(version + 1) and try the change on a machine that nobody needs for a fortnight.

            ## Notice

            \(Passage.visitors)

            ## Afterwards

            """
        )
    }

    /// A command's section: four are a family of sections.
    private func command(_ name: String) -> String {
        "# tool \(name)\n\n\(Passage.backups) \(Passage.visitors) \(Passage.invoices) Run it as tool \(name) with a name behind it.\n\n"
    }

    private func lint(_ pages: [Page], _ baseline: Baseline = Baseline()) throws -> LintedText {
        try LintedText(pages, settings: [.guard: ["false"]], baseline: baseline)
    }

    private func baseline(of pages: [Page]) throws -> Baseline {
        let linted = try lint(pages)
        #expect(linted.found.contains { $0.contains("parallel-template") })
        #expect(linted.found.allSatisfy { $0.contains("parallel-template") || $0.contains("empty-section") })
        return Baseline(linted.report) { linted.analysis.sections[$0].heading }
    }

    @Test func pagesThatAreLeftOfAFamilyAreKnown() throws {
        let left = [guide(2), guide(4)]
        #expect(try lint(left).found.count == 4)
        let linted = try lint(left, try baseline(of: [guide(2), guide(3), guide(4)]))
        #expect(linted.found.isEmpty)
        #expect(linted.report.baselinedCount == 4)
        #expect(linted.report.unmatchedBaseline.isEmpty)
    }

    @Test func sectionsThatAreLeftOfAFamilyAreKnown() throws {
        let names = ["add", "remove", "list", "show"]
        let left: [Page] = [("a.md", names.dropLast().map(command).joined())]
        #expect(try lint(left).found.count == 2)
        let baseline = try baseline(of: [("a.md", names.map(command).joined())])
        #expect(try lint(left, baseline).found.isEmpty)
        #expect(try lint(left, Baseline(json: Array(baseline.json.utf8))).found.isEmpty)
    }

    @Test func aFreshCopyOfWhatAFamilySaysCounts() throws {
        let baseline = try baseline(of: [guide(2), guide(3), guide(4)])
        let copy: [Page] = [("z.md", "# Z\n\n## Notice\n\n\(Passage.visitors)\n")]
        let whole = try lint([guide(2), guide(3), guide(4)] + copy, baseline)
        #expect(whole.found == ["z.md:3 identical-section guides/from_1_2.md:7"])
        let second: [Page] = [("y.md", "# Y\n\n## Notice\n\n\(Passage.visitors)\n")]
        let left = try lint([guide(2), guide(4)] + second + copy, baseline)
        #expect(left.found == ["z.md:3 identical-section guides/from_1_2.md:7"])
    }

    @Test func whatWasNotOfTheFamilyCounts() throws {
        let edited = guide(4).text.replacing("sign the book", with: "sign the long book")
        let linted = try lint(
            [guide(2), ("guides/from_1_4.md", edited)], try baseline(of: [guide(2), guide(3), guide(4)]))
        #expect(linted.found == ["guides/from_1_4.md:7 near-duplicate-section guides/from_1_2.md:7"])
    }

    @Test func aFamilyOfWhichNothingIsLeftIsGone() throws {
        let linted = try lint([guide(2)], try baseline(of: [guide(2), guide(3), guide(4)]))
        #expect(linted.report.unmatchedBaseline.map(\.rule) == ["parallel-template"])
    }

    /// Another version of the program wrote it, without members.
    @Test func aBaselineWithoutMembersKnowsTheFamilyAllTheSame() throws {
        let pages = [guide(2), guide(3), guide(4)]
        let entries = try baseline(of: pages).entries.map {
            Baseline.Entry(rule: $0.rule, identity: $0.identity, count: $0.count, heading: $0.heading)
        }
        #expect(try lint(pages, Baseline(entries)).found.isEmpty)
        #expect(try lint([guide(2), guide(4)], Baseline(entries)).found.count == 3)
    }
}
