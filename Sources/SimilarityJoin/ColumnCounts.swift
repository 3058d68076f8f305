internal import Matrices
internal import Scheduling

/// How many of a matrix's entries each column has.
enum ColumnCounts {
    /// Counts all entries, rows shared out to the threads. O(entries), and 4 bytes a column and thread.
    static func of(_ matrix: SparseMatrix, workers: Workers) -> [UInt32] {
        let rowsPerPiece = max(1, (matrix.rowCount + workers.count - 1) / workers.count)
        let pieces = workers.map((matrix.rowCount + rowsPerPiece - 1) / rowsPerPiece) { piece in
            let first = matrix.rowStarts[piece * rowsPerPiece]
            let end = matrix.rowStarts[min((piece + 1) * rowsPerPiece, matrix.rowCount)]
            return count(matrix.columns[first..<end], columnCount: matrix.columnCount)
        }
        guard var total = pieces.first else { return [UInt32](repeating: 0, count: matrix.columnCount) }
        for piece in pieces.dropFirst() {
            for column in total.indices { total[column] += piece[column] }
        }
        return total
    }

    private static func count(_ columns: ArraySlice<UInt32>, columnCount: Int) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: columnCount)
        counts.withUnsafeMutableBufferPointer { counts in
            // Columns of a matrix lie in its column count.
            columns.withUnsafeBufferPointer { for column in $0 { counts[Int(column)] &+= 1 } }
        }
        return counts
    }
}
