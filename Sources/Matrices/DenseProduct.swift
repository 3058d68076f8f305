internal import COpenBLAS

/// Products of dense row-major matrices through BLAS, each on the calling thread alone.
///
/// OpenBLAS is kept at one thread: callers run tiles in parallel, which on two cores took a third of the wall
/// time of OpenBLAS's own threads.
package enum DenseProduct {
    private static let isSingleThreaded: Bool = {
        openblas_keep_to_calling_thread()
        return true
    }()

    /// Ends OpenBLAS's pool of threads for this process; once, however often it is called.
    ///
    /// The pool starts with the process and its threads spin while they wait for work: called before the first stage this
    /// saves a short run a seventh of its time.
    package static func endThreadPool() {
        precondition(isSingleThreaded)
    }

    /// Writes `A · Bᵀ` to `result`.
    ///
    /// - Parameters:
    ///   - a: n × k, row-major, rows `k` values apart.
    ///   - b: m × k, row-major, rows `k` values apart.
    ///   - result: n × m, row-major, rows `stride` ≥ m values apart; overwritten.
    package static func product(
        _ a: UnsafePointer<Float>, rows n: Int, _ b: UnsafePointer<Float>, rows m: Int, inner k: Int,
        into result: UnsafeMutablePointer<Float>, stride: Int
    ) {
        precondition(isSingleThreaded && stride >= m)
        cblas_sgemm(
            CblasRowMajor, CblasNoTrans, CblasTrans, Int32(n), Int32(m), Int32(k), 1, a, Int32(k), b,
            Int32(k), 0,
            result, Int32(stride))
    }

    /// Writes the upper triangle (diagonal included) of `A · Aᵀ` to `result`, at half the cost of `product`.
    ///
    /// - Parameters:
    ///   - a: n × k, row-major, rows `k` values apart.
    ///   - result: n × n, row-major, rows `stride` ≥ n values apart; below the diagonal nothing is written.
    package static func symmetricProduct(
        _ a: UnsafePointer<Float>, rows n: Int, inner k: Int, into result: UnsafeMutablePointer<Float>,
        stride: Int
    ) {
        precondition(isSingleThreaded && stride >= n)
        cblas_ssyrk(
            CblasRowMajor, CblasUpper, CblasNoTrans, Int32(n), Int32(k), 1, a, Int32(k), 0, result,
            Int32(stride))
    }
}
