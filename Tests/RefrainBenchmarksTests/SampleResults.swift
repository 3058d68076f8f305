@testable import RefrainBenchmarks

/// Results made up for tests.
enum SampleResults {
    static func run(_ wall: Double, peak: Int = 100_000_000, outcome: Outcome = .finished) -> ToolRun {
        ToolRun(
            figures: ProcessFigures(
                wallSeconds: wall, cpuSeconds: wall * 2, peakBytes: peak, outcome: outcome),
            stages: [StageSeconds(stage: "join", seconds: wall / 2)], loadAverage: 0)
    }

    static func measurement(
        _ tool: Tool, _ records: Int, _ walls: [Double], peak: Int = 100_000_000, outcome: Outcome = .finished
    ) -> Measurement {
        Measurement(tool: tool, records: records, runs: walls.map { run($0, peak: peak, outcome: outcome) })
    }

    static func results(_ measurements: [Measurement]) -> SpeedResults {
        SpeedResults(
            date: "2026-01-02",
            machine: Machine(name: "Abacus <9>", cores: 2, memoryBytes: 8_000_000_000, system: "Debian 12"),
            commit: "0123456", versions: ["gaoya": "0.2.2"],
            corpus: CorpusDescription(name: "made records", fileBytes: [10_000: 10]),
            settings: MeasuringSettings(
                sizes: [10_000, 100_000], runs: 3, limitSeconds: 300, singleRunSeconds: 60, threads: 2),
            measurements: measurements)
    }
}
