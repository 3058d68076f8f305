internal import Matrices
internal import Scheduling

/// What is left of each row from some entry on: by the inequality of Cauchy and Schwarz, the most that a product can still
/// gain.
///
/// Columns rise in every row, so "from a column on" cuts all rows in one place. Norms are rounded up: a bound may be too
/// high, never too low. (D. Anastasiu, G. Karypis, L2AP: Fast cosine similarity search with prefix L-2 norm bounds, 2014.)
struct SuffixNorms: Sendable {
    /// A norm is kept for every so many entries of a row: 3 % of the matrix's memory, and a check costs less than the
    /// additions between two.
    static let stride = 32

    /// How many entries of each row make its prefix: the norm from any of them on reaches the threshold.
    let prefixLengths: [UInt32]
    private let starts: [Int]
    private let norms: [Float]

    /// Computes the norms of all rows. O(entries).
    init(_ matrix: SparseMatrix, threshold: Double, workers: Workers) {
        var starts = [0]
        starts.reserveCapacity(matrix.rowCount + 1)
        for row in 0..<matrix.rowCount {
            starts.append(starts[row] + (matrix.entries(ofRow: row).count + Self.stride - 1) / Self.stride)
        }
        let firsts = starts
        var norms = [Float](repeating: 0, count: starts[matrix.rowCount])
        var prefixLengths = [UInt32](repeating: 0, count: matrix.rowCount)
        norms.withUnsafeMutableBufferPointer { norms in
            prefixLengths.withUnsafeMutableBufferPointer { prefixLengths in
                // Each row has places of its own in both.
                nonisolated(unsafe) let (norms, prefixLengths) = (norms, prefixLengths)
                workers.forEach((matrix.rowCount + 255) / 256) { block in
                    for row in block * 256..<min((block + 1) * 256, matrix.rowCount) {
                        prefixLengths[row] = Self.fill(
                            norms, from: firsts[row], row: row, of: matrix,
                            squaredThreshold: threshold * threshold)
                    }
                }
            }
        }
        (self.starts, self.norms, self.prefixLengths) = (starts, norms, prefixLengths)
    }

    /// The norm of `row` from its entry number `block * stride` on.
    @inline(__always)
    func norm(ofRow row: Int, fromBlock block: Int) -> Float { norms[starts[row] + block] }

    /// Writes the norms of one row and returns the length of its prefix.
    private static func fill(
        _ norms: UnsafeMutableBufferPointer<Float>, from first: Int, row: Int, of matrix: SparseMatrix,
        squaredThreshold: Double
    ) -> UInt32 {
        let entries = matrix.entries(ofRow: row)
        var (squares, prefix) = (0.0, 0)
        matrix.values.withUnsafeBufferPointer { values in
            for place in (0..<entries.count).reversed() {
                let value = Double(values[entries.lowerBound + place])
                squares += value * value
                if prefix == 0, squares >= squaredThreshold * (1 - 1e-6) { prefix = place + 1 }
                if place % stride == 0 { norms[first + place / stride] = roundedUp(squares) }
            }
        }
        return UInt32(prefix)
    }

    /// A norm from its square, a little too high.
    @inline(__always)
    static func roundedUp(_ squares: Double) -> Float { Float(squares.squareRoot() * (1 + 1e-6)) }
}
