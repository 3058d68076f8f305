package import SimilarityJoin

/// Which pairs `find` writes.
public enum PairSelection: String, Sendable, CaseIterable {
    /// All.
    case all
    /// One for each pair of different texts: the first copy of each stands for the others.
    case distinct
    /// None.
    case none

    /// Those of `pairs` that are written.
    package func selected(from pairs: SimilarPairs) -> SimilarPairs {
        switch self {
        case .all: pairs
        case .distinct: pairs.ofFirstItems
        case .none: SimilarPairs([], groups: RowGroups(rowCount: 0)) { _ in true }
        }
    }
}
