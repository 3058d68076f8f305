/// Scalar products of one row with others, added up in double precision, that stop when they can no longer reach a
/// threshold.
///
/// The chosen row is spread over an array of all columns, so that each product costs one look-up per entry of the other row.
/// The order of addition is that of the other row's entries, so a value depends on neither tiles nor threads, only on which
/// of the two rows is the chosen one. Single precision in the spread row takes up to 2e-7 of a value.
///
/// Memory: 4 bytes a column of the matrix.
package final class RowProduct {
    private let matrix: TermMatrix
    /// Per column, the chosen row's value times the column's weight; 0 where it has none.
    private var spread: [Float]
    private var loaded: Int?
    private var decoded = DecodedRow()

    /// Makes the working memory for products of rows of `matrix`; no row is chosen yet (products are 0).
    package init(matrix: TermMatrix) {
        self.matrix = matrix
        spread = [Float](repeating: 0, count: matrix.columnCount)
    }

    /// Chooses the row that the following products are taken with.
    package func load(row: Int) {
        let mask = matrix.coding.columnMask
        spread.withUnsafeMutableBufferPointer { spread in
            if let loaded {
                matrix.withEntries(ofRow: loaded) { for entry in $0 { spread[Int(entry & mask)] = 0 } }
            }
            decoded.decode(row: row, of: matrix)
            matrix.columnWeights.withUnsafeBufferPointer { columnWeights in
                decoded.withEntries { columns, values in
                    for place in columns.indices {
                        let column = Int(columns[place])
                        spread[column] = values[place] * columnWeights[column]
                    }
                }
            }
        }
        loaded = row
    }

    /// The scalar product of the chosen row and row `other`.
    package func product(withRow other: Int) -> Double {
        product(withRow: other, atLeast: -.infinity) ?? 0
    }

    /// The product with row `other`, or nil as soon as it is sure not to reach `threshold`.
    package func product(withRow other: Int, atLeast threshold: Double) -> Double? {
        guard let loaded else { return threshold <= 0 ? 0 : nil }
        let (scale, long) = (Double(matrix.rowScales[other]), matrix.longWeights(ofRow: other))
        return matrix.withEntries(ofRow: other) { entries in
            spread.withUnsafeBufferPointer { spread in
                var sum = 0.0
                // What has no code goes first, so that every sum of a part is a lower bound of the whole.
                for weight in long {
                    let column = matrix.coding.column(of: entries[Int(weight.place)])
                    sum += Double(spread[column]) * weight.weight
                }
                var start = 0
                for mark in 0..<ColumnBands.markCount {
                    let gain =
                        Double(matrix.norm(ofRow: other, fromMark: mark))
                        * Double(matrix.norm(ofRow: loaded, fromMark: mark))
                    if sum * scale + gain < threshold { return nil }
                    let end = matrix.offset(ofMark: mark + 1, inRow: other)
                    sum += codedSum(entries[start..<end], spread)
                    start = end
                }
                let product = sum * scale
                return product >= threshold ? product : nil
            }
        }
    }

    /// The part of the sum that some entries with codes make up. Four sums side by side, as one addition would wait for the
    /// one before.
    @inline(__always)
    private func codedSum(
        _ entries: Slice<UnsafeBufferPointer<UInt32>>, _ spread: UnsafeBufferPointer<Float>
    ) -> Double {
        let (mask, shift) = (matrix.coding.columnMask, matrix.coding.columnBits)
        return matrix.coding.weights.withUnsafeBufferPointer { weights in
            let entries = UnsafeBufferPointer(rebasing: entries)
            @inline(__always) func term(_ place: Int) -> Double {
                let entry = entries[place]
                return Double(spread[Int(entry & mask)]) * weights[Int(entry >> shift)]
            }
            var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
            var place = 0
            while place + 4 <= entries.count {
                a += term(place)
                b += term(place + 1)
                c += term(place + 2)
                d += term(place + 3)
                place += 4
            }
            while place < entries.count {
                a += term(place)
                place += 1
            }
            return (a + b) + (c + d)
        }
    }
}
