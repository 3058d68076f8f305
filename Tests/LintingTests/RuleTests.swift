import Linting
import Reading
import Refrain
import SimilarityJoin
import Splitting
import Testing

/// Findings of the rules, marked in the input: a section whose text ends in "!rule" is a finding of that rule.
struct RuleTests {
    private let backups = "Backups run every night at two and are kept for thirty days in two places."

    private func findings(_ text: String, settings: [SettingKey: String] = [:]) throws -> [String] {
        var typed = TypedSettings()
        for (key, value) in settings { typed[key] = TypedSetting([value], origin: .commandLine) }
        let document = Document(path: "a.md", format: .markdown, text: text)
        let analysis = Pipeline(settings: try Settings(typed))
            .analysis(of: ReadResult(documents: [document], skipped: []))
        return Linter().findings(in: analysis).map { finding in
            "\(analysis.sections[finding.section].startLine) \(finding.rule) \(analysis.sections[finding.related].startLine)"
        }
    }

    @Test func copiesOfASectionAreIdenticalToTheFirst() throws {
        let text = "# A\n\n\(backups)\n\n# A\n\n**\(backups)**\n\n# A\n\n\(backups.uppercased())\n"
        #expect(try findings(text) == ["5 identical-section 1", "9 identical-section 1"])
    }

    @Test func anEditedCopyIsANearDuplicate() throws {
        let text = "# A\n\n\(backups)\n\n# A\n\n\(backups) Really.\n"
        #expect(try findings(text) == ["5 near-duplicate-section 1"])
    }

    @Test func aSectionHasOneFindingOfTheTwo() throws {
        let text = "# A\n\n\(backups)\n\n# A\n\n\(backups)\n\n# A\n\n\(backups) Really.\n"
        #expect(try findings(text) == ["5 identical-section 1", "9 near-duplicate-section 1"])
    }

    @Test func differentSectionsHaveNoFinding() throws {
        #expect(
            try findings("# A\n\n\(backups)\n\n# B\n\nInvoices are sent on the first of each month.\n")
                .isEmpty)
    }

    @Test func headingsOverOthersAreNoFinding() throws {
        #expect(
            try findings("# A\n\n## B\n\n\(backups)\n\n# A\n\n## C\n\nInvoices are sent monthly.\n").isEmpty)
    }

    @Test func sectionsWithoutWordsAreNoFinding() throws {
        #expect(try findings("# A\n\n## TODO\n\n## TODO\n\n# E\n\n![](y.png)\n\n# E\n\n![](z.png)\n").isEmpty)
    }

    @Test func noFindingAsksToGiveWayToACopy() throws {
        // Without normalization the numbers in front count for the similarity, but not for what is identical.
        let bodies = ["# 1. A\n\n\(backups) x\n", "# 2. A\n\n\(backups) x\n", "# 2. A\n\n\(backups) y\n"]
        let found = try findings(
            bodies.joined(separator: "\n"), settings: [.normalization: "none", .threshold: "0.5"])
        #expect(found == ["5 identical-section 1", "9 near-duplicate-section 1"])
    }

    @Test func numberingOfHeadingsDoesNotCount() throws {
        #expect(try findings("# 1. A\n\n\(backups)\n\n# 2. A\n\n\(backups)\n") == ["5 identical-section 1"])
    }

    @Test func everyPairHasAFindingOnOneSide() throws {
        // A chain: neighbours are alike, the ends are not, so that average linkage parts them.
        let words = [
            "alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliett",
        ]
        let paragraphs = (0..<4).map { start -> String in
            let numbered = (start * 2..<start * 2 + 8).map { words[$0 % 10] + String($0) }
            return "# S\n\n" + numbered.joined(separator: " ") + "\n"
        }
        let text = paragraphs.joined(separator: "\n")
        let document = Document(path: "a.md", format: .markdown, text: text)
        var typed = TypedSettings()
        typed[.threshold] = TypedSetting(["0.55"], origin: .commandLine)
        let analysis = Pipeline(settings: try Settings(typed))
            .analysis(of: ReadResult(documents: [document], skipped: []))
        let found = Set(Linter().findings(in: analysis).map(\.section))
        let clusterOf = analysis.clusterOfSection
        #expect(analysis.pairs.contains { clusterOf[$0.a] == nil || clusterOf[$0.a] != clusterOf[$0.b] })
        for pair in analysis.pairs { #expect(found.contains(pair.a) || found.contains(pair.b)) }
    }

    @Test func rulesHaveDistinctIdsAndASummary() {
        #expect(Set(Linter.allRules.map(\.id)).count == Linter.allRules.count)
        #expect(Linter.allRules.allSatisfy { !$0.summary.isEmpty })
    }
}
