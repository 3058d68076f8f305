/// Columns and values of one row at a time, decoded into memory that a thread keeps: loops over them stay in one module and
/// take whole buffers.
package struct DecodedRow {
    private var columnBuffer: [UInt32] = []
    private var valueBuffer: [Float] = []
    /// How many entries are decoded.
    package private(set) var count = 0

    /// Makes one that holds no entries.
    package init() {}

    /// Decodes the first `limit` entries of row `row`, or all where it has fewer, in the order in which they are stored.
    package mutating func decode(row: Int, of matrix: TermMatrix, limit: Int = .max) {
        count = min(limit, matrix.entryCount(ofRow: row))
        if columnBuffer.count < count {
            columnBuffer = [UInt32](repeating: 0, count: count * 2)
            valueBuffer = [Float](repeating: 0, count: count * 2)
        }
        let (limit, scale, long) = (count, Double(matrix.rowScales[row]), matrix.longWeights(ofRow: row))
        let (mask, shift, longCode) = (
            matrix.coding.columnMask, matrix.coding.columnBits, matrix.coding.longCode
        )
        columnBuffer.withUnsafeMutableBufferPointer { columns in
            valueBuffer.withUnsafeMutableBufferPointer { values in
                matrix.coding.weights.withUnsafeBufferPointer { weights in
                    matrix.columnWeights.withUnsafeBufferPointer { columnWeights in
                        matrix.withEntries(ofRow: row) { entries in
                            for place in 0..<limit {
                                let entry = entries[place]
                                let weight = weights[Int(entry >> shift)]
                                columns[place] = entry & mask
                                values[place] = Float(
                                    weight * Double(columnWeights[Int(entry & mask)]) * scale)
                            }
                            for next in long where Int(next.place) < limit {
                                let place = Int(next.place)
                                assert(entries[place] >> shift == longCode, "a long weight has the long code")
                                values[place] = Float(
                                    next.weight * Double(columnWeights[Int(entries[place] & mask)]) * scale)
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
