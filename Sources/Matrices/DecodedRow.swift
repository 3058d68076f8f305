/// Columns and values of one row at a time, decoded into memory that a thread keeps: loops over them stay in one module and
/// take whole buffers.
package struct DecodedRow {
    private var columnBuffer: [UInt32] = []
    private var valueBuffer: [Float] = []
    /// How many entries are decoded.
    package private(set) var count = 0

    /// Makes one that holds no entries.
    package init() {}

    /// Decodes the entries of row `row` from place `first` to before place `limit`, or to its end where it has fewer, in the
    /// order in which they are stored.
    package mutating func decode(row: Int, of matrix: TermMatrix, from first: Int = 0, limit: Int = .max) {
        let limit = min(limit, matrix.entryCount(ofRow: row))
        count = max(0, limit - first)
        if columnBuffer.count < count {
            columnBuffer = [UInt32](repeating: 0, count: count * 2)
            valueBuffer = [Float](repeating: 0, count: count * 2)
        }
        let (count, scale, long) = (count, Double(matrix.rowScales[row]), matrix.longWeights(ofRow: row))
        let (mask, shift, longCode) = (
            matrix.coding.columnMask, matrix.coding.columnBits, matrix.coding.longCode
        )
        columnBuffer.withUnsafeMutableBufferPointer { columns in
            valueBuffer.withUnsafeMutableBufferPointer { values in
                matrix.coding.weights.withUnsafeBufferPointer { weights in
                    matrix.columnWeights.withUnsafeBufferPointer { columnWeights in
                        matrix.withEntries(ofRow: row) { entries in
                            for place in 0..<count {
                                columnWeights.prefetch(aheadOf: place, of: count) {
                                    Int(entries[first + $0] & mask)
                                }
                                let entry = entries[first + place]
                                let weight = weights[Int(entry >> shift)]
                                columns[place] = entry & mask
                                values[place] = Float(
                                    weight * Double(columnWeights[Int(entry & mask)]) * scale)
                            }
                            for next in long where (first..<first + count).contains(Int(next.place)) {
                                let entry = entries[Int(next.place)]
                                assert(entry >> shift == longCode, "a long weight has the long code")
                                values[Int(next.place) - first] = Float(
                                    next.weight * Double(columnWeights[Int(entry & mask)]) * scale)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Calls `body` with columns and values of the decoded entries.
    @inline(__always)
    package func withEntries<Result>(
        _ body: (UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<Float>) -> Result
    ) -> Result {
        columnBuffer.withUnsafeBufferPointer { columns in
            valueBuffer.withUnsafeBufferPointer { values in
                body(
                    UnsafeBufferPointer(rebasing: columns[..<count]),
                    UnsafeBufferPointer(rebasing: values[..<count]))
            }
        }
    }
}
