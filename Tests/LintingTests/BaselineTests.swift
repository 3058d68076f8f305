import Linting
import Refrain
import Splitting
import Testing

/// Known findings don't count; fresh ones do.
struct BaselineTests {
    private let copy = "# A\n\n\(Passage.backups)\n\n"
    private let near = "# A\n\n\(Passage.backups) Truly.\n\n"

    private func baseline(of text: String) throws -> Baseline {
        let linted = try LintedText(text)
        return Baseline(linted.report) { linted.analysis.sections[$0].heading }
    }

    private func lint(_ text: String, _ baseline: Baseline) throws -> LintedText {
        try LintedText([("b.md", text)], baseline: baseline)
    }

    @Test func knownFindingsDoNotCountWhereverTheyMove() throws {
        let baseline = try baseline(of: copy + copy + near)
        let moved =
            "# Elsewhere\n\n\(Passage.invoices)\n\n" + near
            + copy.replacing("every night", with: "every  *night*") + copy
        let linted = try lint(moved, baseline)
        #expect(linted.found.isEmpty)
        #expect(linted.report.baselinedCount == 2)
        #expect(linted.report.unmatchedBaseline.isEmpty)
    }

    @Test func aFreshCopyOfAKnownTextCounts() throws {
        let linted = try lint(copy + copy + copy, try baseline(of: copy + copy))
        #expect(linted.found == ["b.md:9 identical-section b.md:1"])
    }

    /// The fresh section lies between the two that were known, which are both compared with it.
    @Test func aFreshCopyThatBecomesCanonicalCountsOnce() throws {
        let known = near + copy.replacing("quarter.", with: "quarter, and what was found is written down.")
        let baseline = try baseline(of: known)
        #expect(baseline.entries.count == 1)
        let linted = try lint(known + copy, baseline)
        #expect(linted.found == ["b.md:1 near-duplicate-section b.md:9"])
        #expect(linted.report.baselinedCount == 1)
        #expect(linted.report.unmatchedBaseline.isEmpty)
        #expect(try lint(known + copy, baseline.pruned(by: linted.report)).found.count == 1)
    }

    /// A tree whose texts have changed a little comes before the one that the baseline was written for.
    @Test func parallelTreesAreKnownWhicheverComesFirst() throws {
        func tree(_ name: String, _ more: String) -> [(path: String, text: String)] {
            [("\(name)/a.md", copy + more), ("\(name)/b.md", near + more)]
        }
        let settings: [SettingKey: [String]] = [.parallel: ["/*"]]
        let before = try LintedText(tree("v1", ""), settings: settings)
        let baseline = Baseline(before.report) { before.analysis.sections[$0].heading }
        let linted = try LintedText(
            tree("latest", "Nothing else is kept.\n") + tree("v1", ""), settings: settings, baseline: baseline
        )
        #expect(linted.found.isEmpty && linted.report.baselinedCount == 1)
    }

    @Test func aFreshCopyCountsThatTheChangeBrought() throws {
        let baseline = try baseline(of: copy + copy)
        let linted = try LintedText(
            [("b.md", copy + copy + copy)], baseline: baseline, changes: { _ in ChangedSections([1]) })
        #expect(linted.found == ["b.md:5 identical-section b.md:1"])
    }

    @Test func anEditedKnownTextCounts() throws {
        let linted = try lint(
            copy + near.replacing("two places", with: "three places"), try baseline(of: copy + near))
        #expect(linted.found.count == 1)
        #expect(linted.report.unmatchedBaseline.map(\.count) == [1])
    }

    @Test func whatIsGoneCanBePruned() throws {
        let baseline = try baseline(of: copy + copy + copy + near)
        let linted = try lint(copy + copy, baseline)
        #expect(linted.found.isEmpty)
        #expect(linted.report.unmatchedBaseline.map(\.count) == [1, 1])
        let pruned = baseline.pruned(by: linted.report)
        #expect(pruned.entries.map(\.count) == [1])
        #expect(try lint(copy + copy, pruned).report.unmatchedBaseline.isEmpty)
    }

    /// Weights of terms follow the corpus: what is added anywhere can move a pair below the threshold.
    @Test func aPairIsNotGoneWhileBothOfItsSectionsStand() throws {
        let baseline = try baseline(of: copy + near)
        #expect(baseline.entries.count == 1)
        func lint(_ text: String) throws -> LintedText {
            try LintedText([("b.md", text)], settings: [.threshold: ["0.999"]], baseline: baseline)
        }
        let standing = try lint(copy + near)
        #expect(!standing.report.findings.contains { $0.rule == baseline.entries[0].rule })
        #expect(standing.report.unmatchedBaseline.isEmpty)
        #expect(try lint(copy).report.unmatchedBaseline.map(\.count) == [1])
    }

    @Test func whatARunDoesNotLookForIsNotGone() throws {
        let baseline = try baseline(of: copy + copy + near)
        for settings in [[.select: ["empty-section"]], [.ignore: ["identical-section"]]]
            as [[SettingKey: [String]]]
        {
            let linted = try LintedText([("b.md", copy + near)], settings: settings, baseline: baseline)
            #expect(linted.found.isEmpty && linted.report.unmatchedBaseline.isEmpty)
        }
    }

    @Test func theFileReadsBackAsTheSameBaseline() throws {
        let baseline = try baseline(of: copy + copy + copy + near + "# “Z/\\”\n")
        #expect(baseline.entries.count == 3)
        #expect(try Baseline(json: Array(baseline.json.utf8)) == baseline)
        #expect(try Baseline(json: Array(Baseline().json.utf8)) == Baseline())
    }

    @Test func theFileHoldsAFindingALine() throws {
        let text = try baseline(of: copy + copy).json
        let fingerprint = try #require(LintedText(copy).analysis.fingerprints.first)
        #expect(
            text == """
                {
                  "schemaVersion": 1,
                  "findings": [
                    {"content":["\(fingerprint)","\(fingerprint)"],"count":1,"heading":"A","rule":"identical-section"}
                  ]
                }

                """)
    }

    @Test func whatIsNoBaselineIsRefused() {
        func fault(_ text: String) -> BaselineFault? {
            do throws(BaselineFault) {
                _ = try Baseline(json: Array(text.utf8))
                return nil
            } catch { return error }
        }
        #expect(fault("") == .notABaseline)
        #expect(fault("[]") == .notABaseline)
        #expect(fault("{\n<<<<<<< HEAD\n=======\n>>>>>>> main\n}") == .unfinishedMerge(line: 2))
        #expect(fault("{\n  <<<<<<< HEAD\n}") == .notABaseline)
        #expect(fault(#"{"schemaVersion": 2, "findings": []}"#) == .unknownVersion(2))
        #expect(
            fault(#"{"schemaVersion": 1, "findings": [{"rule": "r", "content": ["xy"], "count": 1}]}"#)
                == .badEntry(1))
        for count in [0, -1, 1_000_000_001, Int.max] {
            let content = String(repeating: "0", count: 32)
            let entry = #"{"rule": "r", "content": ["\#(content)"], "count": \#(count)}"#
            #expect(fault(#"{"schemaVersion": 1, "findings": [\#(entry)]}"#) == .badEntry(1))
        }
    }
}
