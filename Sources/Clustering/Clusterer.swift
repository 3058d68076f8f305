public import Matrices
package import Scheduling
public import SimilarityJoin

/// Finds the clusters among items from the similar pairs of their rows.
///
/// Every linkage of `Linkage` cut at the threshold refines the connected components of the pairs: two groups
/// reach the threshold only where some pair between them does. So each component is solved apart with its full
/// similarity matrix, and the result is that of clustering all rows at once.
public struct Clusterer: Sendable {
    private let linkage: Linkage
    private let settings: JoinSettings
    private let workers: Workers

    /// Components of more distinct rows than this are solved one after the other with all threads.
    private static let largeComponent = 512

    /// After so many components, rows on disk are let go of.
    private static let componentsPerRelease = 1024

    /// What the strips of a component's product may take: enough for BLAS at its peak up to some 100,000 distinct rows.
    private static let stripBudgetBytes = 1 << 30

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
    /// Items that share a row are one point with the weight of its copies. Time O(m²) and
    /// memory 2·m² bytes for the m distinct rows of the largest component, besides what its similarities cost.
    ///
    /// - Parameters:
    ///   - pairs: all pairs of rows of `matrix` that reach the threshold, as `ExactJoin` gives them.
    ///   - demoted: pairs whose cosine reaches the threshold and whose score does not: what their similarity is.
    ///   - guarded: those of the demoted that differ in what they are about: linkage takes them for not similar at all, so that
    ///     a third text that is like both does not join them. Cohesion has them as they are.
    ///   - balance: what the cosines of all other pairs of rows are multiplied by, if by anything.
    ///   - matrix: the rows, L2-normalized.
    ///   - groups: the items that the rows stand for.
    public func clusters(
        of pairs: [SimilarPair], demoted: [SimilarPair] = [], guarded: [SimilarPair] = [],
        balance: LengthBalance? = nil, in matrix: TermMatrix, groups: RowGroups
    ) -> [Cluster] {
        let components = ConnectedComponents(rowCount: matrix.rowCount, pairs: pairs).components
        let table = PairTable(rowCount: matrix.rowCount, pairs: demoted.isEmpty ? pairs : pairs + demoted)
        let parted = table.parting(guarded)
        let small = components.filter { $0.count <= Self.largeComponent }
        var members = workers.map(small.count, scratch: RowSelection(matrix: matrix)) { selection, index in
            if index % Self.componentsPerRelease == 0 { matrix.release() }
            return parted.similarities(among: small[index]).map {
                self.members($0, rows: small[index], groups: groups)
            }
                ?? self.members(
                    of: small[index], parted, balance: balance, groups: groups, selection: &selection,
                    workers: Workers(count: 1))
        }
        let large = components.filter { $0.count > Self.largeComponent }
        if !large.isEmpty {
            var selection = RowSelection(matrix: matrix)
            members += large.map {
                self.members(
                    of: $0, parted, balance: balance, groups: groups, selection: &selection, workers: workers)
            }
        }
        members.append(copies(outside: components, in: matrix, groups: groups))
        let clusters = members.flatMap { $0 }
        return workers.map(clusters.count, scratch: ClusterCenter(matrix: matrix, pairs: table)) {
            center, index in
            center.cluster(of: clusters[index], groups: groups)
        }.sorted { $0.members[0] < $1.members[0] }
    }

    /// Clusters that were put together by something else than similarity, measured as the others are; in the order of
    /// `wanted`.
    ///
    /// - Parameters:
    ///   - wanted: for each cluster its items, rising and at least two, and the canonical one; nil: the medoid.
    ///   - pairs: as for `clusters(of:in:groups:)`, and the others too.
    package func clusters(
        _ wanted: [(members: [Int], canonical: Int?)], of pairs: [SimilarPair], in matrix: TermMatrix,
        groups: RowGroups
    ) -> [Cluster] {
        guard !wanted.isEmpty else { return [] }
        let table = PairTable(rowCount: matrix.rowCount, pairs: pairs)
        return workers.map(wanted.count, scratch: ClusterCenter(matrix: matrix, pairs: table)) {
            center, index in
            center.cluster(
                of: wanted[index].members, canonical: wanted[index].canonical, groups: groups)
        }
    }

    /// The items of rows that are in no component and stand for several.
    private func copies(
        outside components: [[Int]], in matrix: TermMatrix, groups: RowGroups
    ) -> [[Int]] {
        var isInside = [Bool](repeating: false, count: matrix.rowCount)
        for row in components.joined() { isInside[row] = true }
        return groups.itemsOfRow.indices.filter { row in
            !isInside[row] && groups.itemsOfRow[row].count > 1 && !matrix.isEmpty(row: row)
        }.map { groups.itemsOfRow[$0] }
    }

    /// The items of each cluster in one component, rising; single items are none.
    private func members(
        of component: [Int], _ table: PairTable, balance: LengthBalance?, groups: RowGroups,
        selection: inout RowSelection, workers: Workers
    ) -> [[Int]] {
        var similarities = Self.similarities(of: selection.selecting(rows: component), workers: workers)
        if let balance { similarities.multiply(by: balance, rows: component) }
        table.put(into: &similarities, of: component, accepted: settings.accepted)
        return members(similarities, rows: component, groups: groups)
    }

    /// The items of each cluster among `rows`, which are as similar as `similarities` says.
    private func members(_ similarities: TriangularMatrix, rows: [Int], groups: RowGroups) -> [[Int]] {
        let items = rows.map { groups.itemsOfRow[$0] }
        var chain = NearestNeighborChain(
            similarities, sizes: items.map(\.count), linkage: linkage,
            threshold: settings.accepted)
        return chain.clusters().map { points in points.flatMap { items[$0] }.sorted() }.filter {
            $0.count > 1
        }
    }

    /// All similarities between the rows of `matrix`.
    static func similarities(
        of matrix: SparseMatrix, workers: Workers
    ) -> TriangularMatrix {
        // Planned as for one thread and one budget, whatever they are: the height of a strip and which columns are dense
        // could change the last bit of a sum, and with it which of two equally near groups joins first.
        let strips = SimilarityStrips(matrix, memoryBudgetBytes: stripBudgetBytes, workerCount: 1)
        var result = TriangularMatrix(count: matrix.rowCount)
        result.withUnsafeMutableValues { values in
            // Every pair belongs to one strip, so no two threads write the same value.
            nonisolated(unsafe) let values = values
            _ = workers.map(
                strips.count, scratch: [Float](repeating: 0, count: strips.bufferSize)
            ) { buffer, strip in
                buffer.withUnsafeMutableBufferPointer { strips.compute(strip: strip, into: $0) }
                let rows = strips.rows(ofStrip: strip)
                let width = matrix.rowCount - rows.lowerBound
                for row in rows {
                    let start = (row - rows.lowerBound) * width - rows.lowerBound
                    for other in (row + 1)..<max(row + 1, matrix.rowCount) {
                        values[TriangularMatrix.index(row, other)] = buffer[start + other]
                    }
                }
            }
        }
        return result
    }
}
