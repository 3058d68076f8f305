import Testing

@testable import RefrainBenchmarks

struct StageKernelsTests {
    @Test func everyStageHasItsFigures() throws {
        let folder = try TemporaryFolder()
        try Corpus.synthetic(SyntheticCorpus(seed: 1)).write(first: 300, to: folder.path("records.jsonl"))
        let results = try StageKernels(threads: 2, runs: 2).results(
            onFile: folder.path("records.jsonl"),
            dense: DenseKernels(threads: 2, side: 32, products: 1, rows: 64, columns: 16))
        #expect(
            results.map(\.name) == [
                "read and split", "normalize (unicode)", "normalize (none)", "count n-grams", "vectorize",
                "vectorize", "join",
                "join",
                "cluster", "report (text)", "report (jsonl)", "report (json)", "sgemm", "join (dense)",
            ])
        for result in results {
            #expect(result.peakBytes > 0 && !result.figures.isEmpty)
            for figure in result.figures { #expect(figure.value > 0, "\(result.name): \(figure.name)") }
        }
        #expect(results.filter { $0.name == "vectorize" }.map(\.threads) == [1, 2])
    }
}
