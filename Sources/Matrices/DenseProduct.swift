internal import COpenBLAS

/// Products of dense row-major matrices through BLAS, each on the calling thread alone.
///
/// OpenBLAS is kept at one thread: callers run tiles in parallel, which on two cores took a third of the wall
/// time of OpenBLAS's own threads.
package struct DenseProduct: Sendable {
    private let library: OpenBLAS

    /// Makes products possible; nil where OpenBLAS, or the memory that it takes, is not to be had.
    package init?() {
        guard let library = OpenBLAS.shared else { return nil }
        self.library = library
    }

    /// Writes `A · Bᵀ` to `result`.
    ///
    /// - Parameters:
    ///   - a: n × k, row-major, rows `k` values apart.
    ///   - b: m × k, row-major, rows `k` values apart.
    ///   - result: n × m, row-major, rows `stride` ≥ m values apart; overwritten.
    package func product(
        _ a: UnsafePointer<Float>, rows n: Int, _ b: UnsafePointer<Float>, rows m: Int, inner k: Int,
        into result: UnsafeMutablePointer<Float>, stride: Int
    ) {
        precondition(stride >= m)
        library.product { sgemm, _ in
            sgemm(
                CblasRowMajor, CblasNoTrans, CblasTrans, Int32(n), Int32(m), Int32(k), 1, a, Int32(k), b,
                Int32(k), 0, result, Int32(stride))
        }
    }

    /// Writes the upper triangle (diagonal included) of `A · Aᵀ` to `result`, at half the cost of `product`.
    ///
    /// - Parameters:
    ///   - a: n × k, row-major, rows `k` values apart.
    ///   - result: n × n, row-major, rows `stride` ≥ n values apart; below the diagonal nothing is written.
    package func symmetricProduct(
        _ a: UnsafePointer<Float>, rows n: Int, inner k: Int, into result: UnsafeMutablePointer<Float>,
        stride: Int
    ) {
        precondition(stride >= n)
        library.product { _, ssyrk in
            ssyrk(
                CblasRowMajor, CblasUpper, CblasNoTrans, Int32(n), Int32(k), 1, a, Int32(k), 0, result,
                Int32(stride))
        }
    }
}
