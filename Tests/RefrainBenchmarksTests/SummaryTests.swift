import Testing

@testable import RefrainBenchmarks

struct SummaryTests {
    private var results: SpeedResults {
        var results = SampleResults.results([
            SampleResults.measurement(.refrain, 10_000, [0.5, 0.52, 0.51]),
            SampleResults.measurement(.gaoya, 10_000, [0.9]),
            SampleResults.measurement(.gaoya, 100_000, [300], outcome: .timeLimit(seconds: 300)),
        ])
        results.accuracies = [
            Accuracy(
                of: PairList([(0, 1), (1, 2)]), exact: PairList([(0, 1)]), tool: .gaoya, records: 10_000)
        ]
        return results
    }

    @Test func goalsSayWhatWasReached() {
        let text = Summary(of: results).text
        #expect(text.contains("| times as fast as gaoya, 10,000 records | ≥ 2× | 1.76×, **not met** |"))
        #expect(text.contains("| threshold 0.5, 10,000 records | ≤ 2 s | not measured |"))
    }

    @Test func timesHaveTheirSpreadAndStoppedToolsTheirLimit() {
        let text = Summary(of: results).text
        #expect(text.contains("| `refrain` | 0.510 (0.500–0.520) |  |"))
        #expect(text.contains("| `gaoya` | 0.900 | stopped at 300 s |"))
    }

    @Test func aToolThatFailedIsNamedWithWhatItSaid() {
        let failed = SampleResults.measurement(
            .rensa, 10_000, [1], outcome: .failed(message: "status 1: no module"))
        let text = Summary(of: SampleResults.results([failed])).text
        #expect(text.contains("| `rensa` | failed |"))
        #expect(text.contains("- `rensa` failed on 10,000 records: status 1: no module"))
    }

    @Test func pairsHaveShareAndWhatIsBelow() {
        #expect(Summary(of: results).text.contains("| `gaoya` | 2 / 100 % / 1 |"))
    }

    @Test func stagesAreThoseOfRefrain() {
        #expect(Summary(of: results).text.contains("| join | 0.255 (0.250–0.260) |"))
    }

    @Test func theSummaryIsMadeAnewFromTheRawResults() throws {
        let folder = try TemporaryFolder()
        let report = ReportFolder(path: folder.path("report"))
        try report.write(results)
        #expect(try report.results() == results)
        #expect(try folder.text("report/README.md") == Summary(of: results).text)
        #expect(try folder.text("report/time.svg") == ToolPlots(of: results).time.svg)
    }

    @Test func figuresHaveThreeDigitsThatCount() {
        #expect(
            [0.01234, 1.234, 12.34, 123.4, 1234, 123_456_789].map(Figures.short) == [
                "0.0123", "1.23", "12.3", "123", "1,234", "123 million",
            ])
        #expect(Figures.percentage(0.9999) == "99.9 %" && Figures.percentage(1) == "100 %")
        #expect(Figures.thousands(150_000) == "150k" && Figures.count(1_234_567) == "1,234,567")
    }
}
