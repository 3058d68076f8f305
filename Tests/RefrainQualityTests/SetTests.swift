import Foundation
import Reading
import TestSupport
import Testing

@testable import RefrainQuality

/// Labelled sets: what is read, and what a run makes of it.
struct SetTests {
    private static let fixtures = Repository.path("Fixtures/Quality/pairs.jsonl")

    @Test func theFixturesHoldEnoughOfEachKindInBothLanguages() throws {
        let pairs = try FixturePairs(path: Self.fixtures).pairs
        #expect(pairs.count >= 120 && Set(pairs.map(\.id)).count == pairs.count)
        for language in ["en", "zh"] {
            let kinds = Dictionary(grouping: pairs.filter { $0.language == language }, by: \.kind)
            #expect(
                kinds.mapValues(\.count) == [
                    "near-duplicate": 20, "discriminating-token": 20, "templated": 10, "same-subject": 10,
                ])
        }
        for pair in pairs {
            #expect(pair.label == (pair.kind == "near-duplicate" ? "duplicate" : "different"), "\(pair.id)")
            #expect(!pair.why.isEmpty && pair.a != pair.b, "\(pair.id)")
        }
    }

    @Test func groundTruthGivesLabelsPagesAndClusters() throws {
        let json = """
            {"items": [
              {"first": {"path": "docs/v1/a.md", "line": 3, "heading_path": ["A"]}, "keys": ["x|docs/*/a.md|A|0"]},
              {"first": {"path": "docs/v2/a.md", "line": 5, "heading_path": ["A"]}, "keys": ["x|docs/*/a.md|A|0"]},
              {"first": {"path": "docs/v2/b.md", "line": 1, "heading_path": [null, "B"]}, "keys": ["x|docs/*/b.md|B|0"]}],
             "pos": [[0, 1, 0.9]], "ignore_unlabelled_dup": [[1, 2, 0.7]], "ignore_rewritten": []}
            """
        let truth = try GroundTruth.decoded(Data(json.utf8))
        let set = truth.labelledSet(name: "x", folder: "x/docs")
        #expect(set.items.map(\.page) == ["docs/*/a.md", "docs/*/a.md", "docs/*/b.md"])
        #expect(set.items[2].heading == "B" && set.clusterOfItem == [0, 0, 2])
        #expect(set.label(of: ItemPair(1, 0)) == .same && set.label(of: ItemPair(1, 2)) == .unjudged)
        #expect(set.label(of: ItemPair(0, 2)) == .different)
    }

    @Test func aRunScoresItemsByTheSectionAtTheirLine() throws {
        let text =
            "# One\n\nThe same words stand here twice over.\n\n# Two\n\nThe same words stand here twice over!\n"
        let items = [1, 5, 9].map { LabelledItem(path: "a.md", line: $0, heading: "", page: "a.md") }
        let set = LabelledSet(
            name: "x", input: .documents([Document(path: "a.md", format: .markdown, text: text)]),
            items: items,
            labels: [ItemPair(0, 1): .same], unlisted: .different, clusterOfItem: [0, 0, 1], kinds: [:])
        let run = try SetRun(
            set, settings: try Variation(name: "", changes: []).settings(threshold: "0.3"), threads: 1)
        #expect(run.sectionOfItem == [0, 1, nil] && run.missingCount == 1)
        #expect(run.scores().map(\.pair) == [ItemPair(0, 1)])
        #expect(run.ranked(run.scores()).accuracy(at: 0.3) == Accuracy(found: 1, wrong: 0, wanted: 1))
        #expect(run.clusterAgreement()?.adjustedRandIndex == 1)
    }
}
