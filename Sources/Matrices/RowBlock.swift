/// Some rows of a `TermMatrix` that follow each other.
package struct RowBlock: Sendable {
    /// Where each row's entries begin, and after the last their number.
    package let starts: [UInt32]
    /// The entries of all rows.
    package let storage: EntryStorage
    /// Where each row's long weights begin, and after the last their number; empty where there are none.
    package let longStarts: [UInt32]
    /// The long weights of all rows, by row and place.
    package let longWeights: [LongWeight]
    /// What each row's weights are multiplied by.
    package let scales: [Float]
    /// Per row and mark, where the row's entries from the mark on begin in the row.
    package let markOffsets: [UInt32]
    /// Per row and mark, the norm of the row from the mark on, rounded up.
    package let markNorms: [Float]

    /// How many rows there are.
    var rowCount: Int { starts.count - 1 }

    /// The same rows with their entries in another place, or in none for the time being.
    package func moved(to storage: EntryStorage) -> RowBlock {
        precondition(
            storage.count == Int(starts[rowCount]) || storage.count == 0, "a move loses no entries")
        return RowBlock(
            starts: starts, storage: storage, longStarts: longStarts, longWeights: longWeights,
            scales: scales,
            markOffsets: markOffsets, markNorms: markNorms)
    }
}

/// Makes blocks of rows, one row at a time: entries by band, norms by mark. Kept by a thread from block to block.
package struct RowBlockBuilder {
    private let coding: EntryCoding
    private let bands: ColumnBands
    private let columnWeights: [Float]

    private var starts: [UInt32] = [0]
    private var entries: [UInt32] = []
    private var longStarts: [UInt32] = [0]
    private var longWeights: [LongWeight] = []
    private var scales: [Float] = []
    private var markOffsets: [UInt32] = []
    private var markNorms: [Float] = []
    private var cursors = [UInt32](repeating: 0, count: ColumnBands.count + 1)
    private var markSquares = [Double](repeating: 0, count: ColumnBands.markCount)

    /// Makes a builder of blocks for one matrix.
    ///
    /// - Parameter columnWeights: what the weights of each column are multiplied by.
    package init(coding: EntryCoding, bands: ColumnBands, columnWeights: [Float]) {
        self.coding = coding
        self.bands = bands
        self.columnWeights = columnWeights
    }

    /// Adds a row. O(entries).
    ///
    /// - Parameters:
    ///   - columns: the row's columns, in any order, none twice.
    ///   - codes: the code of each entry's weight.
    ///   - longWeights: the weights of entries whose code is `longCode`, by rising place in `columns`.
    ///   - squares: what the row's squared norm holds besides: that of terms without a column.
    ///   - scale: what the row is multiplied by; nil makes its norm 1, or leaves it empty where it is.
    package mutating func append(
        columns: UnsafeBufferPointer<UInt32>, codes: UnsafeBufferPointer<UInt8>,
        longWeights long: [LongWeight],
        squares: Double, scale: Float?
    ) {
        let first = entries.count
        precondition(first + columns.count < Int(UInt32.max), "a block's entries are numbered in 32 bits")
        countBands(columns)
        for mark in 0..<ColumnBands.markCount {
            markOffsets.append(cursors[mark * ColumnBands.bandsPerMark])
        }
        entries.append(contentsOf: repeatElement(0, count: columns.count))
        let firstLong = longWeights.count
        let sum = place(columns, codes, long, at: first)
        if longWeights.count - firstLong > 1 {
            longWeights[firstLong...].sort { $0.place < $1.place }
        }
        starts.append(UInt32(entries.count))
        longStarts.append(UInt32(longWeights.count))
        let norm = (sum + squares).squareRoot()
        scales.append(scale ?? (norm > 0 ? Float(1 / norm) : 0))
        appendNorms(scale: Double(scales[scales.count - 1]))
    }

    /// The block of the rows added so far; the builder is empty again.
    package mutating func finished() -> RowBlock {
        let storage = EntryStorage(count: entries.count) { output in
            entries.withUnsafeBufferPointer { _ = output.initialize(fromContentsOf: $0) }
        }
        let block = RowBlock(
            starts: starts, storage: storage, longStarts: longWeights.isEmpty ? [] : longStarts,
            longWeights: longWeights, scales: scales, markOffsets: markOffsets, markNorms: markNorms)
        entries.removeAll(keepingCapacity: true)
        (starts, longStarts) = ([0], [0])
        longWeights = []
        (scales, markOffsets, markNorms) = ([], [], [])
        return block
    }

    /// Sets `cursors` to where each band's entries begin in the row.
    private mutating func countBands(_ columns: UnsafeBufferPointer<UInt32>) {
        cursors.withUnsafeMutableBufferPointer { cursors in
            bands.bandOfColumn.withUnsafeBufferPointer { bandOfColumn in
                cursors.update(repeating: 0)
                for column in columns { cursors[Int(bandOfColumn[Int(column)]) + 1] &+= 1 }
                for band in 1..<cursors.count { cursors[band] &+= cursors[band - 1] }
            }
        }
    }

    /// Writes the row's entries by band from `first` on, sets `markSquares`, and returns the sum of all squares.
    private mutating func place(
        _ columns: UnsafeBufferPointer<UInt32>, _ codes: UnsafeBufferPointer<UInt8>, _ long: [LongWeight],
        at first: Int
    ) -> Double {
        let (coding, longCode) = (coding, UInt8(truncatingIfNeeded: coding.longCode))
        var (total, nextLong) = (0.0, 0)
        // Columns lie in the matrix and codes in the coding, as callers promise; bands count exactly these entries.
        entries.withUnsafeMutableBufferPointer { entries in
            cursors.withUnsafeMutableBufferPointer { cursors in
                markSquares.withUnsafeMutableBufferPointer { markSquares in
                    bands.bandOfColumn.withUnsafeBufferPointer { bandOfColumn in
                        columnWeights.withUnsafeBufferPointer { columnWeights in
                            coding.weights.withUnsafeBufferPointer { weights in
                                markSquares.update(repeating: 0)
                                for place in columns.indices {
                                    columnWeights.prefetch(aheadOf: place, of: columns.count) {
                                        Int(columns[$0])
                                    }
                                    let (column, code) = (columns[place], codes[place])
                                    let band = Int(bandOfColumn[Int(column)])
                                    let target = cursors[band]
                                    cursors[band] = target &+ 1
                                    entries[first + Int(target)] = coding.entry(
                                        column: column, code: UInt32(code))
                                    var weight = weights[Int(code)]
                                    if code == longCode {
                                        weight = long[nextLong].weight
                                        nextLong += 1
                                        longWeights.append(LongWeight(place: target, weight: weight))
                                    }
                                    weight *= Double(columnWeights[Int(column)])
                                    markSquares[band / ColumnBands.bandsPerMark] += weight * weight
                                }
                                for squares in markSquares { total += squares }
                            }
                        }
                    }
                }
            }
        }
        return total
    }

    private mutating func appendNorms(scale: Double) {
        let first = markNorms.count
        markNorms.append(contentsOf: repeatElement(0, count: ColumnBands.markCount))
        var squares = 0.0
        for mark in (0..<ColumnBands.markCount).reversed() {
            squares += markSquares[mark]
            markNorms[first + mark] = NormBound.roundedUp(squares * scale * scale)
        }
    }
}

/// Norms as bounds: never below the exact one.
package enum NormBound {
    /// A norm from its square, a little too high: by more than what single precision takes off the terms of a product.
    @inline(__always)
    package static func roundedUp(_ squares: Double) -> Float { Float(squares.squareRoot() * (1 + 1e-6)) }
}
