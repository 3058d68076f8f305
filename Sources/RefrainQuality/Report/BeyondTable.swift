/// What a lexical score can't see: pairs that say the same in other words or another language.
struct BeyondTable: Sendable {
    /// What was found of the pairs of one kind and language.
    struct Row: Sendable, Equatable {
        let kind, language: String
        let count, foundCount: Int
        /// The highest similarity of a pair.
        let highest: Double
    }

    let rows: [Row]
    /// The threshold that is measured.
    let threshold: Double

    /// Looks at pairs however low their similarity is.
    private static let floor = "0.02"

    /// Measures `pairs`, all in one run.
    init(
        _ pairs: [FixturePairs.Pair], variation: Variation, threshold: Double, threads: Int
    ) throws(QualityFailure) {
        self.threshold = threshold
        var rows: [Row] = []
        for kind in Set(pairs.map(\.kind)).sorted() {
            for language in Set(pairs.filter { $0.kind == kind }.map(\.language)).sorted() {
                let own = pairs.filter { $0.kind == kind && $0.language == language }
                let set = FixturePairs.set(of: own, name: "\(kind)-\(language)")
                let run = try SetRun(
                    set, settings: try variation.settings(threshold: Self.floor), threads: threads)
                let scores = run.scores().filter { set.label(of: $0.pair) == .same }.map(\.similarity)
                rows.append(
                    Row(
                        kind: kind, language: language, count: own.count,
                        foundCount: scores.count { $0 >= threshold }, highest: scores.max() ?? 0))
            }
        }
        self.rows = rows
    }

    var text: String {
        guard !rows.isEmpty else { return "" }
        return """
            ## What it cannot see

            Pairs that say the same in other words, or in the other language (`Fixtures/Quality/beyond.jsonl`).


            """
                + Figure.table(
                    head: ["kind", "language", "pairs", "found", "highest similarity"],
                    rows: rows.map {
                        [$0.kind, $0.language, "\($0.count)", "\($0.foundCount)", Figure.text($0.highest)]
                    })
    }
}
