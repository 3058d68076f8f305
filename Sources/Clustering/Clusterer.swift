public import Matrices
package import Scheduling
package import Scoring
public import SimilarityJoin
package import Spilling

/// Finds the clusters among items from the similar pairs of their rows.
///
/// Every linkage of `Linkage` cut at the threshold refines the connected components of the pairs: two groups
/// reach the threshold only where some pair between them does. So each component is solved apart with its full
/// similarity matrix, and the result is that of clustering all rows at once.
public struct Clusterer: Sendable {
    private let linkage: Linkage
    private let settings: JoinSettings
    private let workers: Workers

    /// Makes a clusterer that works on `workers` threads.
    ///
    /// - Parameter settings: those of the join that the pairs come from.
    package init(linkage: Linkage, settings: JoinSettings, workers: Workers) {
        self.linkage = linkage
        self.settings = settings
        self.workers = workers
    }

    /// Makes a clusterer that works on `threads` threads.
    public init(linkage: Linkage = .average, settings: JoinSettings, threads: Int = 1) {
        self.init(linkage: linkage, settings: settings, workers: Workers(count: threads))
    }

    /// The clusters of two items or more, by their first member.
    ///
    /// Items that share a row are one point with the weight of its copies. Time O(m²) and memory 2·m² bytes for the m distinct rows
    /// of the largest component, besides what its similarities cost. Single linkage takes neither: its clusters are the components.
    /// Cohesion takes O(k) products a row for those of a cluster's k rows that are no pairs.
    ///
    /// - Parameters:
    ///   - pairs: all pairs of rows of `matrix` whose cosine reaches the threshold, scored by `model`.
    ///   - model: what says how similar any two rows are.
    ///   - matrix: the rows, L2-normalized.
    ///   - groups: the items that the rows stand for.
    ///   - memory: what the similarities of a component may take; they go to disk where they take more.
    /// - Throws: `ScratchFileError` where the disk does not take them.
    package func clusters(
        of pairs: ScoredPairs, by model: SimilarityModel, in matrix: TermMatrix, groups: RowGroups,
        memory: WorkingMemory
    ) throws(ScratchFileError) -> [Cluster] {
        let components = ConnectedComponents(rowCount: matrix.rowCount, pairs: pairs.pairs).components
        let table = Self.table(of: pairs, in: matrix)
        let rows =
            linkage == .single
            ? components
            : try ComponentClusters(
                linkage: linkage, accepted: settings.accepted, workers: workers,
                table: table.parting(pairs.parted), model: model, matrix: matrix, groups: groups,
                memory: memory
            ).rows(of: components)
        let clusters =
            rows.map { $0.flatMap { groups.itemsOfRow[$0] }.sorted() }.filter { $0.count > 1 }
            + copies(outside: components, in: matrix, groups: groups)
        let center = ClusterCenter(matrix: matrix, pairs: table, model: model)
        return workers.map(clusters.count, scratch: center) { center, index in
            center.cluster(of: clusters[index], groups: groups)
        }.sorted { $0.members[0] < $1.members[0] }
    }

    /// The clusters of pairs whose cosine is their similarity.
    public func clusters(of pairs: [SimilarPair], in matrix: TermMatrix, groups: RowGroups) -> [Cluster] {
        do throws(ScratchFileError) {
            return try clusters(
                of: ScoredPairs(unscored: pairs), by: .cosine, in: matrix, groups: groups, memory: .unlimited)
        } catch {
            preconditionFailure("without a bound nothing is written to disk: \(error)")
        }
    }

    /// Clusters that were put together by something else than similarity, measured as the others are; in the order of
    /// `wanted`.
    ///
    /// - Parameters:
    ///   - wanted: for each cluster its items, rising and at least two, and the canonical one; nil: the medoid.
    ///   - pairs: as for `clusters(of:by:in:groups:memory:)`, and the others too.
    package func clusters(
        _ wanted: [(members: [Int], canonical: Int?)], of pairs: ScoredPairs, by model: SimilarityModel,
        in matrix: TermMatrix, groups: RowGroups
    ) -> [Cluster] {
        guard !wanted.isEmpty else { return [] }
        let center = ClusterCenter(matrix: matrix, pairs: Self.table(of: pairs, in: matrix), model: model)
        return workers.map(wanted.count, scratch: center) { center, index in
            center.cluster(
                of: wanted[index].members, canonical: wanted[index].canonical, groups: groups)
        }
    }

    /// The scores of all pairs that have one.
    private static func table(of pairs: ScoredPairs, in matrix: TermMatrix) -> PairTable {
        PairTable(
            rowCount: matrix.rowCount,
            pairs: pairs.demoted.isEmpty ? pairs.pairs : pairs.pairs + pairs.demoted)
    }

    /// The items of rows that are in no component and stand for several.
    private func copies(
        outside components: [[Int]], in matrix: TermMatrix, groups: RowGroups
    ) -> [[Int]] {
        var isInside = [Bool](repeating: false, count: matrix.rowCount)
        for row in components.joined() { isInside[row] = true }
        return groups.itemsOfRow.indices.filter { row in
            !isInside[row] && groups.itemsOfRow[row].count > 1 && !groups.isBlank(row: row)
        }.map { groups.itemsOfRow[$0] }
    }
}
