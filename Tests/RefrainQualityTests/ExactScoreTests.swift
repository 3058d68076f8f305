import Reading
import Refrain
import SimilarityJoin
import TestSupport
import Testing

@testable import RefrainQuality

/// Scores are exact: which pairs are found depends on nothing but their score and the threshold.
struct ExactScoreTests {
    private func pairs(_ threshold: String, threads: Int) throws -> [SimilarPair] {
        let fixtures = try FixturePairs(path: Repository.path("Fixtures/Quality/pairs.jsonl"))
        let documents = fixtures.sets.flatMap { set -> [Document] in
            guard case .documents(let documents) = set.input else { return [] }
            return documents
        }
        let settings = try Variation(name: "", changes: []).settings(threshold: threshold)
        return Array(
            Pipeline(settings: settings, threads: threads).analysis(
                of: ReadResult(documents: documents, skipped: [])
            ).pairs)
    }

    @Test(arguments: ["0.5", "0.6", "0.8", "0.95"])
    func pairsAtAThresholdAreThoseOfALowerOneThatReachIt(_ threshold: String) throws {
        let least = try #require(Double(threshold)) - JoinSettings.tolerance
        let expected = try pairs("0.2", threads: 1).filter { $0.similarity >= least }
        #expect(expected.count > 5)
        for threads in [1, 3] { #expect(try pairs(threshold, threads: threads) == expected) }
    }
}
