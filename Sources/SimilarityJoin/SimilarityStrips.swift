package import Matrices

/// The upper triangle of `X · Xᵀ` for a sparse matrix X, a strip of rows at a time.
///
/// A strip's dense columns go through BLAS (`ssyrk` on the diagonal block, `sgemm` right of it), its sparse ones are
/// added on top by postings. Values are single-precision sums of non-negative terms, so each lies within a
/// relative `relativeError(entries:)` of the exact value, whatever the order of addition. Where there is no BLAS, or too little memory
/// for it, all columns go by postings.
package struct SimilarityStrips: Sendable {
    /// How many rows a strip has; the last may have fewer.
    package let stripHeight: Int
    /// How many strips there are.
    package var count: Int { (split.rowCount + stripHeight - 1) / stripHeight }

    private let split: ColumnSplit
    private let products: DenseProduct?

    /// Prepares strips of `matrix`, whose values must not be negative.
    ///
    /// Half of `memoryBudgetBytes` goes to dense columns, a quarter to the strips of `workerCount` threads; a strip
    /// has at least one row however small the budget. Postings take 24 bytes an entry besides
    /// during set-up, 20 when it is done.
    package init(_ matrix: SparseMatrix, memoryBudgetBytes: Int, workerCount: Int) {
        products = DenseProduct()
        split = ColumnSplit(matrix, denseBudgetBytes: products == nil ? 0 : memoryBudgetBytes / 2)
        let rowBytes = 4 * max(1, matrix.rowCount) * workerCount
        // 128 rows keep BLAS near its peak; more only take memory from the cache.
        stripHeight = max(1, min(128, memoryBudgetBytes / 4 / rowBytes))
    }

    /// The rows that strip `index` covers.
    package func rows(ofStrip index: Int) -> Range<Int> {
        index * stripHeight..<min((index + 1) * stripHeight, split.rowCount)
    }

    /// How many values a strip's buffer must hold.
    package var bufferSize: Int { stripHeight * split.rowCount }

    /// Writes strip `index` to `buffer`: the value of rows i and j > i stands at
    /// `(i - first) * (n - first) + (j - first)` where `first` is the strip's first row and n the number of rows.
    /// What stands at j ≤ i is not defined.
    package func compute(strip index: Int, into buffer: UnsafeMutableBufferPointer<Float>) {
        let rows = rows(ofStrip: index)
        let width = split.rowCount - rows.lowerBound
        let output = buffer.baseAddress!
        addDense(rows, width: width, into: output)
        for row in rows {
            addSparse(row: row, into: output + (row - rows.lowerBound) * width - rows.lowerBound)
        }
    }

    /// By how much, relative to it, a computed value of this row with `entries` entries can differ from the exact
    /// one: γₙ of n additions (N. Higham, Accuracy and Stability of Numerical Algorithms, 2002, §3.1), doubled.
    package static func relativeError(entries: Int) -> Double {
        Double(entries + 64) * 0x1p-23
    }

    private func addDense(_ rows: Range<Int>, width: Int, into output: UnsafeMutablePointer<Float>) {
        let inner = split.denseCount
        guard inner > 0, let products else {
            output.update(repeating: 0, count: rows.count * width)
            return
        }
        split.dense.withUnsafeBufferPointer { dense in
            let top = dense.baseAddress! + rows.lowerBound * inner
            products.symmetricProduct(top, rows: rows.count, inner: inner, into: output, stride: width)
            let right = split.rowCount - rows.upperBound
            guard right > 0 else { return }
            products.product(
                top, rows: rows.count, top + rows.count * inner, rows: right, inner: inner,
                into: output + rows.count, stride: width)
        }
    }

    /// Adds the sparse columns of `row`; `output[j]` is the value with row j.
    private func addSparse(row: Int, into output: UnsafeMutablePointer<Float>) {
        split.postingRows.withUnsafeBufferPointer { postingRows in
            split.postingWeights.withUnsafeBufferPointer { postingWeights in
                for entry in split.rowStarts[row]..<split.rowStarts[row + 1] {
                    let weight = split.weights[entry]
                    for posting in Int(split.followersStart[entry])..<Int(split.followersEnd[entry]) {
                        output[Int(postingRows[posting])] += weight * postingWeights[posting]
                    }
                }
            }
        }
    }
}
