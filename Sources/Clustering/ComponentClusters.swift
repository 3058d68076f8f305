internal import Matrices
internal import Scheduling
internal import Scoring
internal import SimilarityJoin
internal import Spilling

/// Solves connected components of similar rows, each by itself with the similarities of all its rows.
struct ComponentClusters: Sendable {
    /// How groups are compared.
    let linkage: Linkage
    /// The lowest similarity that joins two.
    let accepted: Double
    /// The threads.
    let workers: Workers
    /// The similarities that are known: those of pairs.
    let table: PairTable
    /// What makes similarities of all other cosines.
    let model: SimilarityModel
    /// The rows, and the items that they stand for.
    let matrix: TermMatrix
    let groups: RowGroups
    /// What the similarities of a component may take; they go to disk where they take more.
    let memory: WorkingMemory

    /// Components of more distinct rows than this are solved one after the other with all threads.
    private static let largeComponent = 512

    /// After so many components, rows on disk are let go of.
    private static let componentsPerRelease = 1024

    /// What the strips of a component's product may take: enough for BLAS at its peak up to some 100,000 distinct rows.
    private static let stripBudgetBytes = 1 << 30

    /// The rows of each cluster in `components`, rising; rows that no other is joined with are clusters of their own.
    func rows(of components: [[Int]]) throws(ScratchFileError) -> [[Int]] {
        let small = components.filter { $0.count <= Self.largeComponent }
        var found = workers.map(small.count, scratch: RowSelection(matrix: matrix)) { selection, index in
            if index % Self.componentsPerRelease == 0 { matrix.release() }
            let rows = small[index]
            if let similarities = table.similarities(among: rows) { return clusters(similarities, of: rows) }
            let similarities = TriangularMatrix(count: rows.count)
            fill(similarities, of: rows, &selection, workers: Workers(count: 1))
            return clusters(similarities, of: rows)
        }
        let large = components.filter { $0.count > Self.largeComponent }
        guard !large.isEmpty else { return found.flatMap { $0 } }
        var selection = RowSelection(matrix: matrix)
        for rows in large {
            let similarities = try TriangularMatrix(count: rows.count, memory: memory)
            fill(similarities, of: rows, &selection, workers: workers)
            found.append(clusters(similarities, of: rows))
        }
        return found.flatMap { $0 }
    }

    private func clusters(_ similarities: TriangularMatrix, of rows: [Int]) -> [[Int]] {
        var chain = NearestNeighborChain(
            similarities, sizes: rows.map { groups.itemsOfRow[$0].count }, linkage: linkage,
            threshold: accepted)
        return chain.clusters().map { points in points.map { rows[$0] } }
    }

    /// Writes what `rows` are similar with each other.
    private func fill(
        _ similarities: TriangularMatrix, of rows: [Int], _ selection: inout RowSelection, workers: Workers
    ) {
        Self.fill(similarities, of: selection.selecting(rows: rows), workers: workers)
        workers.forEach(rows.count) { point in
            let (values, others) = (similarities.similarities(of: point), rows[..<point])
            model.balance(values, of: rows[point], with: others)
            model.guardTokens(values, of: rows[point], with: others) { table.holds(rows[point], $0) }
        }
        table.put(into: similarities, of: rows, accepted: accepted)
    }

    /// Writes the products of all rows of `matrix` with each other.
    private static func fill(_ similarities: TriangularMatrix, of matrix: SparseMatrix, workers: Workers) {
        // Planned as for one thread and one budget, whatever they are: the height of a strip and which columns are dense
        // could change the last bit of a sum, and with it which of two equally near groups joins first.
        let strips = SimilarityStrips(matrix, memoryBudgetBytes: stripBudgetBytes, workerCount: 1)
        _ = workers.map(
            strips.count, scratch: [Float](repeating: 0, count: strips.bufferSize)
        ) { buffer, strip in
            buffer.withUnsafeMutableBufferPointer { strips.compute(strip: strip, into: $0) }
            let rows = strips.rows(ofStrip: strip)
            let width = matrix.rowCount - rows.lowerBound
            for row in rows {
                let start = (row - rows.lowerBound) * width - rows.lowerBound
                // Every pair belongs to one strip, so no two threads write the same value.
                for other in (row + 1)..<max(row + 1, matrix.rowCount) {
                    similarities[row, other] = buffer[start + other]
                }
            }
        }
    }
}
