public import Matrices
package import Scheduling
public import SimilarityJoin

/// Finds the clusters among rows from their similar pairs.
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

    /// The clusters of two rows or more, by their first member.
    ///
    /// Identical rows are one point with the weight of its copies. Time O(m²) and memory 2·m² bytes for the m
    /// distinct rows of the largest component, besides what its similarities cost.
    ///
    /// - Parameters:
    ///   - pairs: all pairs of `matrix` that reach the threshold, as `ExactJoin` gives them.
    ///   - matrix: the rows, L2-normalized.
    public func clusters(of pairs: [SimilarPair], in matrix: SparseMatrix) -> [Cluster] {
        let components = ConnectedComponents(rowCount: matrix.rowCount, pairs: pairs).components
            .map { DistinctRows($0, in: matrix) }
        let small = components.filter { $0.points.count <= Self.largeComponent }
        let large = components.filter { $0.points.count > Self.largeComponent }
        var groups = workers.map(small.count, scratch: RowSelection(matrix: matrix)) { selection, index in
            self.groups(of: small[index], selection: &selection, workers: Workers(count: 1))
        }
        var selection = RowSelection(matrix: matrix)
        for component in large {
            groups.append(self.groups(of: component, selection: &selection, workers: workers))
        }
        let members = groups.flatMap { $0 }
        return workers.map(members.count, scratch: ClusterCenter(matrix: matrix)) { center, index in
            center.cluster(of: members[index])
        }.sorted { $0.members[0] < $1.members[0] }
    }

    /// The groups of two rows or more in one component.
    private func groups(
        of component: DistinctRows, selection: inout RowSelection, workers: Workers
    ) -> [[Int]] {
        let rows = component.points.map { $0[0] }
        let similarities = Self.similarities(
            of: selection.selecting(rows: rows), memoryBudgetBytes: settings.memoryBudgetBytes,
            workers: workers)
        var chain = NearestNeighborChain(
            similarities, sizes: component.points.map(\.count), linkage: linkage,
            threshold: settings.threshold - JoinSettings.tolerance)
        return chain.clusters().map { points in points.flatMap { component.points[$0] }.sorted() }
            .filter { $0.count > 1 }
    }

    /// All similarities between the rows of `matrix`.
    static func similarities(
        of matrix: SparseMatrix, memoryBudgetBytes: Int, workers: Workers
    ) -> TriangularMatrix {
        let strips = SimilarityStrips(
            matrix, memoryBudgetBytes: memoryBudgetBytes, workerCount: workers.count)
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
