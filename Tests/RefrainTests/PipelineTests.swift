import Reading
import Refrain
import SimilarityJoin
import Testing

/// The run as a whole.
struct PipelineTests {
    private static let input = ReadResult(
        documents: [
            Document(
                path: "tea.md", format: .markdown,
                text: """
                    ## Kettle

                    Fill the kettle with fresh water, put it on the ring and wait until it whistles.

                    ## The kettle

                    Fill the kettle with fresh water, put it on its ring, and wait until it whistles.

                    ## Cups

                    Warm the cups before the tea goes in.
                    """)
        ], skipped: [])

    @Test func whoAsksForNoClustersGetsTheSamePairs() {
        let whole = Pipeline(settings: .standard, threads: 1, progress: nil).analysis(of: Self.input)
        let pairsAlone = Pipeline(settings: .standard, threads: 1, findsClusters: false, progress: nil)
            .analysis(of: Self.input)
        #expect(whole.clusters.count == 1 && whole.pairs.count == 1)
        #expect(pairsAlone.clusters.isEmpty)
        #expect(Array(pairsAlone.pairs) == Array(whole.pairs))
    }
}
