internal import Matrices

/// A thread's working memory for looking rows up in an index: sums by row, and the row in hand spread out.
final class RowLookup {
    private let matrix: TermMatrix
    private let prefixes: RowPrefixes
    private let index: PrefixIndex
    private let accepted: Double

    /// Per row, what the prefixes of the row in hand and of this one give, in units of a posting; 0 where they share no
    /// column.
    private var sums: [Float]
    /// The rows whose sum is not 0.
    private var met: [UInt32] = []
    /// The columns of the row in hand that hold a row before it.
    private var lists: [List] = []
    private var openedCount = 0
    private let product: RowProduct
    private var decoded = DecodedRow()

    /// One column of the row in hand.
    private struct List {
        var start: UInt32
        var end: UInt32
        var value: Float
        /// The least norm with which a row that was not met before can still reach the threshold, in units of a posting.
        var leastNorm: UInt32
    }

    init(in matrix: TermMatrix, prefixes: RowPrefixes, index: PrefixIndex, accepted: Double) {
        self.matrix = matrix
        self.prefixes = prefixes
        self.index = index
        self.accepted = accepted
        sums = [Float](repeating: 0, count: matrix.rowCount)
        product = RowProduct(matrix: matrix)
    }

    /// Appends the pairs of `row` with the indexed rows before it.
    func lookUp(_ row: Int, into found: inout FoundPairs) {
        guard prefixes.lengths[row] > 0 else { return }
        openLists(of: row)
        found.statistics.visitedPostings += meetRows(before: UInt32(row))
        found.statistics.metRows += met.count
        // Sums of non-negative single-precision terms lie within this relative error of the exact ones.
        let unit = Double(PrefixIndex.unit)
        let slack = unit * (1 + SimilarityStrips.relativeError(entries: Int(prefixes.lengths[row])))
        let likely = likelyPairs(of: row, slack: slack)
        if !likely.isEmpty { product.load(row: row) }
        found.statistics.verifiedPairs += likely.count
        for other in likely {
            if let similarity = product.product(withRow: Int(other), atLeast: accepted) {
                found.pairs.append(SimilarPair(a: Int(other), b: row, similarity: similarity))
            }
        }
    }

    /// The rows met that can reach the threshold with `row`, as they were met; all sums are 0 again.
    private func likelyPairs(of row: Int, slack: Double) -> ArraySlice<UInt32> {
        var kept = 0
        sums.withUnsafeMutableBufferPointer { sums in
            met.withUnsafeMutableBufferPointer { met in
                matrix.markNorms.withUnsafeBufferPointer { markNorms in
                    for place in met.indices {
                        markNorms.prefetch(aheadOf: place, of: met.count) {
                            prefixes.place(ofMarkOf: row, inRow: Int(met[$0]))
                        }
                        let other = met[place]
                        let sum = Double(sums[Int(other)]) * slack
                        sums[Int(other)] = 0
                        let gain = prefixes.gainBehindPrefixes(of: row, Int(other), markNorms: markNorms)
                        met[kept] = other
                        kept += sum + Double(gain) >= accepted ? 1 : 0
                    }
                }
            }
        }
        return met[..<kept]
    }

    /// Notes the columns of the row's prefix whose lists hold a row before it.
    private func openLists(of row: Int) {
        let length = Int(prefixes.lengths[row])
        if lists.count < length {
            lists = [List](repeating: List(start: 0, end: 0, value: 0, leastNorm: 0), count: length * 2)
        }
        decoded.decode(row: row, of: matrix, limit: length)
        // In double precision: in single, a long run of equal values would be rounded the same way every time, and what is left
        // come out too small.
        var rest = Double(matrix.norm(ofRow: row, fromMark: 0))
        rest *= rest
        let least = Float(accepted) / PrefixIndex.unit * (1 - 1e-5)
        lists.withUnsafeMutableBufferPointer { lists in
            index.starts.withUnsafeBufferPointer { starts in
                decoded.withEntries { columns, values in
                    for place in columns.indices {
                        starts.prefetch(aheadOf: place, of: columns.count) { Int(columns[$0]) }
                        let (column, value) = (Int(columns[place]), values[place])
                        lists[place] = List(
                            start: starts[column], end: starts[column + 1], value: value,
                            leastNorm: UInt32(min(65_536, least / Float(rest.squareRoot()))))
                        rest = max(1e-12, rest - Double(value) * Double(value) * (1 - 1e-6))
                    }
                }
            }
        }
        keepLists(before: UInt32(row), of: length)
    }

    /// Keeps of the first `length` lists those that hold a row before `row`. A pass of its own, without a branch, that asks for
    /// the first postings of each list: so the processor fetches many lists at once.
    private func keepLists(before row: UInt32, of length: Int) {
        var opened = 0
        lists.withUnsafeMutableBufferPointer { lists in
            index.postings.withUnsafeBufferPointer { postings in
                for place in 0..<length {
                    let list = lists[place]
                    lists[opened] = list
                    for line in 1...Self.linesFetched {
                        let ahead = Int(list.start) + line * Self.postingsPerLine
                        postings.prefetch(at: min(ahead, postings.count - 1))
                    }
                    let holdsRowBefore =
                        list.start < list.end && list.value > 0 && postings[Int(list.start)].row < row
                    opened += holdsRowBefore ? 1 : 0
                }
            }
        }
        openedCount = opened
    }

    /// How many lines of the cache are asked for behind the first posting of a list: the lists of a row are read one after the
    /// other, too short for the processor to foresee.
    private static let linesFetched = 2
    private static let postingsPerLine = 8

    /// Adds up the sums of all rows before `row` that share a prefix column with it, and returns how many postings it looked at.
    private func meetRows(before row: UInt32) -> Int {
        met.removeAll(keepingCapacity: true)
        var visited = 0
        sums.withUnsafeMutableBufferPointer { sums in
            index.postings.withUnsafeBufferPointer { postings in
                for list in lists[..<openedCount] {
                    var place = Int(list.start)
                    while place < Int(list.end), postings[place].row < row {
                        let posting = postings[place]
                        place += 1
                        let other = Int(posting.row)
                        let sum = sums[other]
                        if sum == 0 {
                            // Not met so far: what it shares with the row in hand begins here at the earliest.
                            guard UInt32(posting.norm) >= list.leastNorm else { continue }
                            met.append(posting.row)
                        }
                        sums[other] = sum + list.value * Float(posting.value)
                    }
                    visited += place - Int(list.start)
                }
            }
        }
        return visited
    }
}
