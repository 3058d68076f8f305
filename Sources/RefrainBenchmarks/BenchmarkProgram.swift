import ArgumentParser

/// The program `RefrainBenchmarks`: measures Refrain, its stages and its peers, and writes a folder of `Reports/Speed`.
@main
struct BenchmarkProgram: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "RefrainBenchmarks",
        abstract: "Measures Refrain, its stages and its peers on the same records.",
        subcommands: [SpeedCommand.self, GrowthCommand.self, SummaryCommand.self, CorpusCommand.self])
}
