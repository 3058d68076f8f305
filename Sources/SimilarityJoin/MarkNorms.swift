internal import Matrices
internal import Scheduling

/// The norm of every row from each of a few columns on, the marks.
///
/// What two rows can gain from a column on is the product of their norms from there. Marks make that a look-up for any two
/// rows, at the price of a bound that starts a little early.
struct MarkNorms: Sendable {
    /// How many marks there are: with 32, a row's norms fill two cache lines.
    static let count = 32

    /// Per row, for each mark, the norm of the entries from the mark's column on, rounded up.
    private let norms: [Float]
    /// Per row the number of the last mark that does not lie behind its prefix.
    private let prefixMarks: [UInt8]

    /// Computes the norms of all rows. O(entries). The marks have about equally many entries between them.
    init(_ matrix: SparseMatrix, prefixLengths: [UInt32], columnCounts: [UInt32], workers: Workers) {
        let marks = Self.marks(of: matrix, columnCounts: columnCounts)
        var norms = [Float](repeating: 0, count: matrix.rowCount * Self.count)
        norms.withUnsafeMutableBufferPointer { norms in
            // Each row has places of its own.
            nonisolated(unsafe) let norms = norms
            workers.forEach((matrix.rowCount + 255) / 256) { block in
                for row in block * 256..<min((block + 1) * 256, matrix.rowCount) {
                    Self.fill(norms.baseAddress! + row * Self.count, row: row, of: matrix, marks: marks)
                }
            }
        }
        self.norms = norms
        prefixMarks = (0..<matrix.rowCount).map { row in
            let end = matrix.rowStarts[row] + Int(prefixLengths[row])
            guard end < matrix.rowStarts[row + 1] else { return UInt8(Self.count - 1) }
            return UInt8((marks.lastIndex { $0 <= matrix.columns[end] }) ?? 0)
        }
    }

    /// The most that the product of two rows can gain from entries that are not in both their prefixes.
    @inline(__always)
    func gainBehindPrefixes(of a: Int, _ b: Int) -> Float {
        let mark = Int(min(prefixMarks[a], prefixMarks[b]))
        return norms[a * Self.count + mark] * norms[b * Self.count + mark]
    }

    /// The marks' columns, rising, the first 0.
    private static func marks(of matrix: SparseMatrix, columnCounts: [UInt32]) -> [UInt32] {
        var (marks, seen): ([UInt32], Int) = ([0], 0)
        for column in 0..<matrix.columnCount {
            if marks.count < count, seen * count >= matrix.nonZeroCount * marks.count {
                marks.append(UInt32(column))
            }
            seen += Int(columnCounts[column])
        }
        return marks + [UInt32](repeating: UInt32(matrix.columnCount), count: count - marks.count)
    }

    private static func fill(
        _ norms: UnsafeMutablePointer<Float>, row: Int, of matrix: SparseMatrix, marks: [UInt32]
    ) {
        var (squares, mark) = (0.0, count - 1)
        for entry in matrix.entries(ofRow: row).reversed() {
            while mark >= 0, marks[mark] > matrix.columns[entry] {
                norms[mark] = SuffixNorms.roundedUp(squares)
                mark -= 1
            }
            squares += Double(matrix.values[entry]) * Double(matrix.values[entry])
        }
        for mark in stride(from: mark, through: 0, by: -1) { norms[mark] = SuffixNorms.roundedUp(squares) }
    }
}
