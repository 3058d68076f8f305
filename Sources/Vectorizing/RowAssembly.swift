internal import Matrices
internal import Scheduling

/// Writes rows of weighted n-grams from postings by column: a transposition, so that rows get their columns in rising
/// order without a sort.
struct RowAssembly {
    private let partitions: [ColumnPartition]
    private let order: ColumnOrder
    private let weights: TermWeights
    private let rowCount: Int

    init(partitions: [ColumnPartition], order: ColumnOrder, weights: TermWeights, rowCount: Int) {
        self.partitions = partitions
        self.order = order
        self.weights = weights
        self.rowCount = rowCount
    }

    /// The rows, L2-normalized with the n-grams that have no column. O(postings); columns are shared out to the threads
    /// in pieces, each of which knows beforehand where its entries of every row begin.
    func matrix(workers: Workers) -> SparseMatrix {
        let pieces = pieces(count: workers.count)
        let (rowStarts, cursors) = placement(of: pieces, workers: workers)
        let entryCount = rowStarts[rowCount]
        var columns: [UInt32] = []
        // Not filled with zeros first: that would be a pass of one thread over memory which the others then write.
        let values = [Float](unsafeUninitializedCapacity: entryCount) { values, valueCount in
            columns = [UInt32](unsafeUninitializedCapacity: entryCount) { columns, columnCount in
                // Pieces write to disjoint places, and together to every one: `placement` has counted them.
                nonisolated(unsafe) let (columns, values) = (columns, values)
                workers.forEach(pieces.count) { piece in
                    var cursors = cursors[piece]
                    write(columns: pieces[piece], at: &cursors, to: columns, values)
                }
                columnCount = entryCount
            }
            normalize(values, rowStarts: rowStarts, workers: workers)
            valueCount = entryCount
        }
        return SparseMatrix(
            columnCount: order.places.count, rowStarts: rowStarts, columns: columns, values: values)
    }

    /// Where each row's entries begin, and for each piece where its own entries of each row do.
    private func placement(of pieces: [Range<Int>], workers: Workers) -> (rowStarts: [Int], cursors: [[Int]])
    {
        let lengths = workers.map(pieces.count) { rowLengths(columns: pieces[$0]) }
        var rowStarts = [0]
        rowStarts.reserveCapacity(rowCount + 1)
        var cursors = lengths.map { _ in [Int](repeating: 0, count: rowCount) }
        var next = 0
        for row in 0..<rowCount {
            for piece in lengths.indices {
                cursors[piece][row] = next
                next += Int(lengths[piece][row])
            }
            rowStarts.append(next)
        }
        return (rowStarts, cursors)
    }

    /// Ranges of columns with about equally many postings.
    private func pieces(count: Int) -> [Range<Int>] {
        let total = partitions.reduce(0) { $0 + $1.rows.count }
        var pieces: [Range<Int>] = []
        var (first, postings) = (0, 0)
        for column in order.places.indices {
            postings +=
                partitions[Int(order.places[column].partition)].postings(of: Int(order.places[column].column))
                .count
            if postings * count >= total * (pieces.count + 1), pieces.count < count - 1 {
                pieces.append(first..<column + 1)
                first = column + 1
            }
        }
        return pieces + [first..<order.places.count]
    }

    /// Calls `body` for each run of columns in `range` that lie in one partition.
    private func forEachRun(in range: Range<Int>, _ body: (Range<Int>, ColumnPartition) -> Void) {
        var first = range.lowerBound
        while first < range.upperBound {
            let partition = order.places[first].partition
            var end = first + 1
            while end < range.upperBound, order.places[end].partition == partition { end += 1 }
            body(first..<end, partitions[Int(partition)])
            first = end
        }
    }

    private func rowLengths(columns range: Range<Int>) -> [UInt32] {
        var lengths = [UInt32](repeating: 0, count: rowCount)
        lengths.withUnsafeMutableBufferPointer { lengths in
            forEachRun(in: range) { columns, partition in
                partition.rows.withUnsafeBufferPointer { rows in
                    for column in columns {
                        for posting in partition.postings(of: Int(order.places[column].column)) {
                            lengths[Int(rows[posting])] &+= 1
                        }
                    }
                }
            }
        }
        return lengths
    }

    private func write(
        columns range: Range<Int>, at cursors: inout [Int], to columns: UnsafeMutableBufferPointer<UInt32>,
        _ values: UnsafeMutableBufferPointer<Float>
    ) {
        cursors.withUnsafeMutableBufferPointer { cursors in
            forEachRun(in: range) { run, partition in
                partition.rows.withUnsafeBufferPointer { rows in
                    partition.counts.withUnsafeBufferPointer { counts in
                        for column in run {
                            let inverse = weights.inverseDocumentFrequency(order.documentFrequencies[column])
                            for posting in partition.postings(of: Int(order.places[column].column)) {
                                let row = Int(rows[posting])
                                let place = cursors[row]
                                columns[place] = UInt32(truncatingIfNeeded: column)
                                values[place] = Float(weights.termFrequency(counts[posting]) * inverse)
                                cursors[row] = place + 1
                            }
                        }
                    }
                }
            }
        }
    }

    /// Divides each row by its norm, to which n-grams without a column add.
    private func normalize(_ values: UnsafeMutableBufferPointer<Float>, rowStarts: [Int], workers: Workers) {
        var lonely = [Double](repeating: 0, count: rowCount)
        let inverse = weights.inverseDocumentFrequency(1)
        for partition in partitions {
            for entry in partition.lonely {
                let weight = weights.termFrequency(entry.count) * inverse
                lonely[Int(entry.row)] += weight * weight
            }
        }
        let squares = lonely
        nonisolated(unsafe) let values = values
        workers.forEach((rowCount + 255) / 256) { block in
            for row in block * 256..<min((block + 1) * 256, rowCount) {
                var sum = squares[row]
                for entry in rowStarts[row]..<rowStarts[row + 1] {
                    sum += Double(values[entry]) * Double(values[entry])
                }
                guard sum > 0 else { continue }
                let norm = Float(1 / sum.squareRoot())
                for entry in rowStarts[row]..<rowStarts[row + 1] { values[entry] *= norm }
            }
        }
    }
}
