import Linting
import Outlining
import Refrain
import Splitting
import Testing

/// Families of entries and of pages: what is one finding, and what is told all the same.
struct FamilyTests {
    private func found(_ text: String) throws -> [String] {
        try LintedText(text, settings: [.guard: ["false"]]).found
    }

    @Test func entriesOfAReferenceAreOneFinding() throws {
        // Two and two are alike: no four of them are a cluster.
        func entry(_ heading: String, _ passage: String) -> String { "## \(heading)\n\n\(passage)\n\n" }
        let text =
            "# Options\n\n" + entry("--key-file", Passage.backups) + entry("--peer-key-file", Passage.backups)
            + entry("--auto-tls", Passage.visitors) + entry("--peer-auto-tls", Passage.visitors)
        let linted = try LintedText(text)
        #expect(linted.found == ["a.md:3 parallel-template a.md:7 a.md:11 a.md:15"])
        #expect(
            linted.report.new.first?.evidence
                == .entries(count: 4, headings: ["--key-file", "--peer-key-file", "--auto-tls"]))
        #expect(!linted.report.fails)
    }

    @Test func entriesThatContradictEachOtherAreToldAllTheSame() throws {
        let sixty = Passage.backups.replacing("thirty days", with: "sixty days")
        let text =
            "# Options\n\n"
            + ["--key-file", "--peer-key-file"].map { "## \($0)\n\n\(Passage.invoices)\n\n" }.joined()
            + "## --auto-tls\n\n\(Passage.visitors)\n\n## --peer-auto-tls\n\n\(Passage.visitors)\n\n"
            + "## --days\n\n\(Passage.backups)\n\n## --peer-days\n\n\(sixty)\n"
        #expect(
            try found(text) == [
                "a.md:3 parallel-template a.md:7 a.md:11 a.md:15", "a.md:23 drifted-copy a.md:19",
            ])
    }

    /// A question bank: what is asked differs in words.
    @Test func questionsThatReadAlikeAreNoEntries() throws {
        let questions = [
            ("When are backups made?", Passage.backups), ("When do backups run?", Passage.backups),
            ("Who meets visitors?", Passage.visitors), ("Who are visitors met by?", Passage.visitors),
        ]
        let text = "# Questions\n\n" + questions.map { "## \($0)\n\n\($1)\n\n" }.joined()
        #expect(
            try found(text) == [
                "a.md:7 near-duplicate-section a.md:3", "a.md:15 near-duplicate-section a.md:11",
            ])
    }

    /// A guide for a version, with a section of its own.
    private func guide(_ version: Int, limit: String = "a fortnight") -> (path: String, text: String) {
        let own = [Passage.backups, Passage.visitors, Passage.invoices][version % 3]
        return (
            "guides/from_1_\(version).md",
            """
            # Moving from 1.\(version) to 1.\(version + 1)

            ## Before you start

            Read the notes of version 1.\(version + 1) and try the change on a machine that nobody needs for \(limit).

            ## Going back

            Once a machine runs 1.\(version + 1), it can't go back to 1.\(version) without the copy that was made before.

            ## Own \(version)

            \(own)

            """
        )
    }

    @Test func pagesOfATemplateAreOneFinding() throws {
        let linted = try LintedText((2...4).map { guide($0) })
        #expect(
            linted.found == [
                "guides/from_1_2.md:1 parallel-template guides/from_1_3.md:1 guides/from_1_4.md:1"
            ])
        guard case .pageTemplate(3, let values)? = linted.report.new.first?.evidence else {
            Issue.record("pages are told as pages")
            return
        }
        #expect(values.count == 3)
    }

    @Test func whatPagesOfATemplateSayDifferentlyIsTold() throws {
        let linted = try LintedText([guide(2), guide(3), guide(4, limit: "9 weeks")])
        #expect(linted.found.count == 2)
        guard case .drifted(_, let contradictions)? = linted.report.new.last?.evidence else {
            Issue.record("\(linted.found)")
            return
        }
        // The versions, which the titles have, are none of it.
        #expect(contradictions.map(\.first) == ["9 weeks"])
    }

    /// What two pages say in common against the others is told once, and what a third says in another way is told too.
    @Test func eachThingThatPagesSayDifferentlyIsTold() throws {
        let limits = ["a fortnight", "9 weeks", "9 weeks", "17 hours"]
        let linted = try LintedText(limits.enumerated().map { guide($0 + 2, limit: $1) })
        let values = linted.report.new.compactMap { finding -> Set<String>? in
            guard case .drifted(_, let contradictions) = finding.evidence else { return nil }
            return Set(contradictions.flatMap { [$0.first, $0.second] })
        }
        #expect(values.count == 2)
        #expect(values.reduce([]) { $0.union($1) } == Set(limits))
    }

    @Test func commentsInPagesOfAFamilyAreNoneThatSuppressNothing() throws {
        let comment =
            "<!-- refrain-ignore near-duplicate-section: each version has its own -->\n\n## Going back"
        let pages = (2...4).map { version in
            let page = guide(version)
            return (page.path, version == 3 ? page.text.replacing("## Going back", with: comment) : page.text)
        }
        #expect(
            try LintedText(pages).found == [
                "guides/from_1_2.md:1 parallel-template guides/from_1_3.md:1 guides/from_1_4.md:1"
            ])
    }

    @Test func aFamilyIsKnownWhoeverComesFirst() throws {
        let before = try LintedText((2...4).map { guide($0) })
        let baseline = Baseline(before.report) { before.analysis.sections[$0].heading }
        let linted = try LintedText((1...4).map { guide($0) }, baseline: baseline)
        #expect(linted.found.isEmpty)
        #expect(linted.report.unmatchedBaseline.isEmpty)
    }

    /// The numbers of chapters say nothing about their text.
    @Test func aSmallNumberOfATitleExplainsNothing() throws {
        func chapter(_ number: Int) -> (path: String, text: String) {
            (
                "chapter-\(number).md",
                "# Chapter \(number)\n\n## Backups\n\n\(Passage.backups) They are checked after \(number) days. \(Passage.visitors)\n"
            )
        }
        let linted = try LintedText([chapter(3), chapter(4)])
        #expect(linted.found == ["chapter-4.md:3 drifted-copy chapter-3.md:3"])
    }

    /// A command's page, as a generator writes it.
    private func command(_ verb: String, _ object: String, flag: String = "force") -> (
        path: String, text: String
    ) {
        (
            "commands/tool_\(object)_\(verb).md",
            """
            # tool \(object) \(verb)

            ## Synopsis

            \(Passage.backups) \(Passage.invoices)

            ```
            tool \(object) \(verb) \(object.uppercased()) --project kettle --region north --timeout 30s --\(flag)
            ```

            ## Inherited

            \(Passage.visitors)

            """
        )
    }

    @Test func namesOfCommandsInTheirOwnCodeAreNoContradiction() throws {
        let pages = ["attach", "clone", "pause", "resume"].map { command($0, "disk") }
        #expect(
            try LintedText(pages).found == [
                "commands/tool_disk_attach.md:1 parallel-template commands/tool_disk_clone.md:1 "
                    + "commands/tool_disk_pause.md:1 commands/tool_disk_resume.md:1"
            ])
        let other = try LintedText([pages[0], command("resume", "disk", flag: "quiet")])
        #expect(
            other.report.new.compactMap { finding -> [String]? in
                guard case .drifted(_, let contradictions) = finding.evidence else { return nil }
                return contradictions.map(\.first)
            } == [["quiet"]])
    }

    /// The first title has less than a third of itself in common with the others.
    @Test func pagesWithLongNamesAreAFamilyToo() throws {
        let pages = ["certificate-authorities", "disk", "pool", "zone"].map { command("get", $0) }
        let found = try LintedText(pages, settings: [.guard: ["false"]]).found
        #expect(found.count == 1 && found[0].contains("parallel-template"), "\(found)")
    }

    /// More pages with the same section stand between them than each is compared with.
    @Test func pagesFarApartAreAFamilyToo() throws {
        let pages = (0..<4).flatMap { number in
            [("commands/\(number)-00.md", command("get", ["disk", "pool", "zone", "queue"][number]).text)]
                + (10..<44).map {
                    ("commands/\(number)-\($0).md", "# About \($0)\n\n## Inherited\n\n\(Passage.visitors)\n")
                }
        }
        let linted = try LintedText(pages, settings: [.guard: ["false"]])
        #expect(
            linted.found.filter { $0.contains("parallel-template") } == [
                "commands/0-00.md:1 parallel-template commands/1-00.md:1 commands/2-00.md:1 commands/3-00.md:1"
            ])
    }

    @Test func copiesOfAPageAreNoFamily() throws {
        let page = guide(2).text
        let linted = try LintedText((1...4).map { ("guides/\($0).md", page) })
        #expect(linted.found.filter { $0.contains("identical-section") }.count == 9)
        #expect(!linted.found.contains { $0.contains("parallel-template") })
    }

    @Test func pagesInDifferentFoldersAreNoFamily() throws {
        let linted = try LintedText(
            (2...4).map { ("guides/\($0)/move.md", guide($0).text) }, settings: [.guard: ["false"]])
        #expect(!linted.found.contains { $0.contains("parallel-template") })
        #expect(!linted.found.isEmpty)
    }

    /// The second page repeats the first, which is not told, and a page outside that the first does not repeat.
    @Test func whatOnePageOfAFamilyRepeatsOutsideItIsTold() throws {
        let steps = [
            "Read the notes of the release and try the change on a machine that nobody needs.",
            "Once a machine runs the new one it can't go back without the copy that was made.",
            "Tell the harbour office before noon which berths are closed for the afternoon.",
            "The pump is started by hand and runs until the gauge shows green twice.",
            "Hang the keys back on the board by the door and sign the sheet beside it.",
        ]
        func section(_ range: Range<Int>) -> String {
            "## Steps\n\n" + steps[range].joined(separator: " ") + "\n\n"
        }
        let pages = [(2, 0..<3), (3, 0..<4), (4, 0..<3)].map { version, range in
            (
                path: "guides/from_1_\(version).md",
                text: "# Moving from 1.\(version) to 1.\(version + 1)\n\n" + section(range)
                    + "## Before\n\nRead what 1.\(version + 1) brings before the first machine is changed, and keep a copy.\n"
            )
        }
        let found = try LintedText(pages + [("x.md", "# Other\n\n" + section(1..<5))]).found
        #expect(
            found == [
                "guides/from_1_2.md:1 parallel-template guides/from_1_3.md:1 guides/from_1_4.md:1",
                "guides/from_1_4.md:3 identical-section guides/from_1_2.md:3",
                "x.md:3 near-duplicate-section guides/from_1_3.md:3",
            ])
    }

    /// What a family of pages and a page outside it both say is told once.
    @Test func aFamilyRepeatsAnotherPageOnce() throws {
        let notice =
            "## Notice\n\nWhoever takes part signs the sheet at the door and hands the pen to the next one in the row.\n"
        let pages = (2...4).map { (path: guide($0).path, text: guide($0).text + "\n" + notice) }
        let linted = try LintedText([("aside.md", "# Aside\n\n" + notice)] + pages)
        #expect(
            linted.found.filter { $0.contains("identical") } == [
                "guides/from_1_2.md:15 identical-section aside.md:3"
            ])
    }
}
