import ArgumentParser

/// `RefrainBenchmarks corpus`.
struct CorpusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corpus", abstract: "Write the first records of a corpus, or of one made from a seed.")

    @OptionGroup var source: CorpusOptions

    @Option(help: "How many records.")
    var records: Int

    @Option(help: "The file that is written.")
    var output: String

    func run() throws {
        let written = try source.corpus.write(first: records, to: output)
        guard written == records else {
            throw BenchmarkFailure.corpusTooSmall(
                path: source.path ?? "the corpus", records: written, wanted: records)
        }
    }
}
