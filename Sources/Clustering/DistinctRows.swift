internal import Matrices

/// The rows of a component with identical ones put together.
struct DistinctRows: Sendable {
    /// Each distinct row with all rows equal to it, rising; by first row.
    let points: [[Int]]

    /// Groups `rows` of `matrix`, which must rise. O(entries) expected.
    init(_ rows: [Int], in matrix: SparseMatrix) {
        var points: [[Int]] = []
        var candidates: [UInt64: [Int]] = [:]
        for row in rows {
            let hash = Self.hash(of: row, in: matrix)
            if let point = candidates[hash, default: []].first(where: {
                matrix.rowsAreEqual(points[$0][0], row)
            }) {
                points[point].append(row)
            } else {
                candidates[hash, default: []].append(points.count)
                points.append([row])
            }
        }
        self.points = points
    }

    /// FNV-1a over a row's columns and the bits of its values.
    private static func hash(of row: Int, in matrix: SparseMatrix) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for entry in matrix.entries(ofRow: row) {
            hash = (hash ^ UInt64(matrix.columns[entry])) &* 0x100_0000_01B3
            hash = (hash ^ UInt64(matrix.values[entry].bitPattern)) &* 0x100_0000_01B3
        }
        return hash
    }
}
