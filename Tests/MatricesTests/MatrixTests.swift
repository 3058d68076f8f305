import Matrices
import TestSupport
import Testing

/// Rows, products of rows, and cuts.
struct MatrixTests {
    @Test func rowProductsEqualTheReference() {
        let rows = RandomRows.make(count: 60, columns: 80, seed: 1)
        var product = RowProduct(matrix: SparseMatrix(rows: rows, columns: 80))
        for a in rows.indices {
            product.load(row: a)
            for b in rows.indices {
                #expect(abs(product.product(withRow: b) - RandomRows.product(rows[a], rows[b])) < 1e-6)
            }
        }
    }

    @Test func beforeARowIsLoadedProductsAreZero() {
        let rows = RandomRows.make(count: 5, columns: 20, seed: 2)
        #expect(RowProduct(matrix: SparseMatrix(rows: rows, columns: 20)).product(withRow: 0) == 0)
    }

    @Test func aSelectionKeepsProductsBetweenItsRows() {
        let rows = RandomRows.make(count: 60, columns: 200, seed: 3)
        var selection = RowSelection(matrix: SparseMatrix(rows: rows, columns: 200))
        for chosen in [[3, 4, 5], [59, 0, 17], Array(0..<60)] {
            let cut = selection.selecting(rows: chosen)
            var product = RowProduct(matrix: cut)
            for a in chosen.indices {
                product.load(row: a)
                for b in chosen.indices where a != b {
                    let expected = RandomRows.product(rows[chosen[a]], rows[chosen[b]])
                    #expect(abs(product.product(withRow: b) - expected) < 1e-6)
                }
            }
        }
    }

    @Test func aSelectionDropsColumnsOfOneRow() {
        let rows = [[(column: 0, value: 0.6), (column: 3, value: 0.8)], [(column: 3, value: 1.0)]]
        var selection = RowSelection(matrix: SparseMatrix(rows: rows, columns: 4))
        let cut = selection.selecting(rows: [0, 1])
        #expect(cut.columnCount == 1)
        #expect(cut.columns == [0, 0])
        #expect(cut.values == [0.8, 1])
    }

    @Test func aSelectionOfOneRowHasNoColumns() {
        var selection = RowSelection(matrix: SparseMatrix(rows: [[(column: 1, value: 1.0)]], columns: 2))
        #expect(selection.selecting(rows: [0]).nonZeroCount == 0)
    }

    @Test func rowsAreEqualOnlyWithTheSameEntries() {
        let rows = [
            [(column: 1, value: 1.0)], [(column: 1, value: 1.0)], [(column: 2, value: 1.0)],
            [(column: 1, value: 0.5)], [],
        ]
        let made = SparseMatrix(rows: rows, columns: 3)
        #expect([1, 2, 3, 4].map { made.rowsAreEqual(0, $0) } == [true, false, false, false])
    }
}
