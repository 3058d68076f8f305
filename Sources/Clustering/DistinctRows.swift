internal import Matrices

/// The rows of a component with identical ones put together.
struct DistinctRows: Sendable {
    /// Each distinct row with all rows equal to it, rising; by first row.
    let points: [[Int]]

    /// Groups `rows` of `matrix`, which must rise. O(entries) expected.
    init(_ rows: [Int], in matrix: TermMatrix) {
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

    /// A hash of how many entries a row has from each mark on: equal for equal rows, and hardly ever for others.
    private static func hash(of row: Int, in matrix: TermMatrix) -> UInt64 {
        (0...ColumnBands.markCount).reduce(0xCBF2_9CE4_8422_2325) {
            ($0 ^ UInt64(matrix.offset(ofMark: $1, inRow: row))) &* 0x100_0000_01B3
        }
    }
}
