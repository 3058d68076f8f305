import Linting
import Outlining
import Refrain
import SimilarityJoin
import Testing

/// What the rules find, and what they leave alone.
struct RuleTests {
    private let backups = Passage.backups

    private func found(_ text: String, _ settings: [SettingKey: [String]] = [:]) throws -> [String] {
        try LintedText(text, settings: settings).found
    }

    @Test func copiesOfASectionAreIdenticalToTheFirst() throws {
        let text = "# A\n\n\(backups)\n\n# A\n\n**\(backups)**\n\n# 3. A\n\n\(backups.uppercased())\n"
        #expect(try found(text) == ["a.md:5 identical-section a.md:1", "a.md:9 identical-section a.md:1"])
    }

    @Test func anEditedCopyIsANearDuplicate() throws {
        #expect(
            try found("# A\n\n\(backups)\n\n# A\n\n\(backups) Truly.\n") == [
                "a.md:5 near-duplicate-section a.md:1"
            ])
    }

    @Test func aCopyWithAnotherNumberHasDriftedApart() throws {
        let other = backups.replacing("thirty days", with: "sixty days")
        let linted = try LintedText("# Backups\n\n\(backups)\n\n# Backups\n\n\(other)\n")
        #expect(linted.found == ["a.md:5 drifted-copy a.md:1"])
        guard case .drifted(_, let contradictions)? = linted.report.new.first?.evidence else {
            Issue.record("the evidence holds both values")
            return
        }
        #expect(contradictions.map(\.first) == ["sixty days"])
        #expect(contradictions.map(\.second) == ["thirty days"])
    }

    @Test func anAddedSentenceWithANegationContradictsNothing() throws {
        let more =
            "\(backups) Nobody can say whether the third place, which was never finished, will be used at all."
        #expect(
            try found("# A\n\n\(backups) \(Passage.visitors)\n\n# A\n\n\(more) \(Passage.visitors)\n") == [
                "a.md:5 near-duplicate-section a.md:1"
            ])
        let opposite = backups.replacing("They are kept", with: "They are not kept")
        #expect(try found("# A\n\n\(backups)\n\n# A\n\n\(opposite)\n") == ["a.md:5 drifted-copy a.md:1"])
    }

    @Test func aCopyWithOtherCodeHasDriftedApart() throws {
        func page(_ command: String) -> String {
            "# Restoring\n\n\(backups) \(Passage.visitors)\n\n```\n\(command) --from yesterday\n```\n"
        }
        #expect(
            try found(page("restore") + "\n" + page("recover")) == ["a.md:9 drifted-copy a.md:1"])
    }

    @Test func differentSectionsAreNoFinding() throws {
        #expect(try found("# A\n\n\(backups)\n\n# B\n\n\(Passage.invoices)\n").isEmpty)
    }

    @Test func linksToWhereItIsSaidRepeatNothing() throws {
        let link = "# Refunds\n\nSee [Refunds](billing.md#refunds).\n"
        #expect(try LintedText([("a.md", link), ("b.md", link), ("c.md", link)]).found.isEmpty)
    }

    @Test func aSectionWhosePointsStandInALargerOneIsContained() throws {
        let points = ["- \(backups)", "- \(Passage.visitors)"]
        let more = [
            "- \(Passage.invoices)",
            "- Keys are handed out against a signature and counted on the last day of the year.",
            "- The alarm is set by whoever leaves last; its code changes when somebody leaves the company.",
            "- Parcels are opened in the mail room only, and what is not addressed to anybody goes back within a week.",
        ]
        let text =
            "# Small\n\n\(points.joined(separator: "\n"))\n\n# Large\n\n\((more + points).joined(separator: "\n"))\n"
        #expect(try found(text) == ["a.md:1 contained-section a.md:6"])
    }

    @Test func headingsThatSiblingsShareAreAFinding() throws {
        let text =
            "# A\n\n## Use\n\n\(backups)\n\n## Use\n\n\(Passage.invoices)\n\n# B\n\n## Use\n\n\(Passage.visitors)\n"
        #expect(try found(text) == ["a.md:7 duplicate-heading a.md:3"])
        #expect(
            try found(text, [.headingScope: ["document"]]) == [
                "a.md:7 duplicate-heading a.md:3", "a.md:13 duplicate-heading a.md:3",
            ])
    }

    @Test(arguments: [
        "Security and security", "The the plan", "文档和文档", "如何控制推理成本和推理成本？", "Logs / logs",
    ])
    func phrasesJoinedWithThemselvesAreAFinding(heading: String) throws {
        #expect(try found("# \(heading)\n\n\(backups)\n") == ["a.md:1 repeated-phrase-in-heading"])
    }

    @Test(arguments: [
        "Data and data security", "What he had had", "文档和文档管理", "非锁定读和锁定读", "研究研究", "Backups and restores",
        "10 and 10", "`list` list all of them",
    ])
    func phrasesThatOnlyLookRepeatedAreNone(heading: String) throws {
        #expect(try found("# \(heading)\n\n\(backups)\n").isEmpty)
    }

    @Test func labelsAreLookedAtToo() throws {
        #expect(
            try found("# A\n\n- **速度和速度**：\(backups)\n") == ["a.md:3 repeated-phrase-in-heading"])
    }

    @Test(arguments: ["", "TODO\n", "*To be written.*\n", "待补充。\n", "TBD: ask the night shift\n"])
    func headingsWithoutContentAreAFinding(body: String) throws {
        #expect(try found("# A\n\n\(backups)\n\n# B\n\n\(body)") == ["a.md:5 empty-section"])
    }

    @Test(arguments: ["![a plan](plan.png)\n", "Nothing to do.\n", "## C\n\n\(Passage.invoices)\n"])
    func headingsWithContentAreNone(body: String) throws {
        #expect(try found("# A\n\n\(backups)\n\n# B\n\n\(body)").isEmpty)
    }

    @Test func familiesWrittenToOneTemplateAreOneFinding() throws {
        let commands = ["add", "remove", "list", "show", "rename"]
        let text = commands.map {
            "# tool \($0)\n\n\(backups) \(Passage.visitors) \(Passage.invoices) Run it as tool \($0) with a name behind it.\n"
        }.joined(separator: "\n")
        // Without the guard, which takes such sections for different ones.
        let linted = try LintedText(text, settings: [.guard: ["false"]])
        #expect(linted.found == ["a.md:1 parallel-template a.md:5 a.md:9 a.md:13 a.md:17"])
        #expect(!linted.report.fails)
    }

    @Test func everyPairHasAFindingOnOneSide() throws {
        // A chain: neighbours are alike, the ends are not, so that average linkage parts them.
        let words = [
            "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliett",
        ]
        let sections = (0..<4).map { start -> String in
            let own = (start * 2..<start * 2 + 8).map { words[$0 % 10] + String($0) }
            return "# S\n\n" + own.joined(separator: " ") + "\n"
        }
        let text = sections.joined(separator: "\n")
        let linted = try LintedText(text, settings: [.threshold: ["0.4"], .weights: ["sklearn"]])
        let found = Set(linted.report.new.map(\.place.section))
        #expect(linted.analysis.pairs.count > 2)
        for pair in linted.analysis.pairs { #expect(found.contains(pair.a) || found.contains(pair.b)) }
    }

    @Test func rulesHaveDistinctIdsAndAWholePage() {
        #expect(Set(Linter.ruleIDs).count == Linter.allRules.count)
        for rule in Linter.allRules {
            let manual = rule.manual
            for part in [
                rule.summary, manual.finds, manual.matters, manual.limits, manual.example, manual.settings,
                manual.remedy,
            ] { #expect(!part.isEmpty && !part.contains("  "), "\(rule.id)") }
        }
    }

    @Test func theReportIsTheSameForAnyNumberOfThreads() throws {
        let text = (0..<40).map {
            "# S\($0 % 7)\n\n\([backups, Passage.invoices, Passage.visitors][$0 % 3]) Number \($0 % 5).\n"
        }.joined(separator: "\n")
        let linted = try LintedText(text)
        let other = Linter(settings: .standard, threads: 3).report(on: linted.analysis)
        #expect(!linted.report.findings.isEmpty)
        #expect(linted.report.findings == other.findings)
    }
}
