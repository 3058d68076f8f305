internal import Matrices
internal import Scheduling
internal import SimilarityJoin
internal import Vectorizing

/// The pairs of texts that are alike, as the pipeline finds those of sections.
struct TextJoin {
    /// Which texts share a row: they are equal after normalization.
    let groups: RowGroups
    /// All pairs of rows that reach the threshold, similarity falling.
    let rowPairs: [SimilarPair]
    /// Joins `texts`.
    init(_ texts: [String], threshold: Double, settings: VectorizerSettings, workers: Workers) {
        let vectorized = Vectorizer(settings: settings, workers: workers).vectorize(texts)
        let matrix = vectorized.matrix
        groups = RowGroups(rowOfItem: vectorized.rowOfText, rowCount: matrix.rowCount) {
            vectorized.rowLengths[$0] == 0
        }
        rowPairs = ExactJoin(settings: JoinSettings(threshold: threshold), workers: workers)
            .pairs(in: matrix)
    }

    /// All pairs of texts that reach the threshold; those of one row have similarity 1, unless they hold nothing.
    var pairs: SimilarPairs { SimilarPairs(rowPairs, groups: groups, isEmpty: groups.isBlank) }
}
