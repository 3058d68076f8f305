import Matrices
import TestSupport
import Testing

/// Rows, products of rows, and cuts.
struct MatrixTests {
    @Test(arguments: [80, 3])
    func rowProductsEqualTheReference(columns: Int) {
        let rows = RandomRows.make(count: 60, columns: columns, seed: 1)
        let product = RowProduct(matrix: TermMatrix(rows: rows, columnCount: columns))
        for a in rows.indices {
            product.load(row: a)
            for b in rows.indices {
                #expect(abs(product.product(withRow: b) - RandomRows.product(rows[a], rows[b])) < 1e-6)
            }
        }
    }

    @Test func aProductThatReachesAThresholdIsTheSameToTheLastBit() {
        let rows = RandomRows.make(count: 80, columns: 300, seed: 8)
        let product = RowProduct(matrix: TermMatrix(rows: rows, columnCount: 300))
        for a in rows.indices {
            product.load(row: a)
            for b in rows.indices {
                let whole = product.product(withRow: b)
                for threshold in [0.1, 0.5, 0.9] {
                    #expect(
                        product.product(withRow: b, atLeast: threshold) == (whole >= threshold ? whole : nil))
                }
            }
        }
    }

    @Test func beforeARowIsLoadedProductsAreZero() {
        let rows = RandomRows.make(count: 5, columns: 20, seed: 2)
        #expect(RowProduct(matrix: TermMatrix(rows: rows, columnCount: 20)).product(withRow: 0) == 0)
    }

    /// The scalar product of two rows of a cut.
    private func product(_ cut: SparseMatrix, _ a: Int, _ b: Int) -> Double {
        let values = Dictionary(
            uniqueKeysWithValues: cut.entries(ofRow: a).map { (cut.columns[$0], Double(cut.values[$0])) })
        return cut.entries(ofRow: b).reduce(0) {
            $0 + Double(cut.values[$1]) * (values[cut.columns[$1]] ?? 0)
        }
    }

    @Test func aSelectionKeepsProductsBetweenItsRows() {
        let rows = RandomRows.make(count: 60, columns: 200, seed: 3)
        var selection = RowSelection(matrix: TermMatrix(rows: rows, columnCount: 200))
        for chosen in [[3, 4, 5], [59, 0, 17], Array(0..<60)] {
            let cut = selection.selecting(rows: chosen)
            for a in chosen.indices {
                for b in chosen.indices where a != b {
                    let expected = RandomRows.product(rows[chosen[a]], rows[chosen[b]])
                    #expect(abs(product(cut, a, b) - expected) < 1e-6)
                }
            }
        }
    }

    @Test func anExpandedMatrixHoldsAllEntries() {
        let rows = RandomRows.make(count: 40, columns: 90, seed: 4)
        let expanded = TermMatrix(rows: rows, columnCount: 90).expanded
        for row in rows.indices {
            let entries = expanded.entries(ofRow: row).map {
                (Int(expanded.columns[$0]), expanded.values[$0])
            }
            .sorted { $0.0 < $1.0 }
            #expect(entries.map(\.0) == rows[row].map(\.column))
            #expect(zip(entries, rows[row]).allSatisfy { abs(Double($0.1) - $1.value) < 1e-6 })
        }
    }

    @Test func aSelectionDropsColumnsOfOneRow() {
        let rows = [[(column: 0, value: 0.6), (column: 3, value: 0.8)], [(column: 3, value: 1.0)]]
        var selection = RowSelection(matrix: TermMatrix(rows: rows, columnCount: 4))
        let cut = selection.selecting(rows: [0, 1])
        #expect(cut.columnCount == 1)
        #expect(cut.columns == [0, 0])
        #expect(cut.values == [0.8, 1])
    }

    @Test func aSelectionOfOneRowHasNoColumns() {
        var selection = RowSelection(matrix: TermMatrix(rows: [[(column: 1, value: 1.0)]], columnCount: 2))
        #expect(selection.selecting(rows: [0]).nonZeroCount == 0)
    }
}
