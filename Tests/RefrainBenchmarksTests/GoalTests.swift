import Testing

@testable import RefrainBenchmarks

struct GoalTests {
    private func goal(_ name: String, _ results: SpeedResults) throws -> Goal {
        try #require(Goals(of: .refrain, in: results).all.first { $0.name == name })
    }

    @Test func aRatioIsThatOfTheMedians() throws {
        let results = SampleResults.results([
            SampleResults.measurement(.refrain, 10_000, [0.5, 0.4, 9]),
            SampleResults.measurement(.gaoya, 10_000, [1, 1.2, 1.1]),
        ])
        let goal = try goal("times as fast as gaoya, 10,000 records", results)
        #expect(goal.figure == .exactly(1.1 / 0.5))
        #expect(goal.isMet == true)
    }

    @Test func aRatioBelowItsTargetIsNotMet() throws {
        let results = SampleResults.results([
            SampleResults.measurement(.refrain, 10_000, [0.5]),
            SampleResults.measurement(.rensa, 10_000, [1]),
        ])
        #expect(try goal("times as fast as rensa, 10,000 records", results).isMet == false)
    }

    @Test(arguments: [(1.0, Optional(true)), (3.0, nil)])
    func aStoppedPeerGivesABound(wall: Double, isMet: Bool?) throws {
        let results = SampleResults.results([
            SampleResults.measurement(.refrain, 50_000, [wall]),
            SampleResults.measurement(.sparseDotTopn, 50_000, [300.2], outcome: .timeLimit(seconds: 300)),
        ])
        let goal = try goal("times as fast as sparse_dot_topn, 50,000 records", results)
        #expect(goal.figure == .moreThan(300 / wall))
        #expect(goal.isMet == isMet)
    }

    @Test func whatWasNotMeasuredIsNeitherMetNorMissed() throws {
        let results = SampleResults.results([])
        #expect(Goals(of: .refrain, in: results).all.allSatisfy { $0.figure == nil && $0.isMet == nil })
    }

    @Test func growthAndMemoryAreThoseOfAHundredThousand() throws {
        let results = SampleResults.results([
            SampleResults.measurement(.refrain, 10_000, [0.5]),
            SampleResults.measurement(.refrain, 100_000, [8], peak: 700_000_000),
        ])
        let growth = try goal("time for 100,000 records over time for 10,000", results)
        #expect(growth.figure == .exactly(16) && growth.isMet == false)
        let memory = try goal("peak memory, 100,000 records", results)
        #expect(memory.figure == .exactly(700) && memory.isMet == true)
    }

    @Test func aMillionThatWasStoppedReachesNothing() throws {
        var results = SampleResults.results([])
        let budget = 8 << 30
        results.million = MillionResult(
            records: 1_000_000, fileBytes: 1, budgetBytes: budget,
            run: SampleResults.run(9, peak: budget - 1, outcome: .memoryLimit(bytes: budget)))
        #expect(try goal("peak memory, 1,000,000 records", results).figure == nil)
        results.million?.run.figures.outcome = .finished
        #expect(try goal("peak memory, 1,000,000 records", results).isMet == true)
    }
}
