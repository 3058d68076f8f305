import Refrain
import TestSupport
import Testing

@testable import RefrainQuality

/// The guard's forms against the library's own runs.
struct GuardStudyTests {
    @Test func aClassTakesAPairAwayAndAFactorLowersIt() {
        #expect(GuardForm.none.similarity(0.8, penalty: 0.25) == 0.8)
        #expect(GuardForm.factor.similarity(0.8, penalty: 0.25) == 0.8 * 0.75)
        #expect(GuardForm.apart(from: 0.25).similarity(0.8, penalty: 0.25) == 0)
        #expect(GuardForm.apart(from: 0.3).similarity(0.8, penalty: 0.25) == 0.8)
    }

    @Test(arguments: ["en", "zh"])
    func noneAndFactorAreWhatTheLibraryFinds(_ language: String) throws {
        let fixtures = try FixturePairs(path: Repository.path("Fixtures/Quality/pairs.jsonl"))
        let set = FixturePairs.set(of: fixtures.pairs.filter { $0.language == language }, name: language)
        let study = try GuardStudy(set, threshold: 0.6, threads: 2)
        for (form, changes) in [(GuardForm.none, [(SettingKey.guard, "false")]), (.factor, [])] {
            let settings = try Variation(name: "", changes: changes).settings(threshold: "0.6")
            let run = try SetRun(set, settings: settings, threads: 2)
            let row = try #require(study.rows.first { $0.form == form })
            #expect(row.accuracy == run.ranked(run.scores()).accuracy(at: 0.6))
        }
        let without = try #require(study.rows.first { $0.form == .none })
        for row in study.rows where row.form != .none {
            #expect(row.accuracy.wrong < without.accuracy.wrong && row.adjustedRandIndex == nil)
        }
    }
}
