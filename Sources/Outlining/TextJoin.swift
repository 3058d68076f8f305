internal import Matrices
internal import Scheduling
internal import SimilarityJoin
internal import Vectorizing

/// The pairs of texts that are alike, as the pipeline finds those of sections.
struct TextJoin {
    /// Which texts share a row: they are equal to the byte.
    let groups: RowGroups
    /// All pairs of rows that reach the threshold, similarity falling.
    let rowPairs: [SimilarPair]

    /// Joins `texts`.
    init(_ texts: [String], threshold: Double, settings: VectorizerSettings, workers: Workers) {
        let vectorized = Vectorizer(settings: settings, workers: workers).vectorize(texts)
        groups = RowGroups(rowOfItem: vectorized.rowOfText, rowCount: vectorized.matrix.rowCount)
        rowPairs = ExactJoin(settings: JoinSettings(threshold: threshold), workers: workers)
            .pairs(in: vectorized.matrix)
    }

    /// All pairs of texts that reach the threshold; those of one row have similarity 1.
    var pairs: SimilarPairs { SimilarPairs(rowPairs, groups: groups) { _ in false } }
}
