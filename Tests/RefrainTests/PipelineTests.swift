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

    /// Texts are word for word the same where a reader could not tell them apart.
    @Test(arguments: [
        ("```yaml\na:\n  b: 1\nc: 2\n```", "```yaml\na:\n  b: 1\n  c: 2\n```", false),
        ("```\na  b\n```", "```\na b\n```", true), ("    a\n      b", "    a\n    b", false),
        ("- x\n\n  ```\n  a\n    b\n  ```", "- x\n\n  ```\n  a\n   b\n  ```", false),
        ("- [ ] one\n- [x] two", "- [x] one\n- [ ] two", false), ("- [X] one", "* [x]  one", true),
        ("1. [ ] one", "1. one", false),
    ])
    func whatAReaderSeesMakesAnIdentity(_ first: String, _ second: String, _ areSame: Bool) throws {
        for includesCode in ["false", "true"] {
            var typed = TypedSettings()
            typed[.code] = TypedSetting([includesCode], origin: .commandLine)
            let settings = try Settings(typed)
            let documents = [first, second].enumerated().map { index, text in
                Document(path: "\(index).md", format: .markdown, text: "# A\n\n\(text)\n")
            }
            let fingerprints = Pipeline(settings: settings)
                .analysis(of: ReadResult(documents: documents, skipped: [])).fingerprints
            #expect((fingerprints[0] == fingerprints[1]) == areSame)
        }
    }
}
