import Matrices
import SimilarityJoin
import TestSupport
import Testing

/// Strips propose: what they compute lies within the bound that the join allows for.
struct SimilarityStripsTests {
    @Test(arguments: [1, 3000, 40_000, 1 << 30])
    func valuesLieWithinTheStatedError(budget: Int) {
        let rows = RandomRows.make(count: 300, columns: 200, seed: 5)
        let strips = SimilarityStrips(
            SparseMatrix(rows: rows, columns: 200), memoryBudgetBytes: budget, workerCount: 2)
        var buffer = [Float](repeating: .nan, count: strips.bufferSize)
        var covered = 0
        for strip in 0..<strips.count {
            buffer.withUnsafeMutableBufferPointer { strips.compute(strip: strip, into: $0) }
            let range = strips.rows(ofStrip: strip)
            covered += range.count
            for row in range {
                for other in rows.indices where other > row {
                    let width = rows.count - range.lowerBound
                    let value = buffer[(row - range.lowerBound) * width + other - range.lowerBound]
                    let exact = RandomRows.product(rows[row], rows[other])
                    let error = SimilarityStrips.relativeError(entries: rows[row].count)
                    #expect(abs(Double(value) - exact) <= exact * error + 1e-12)
                }
            }
        }
        #expect(covered == rows.count)
    }

    @Test func aTinyBudgetStillHasStripsOfOneRow() {
        let rows = RandomRows.make(count: 40, columns: 50, seed: 6)
        let strips = SimilarityStrips(
            SparseMatrix(rows: rows, columns: 50), memoryBudgetBytes: 1, workerCount: 8)
        #expect(strips.stripHeight == 1)
        #expect(strips.count == 40)
    }
}
