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
        #expect(fault(#"{"schemaVersion": 2, "findings": []}"#) == .unknownVersion(2))
        #expect(
            fault(#"{"schemaVersion": 1, "findings": [{"rule": "r", "content": ["xy"], "count": 1}]}"#)
                == .badEntry(1))
    }
}
