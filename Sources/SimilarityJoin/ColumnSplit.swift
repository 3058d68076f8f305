internal import Matrices

/// The columns of a matrix in two parts: frequent ones as a dense matrix for BLAS, the rest as postings.
///
/// A column of document frequency d costs d²/2 scattered additions as postings, or n² multiply-adds at BLAS speed
/// as a dense column of n rows: the dense way is cheaper where d exceeds a fixed share of n. The postings of
/// row i's column know their own place in the column, so that only rows after i are visited.
struct ColumnSplit: Sendable {
    /// How many rows the matrix has.
    let rowCount: Int
    /// How many columns are dense.
    let denseCount: Int
    /// `rowCount` × `denseCount`, row-major.
    let dense: [Float]

    /// Row `i` has the sparse entries `rowStarts[i] ..< rowStarts[i + 1]`.
    let rowStarts: [Int]
    /// The weight of each sparse entry.
    let weights: [Float]
    /// Where in `postings` the rows that follow the entry's row in its column begin.
    let followersStart: [UInt32]
    /// Where in `postings` the entry's column ends.
    let followersEnd: [UInt32]
    /// Per column, its rows in rising order.
    let postingRows: [UInt32]
    /// The weight of each posting.
    let postingWeights: [Float]

    /// A column is dense when more than one row in this many has it: about where scattered additions (1.2 ns) cost
    /// more than multiply-adds (0.02 ns), see Reports/Speed.
    static let rowsPerDenseEntry = 8

    /// Splits `matrix`. At most `denseBudgetBytes` go into the dense part, the most frequent columns first; ties go
    /// to the lower column. O(entries + n · dense columns).
    init(_ matrix: SparseMatrix, denseBudgetBytes: Int) {
        let frequencies = Self.documentFrequencies(of: matrix)
        let denseNumber = Self.denseNumbers(
            frequencies, rowCount: matrix.rowCount, atMost: denseBudgetBytes / (4 * max(1, matrix.rowCount)))
        rowCount = matrix.rowCount
        denseCount = denseNumber.count - denseNumber.count { $0 < 0 }
        var dense = [Float](repeating: 0, count: rowCount * denseCount)
        var postingStarts = Self.postingStarts(frequencies, denseNumber: denseNumber)
        let sparseCount = postingStarts.last ?? 0
        precondition(sparseCount < Int(UInt32.max), "postings are numbered in 32 bits")
        var postingRows = [UInt32](repeating: 0, count: sparseCount)
        var postingWeights = [Float](repeating: 0, count: sparseCount)
        var rowStarts = [0]
        var weights: [Float] = []
        var followersStart: [UInt32] = []
        var entryColumns: [UInt32] = []
        // A third of the time went into arrays that grew.
        weights.reserveCapacity(sparseCount)
        followersStart.reserveCapacity(sparseCount)
        entryColumns.reserveCapacity(sparseCount)
        for row in 0..<rowCount {
            for entry in matrix.entries(ofRow: row) {
                let (column, weight) = (Int(matrix.columns[entry]), matrix.values[entry])
                if denseNumber[column] >= 0 {
                    dense[row * denseCount + Int(denseNumber[column])] = weight
                } else {
                    postingRows[postingStarts[column]] = UInt32(row)
                    postingWeights[postingStarts[column]] = weight
                    postingStarts[column] += 1
                    weights.append(weight)
                    followersStart.append(UInt32(postingStarts[column]))
                    entryColumns.append(UInt32(column))
                }
            }
            rowStarts.append(weights.count)
        }
        self.dense = dense
        self.rowStarts = rowStarts
        self.weights = weights
        self.followersStart = followersStart
        // Each column's cursor has now arrived at its end.
        followersEnd = entryColumns.map { UInt32(postingStarts[Int($0)]) }
        self.postingRows = postingRows
        self.postingWeights = postingWeights
    }

    private static func documentFrequencies(of matrix: SparseMatrix) -> [Int] {
        var frequencies = [Int](repeating: 0, count: matrix.columnCount)
        for column in matrix.columns { frequencies[Int(column)] += 1 }
        return frequencies
    }

    /// Per column its number among the dense ones, or -1.
    private static func denseNumbers(_ frequencies: [Int], rowCount: Int, atMost limit: Int) -> [Int32] {
        var candidates = frequencies.indices.filter { frequencies[$0] * rowsPerDenseEntry > rowCount }
        if candidates.count > limit {
            candidates.sort { (frequencies[$1], $0) < (frequencies[$0], $1) }
            candidates.removeLast(candidates.count - limit)
            candidates.sort()
        }
        var numbers = [Int32](repeating: -1, count: frequencies.count)
        for (number, column) in candidates.enumerated() { numbers[column] = Int32(number) }
        return numbers
    }

    /// Per column where its postings begin, and after the last their number; dense columns have none.
    private static func postingStarts(_ frequencies: [Int], denseNumber: [Int32]) -> [Int] {
        var starts: [Int] = []
        var total = 0
        for (column, frequency) in frequencies.enumerated() {
            starts.append(total)
            if denseNumber[column] < 0 { total += frequency }
        }
        starts.append(total)
        return starts
    }
}
