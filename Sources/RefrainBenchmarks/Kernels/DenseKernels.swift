import Matrices
import Scheduling
import SimilarityJoin
import TestSupport

/// The dense path against what the machine can do. Both count a multiplication and an addition as two operations.
struct DenseKernels {
    /// How many threads work.
    let threads: Int

    /// The side of the squares that are multiplied.
    var side = 1536
    /// How many products of squares a thread takes.
    var products = 4
    /// How many rows are joined.
    var rows = 8192
    /// How many columns the rows have, all of them shared: the dense join's strips are then matrix products and nothing else.
    var columns = 1024

    /// Products of squares on all threads at once: what BLAS gives where nothing stands in its way.
    func measureProduct(_ clock: inout KernelClock) {
        let (side, count) = (side, products)
        let workers = Workers(count: threads)
        guard let products = DenseProduct() else { return }
        let square = Self.values(count: side * side, seed: 1)
        clock.measure("sgemm", threads: threads) {
            workers.map(workers.count) { _ in
                var result = [Float](repeating: 0, count: side * side)
                square.withUnsafeBufferPointer { square in
                    result.withUnsafeMutableBufferPointer { result in
                        for _ in 0..<count {
                            products.product(
                                square.baseAddress!, rows: side, square.baseAddress!, rows: side, inner: side,
                                into: result.baseAddress!, stride: side)
                        }
                    }
                }
                return result[0]
            }
        } figures: { _, seconds in
            let operations = 2 * Double(side * side * side) * Double(count * threads)
            return [KernelFigure(name: "GFLOP/s", value: operations / 1e9 / seconds)]
        }
    }

    /// The exact join by the dense method, over rows that nothing but products can tell apart: half of the product matrix.
    func measureJoin(_ clock: inout KernelClock) {
        let matrix = fullMatrix()
        // No two of the rows are that similar: no pair is looked at twice.
        let join = ExactJoin(settings: JoinSettings(threshold: 1, method: .dense), threads: threads)
        clock.measure("join (dense)", threads: threads) {
            join.planned(matrix)
        } figures: { _, seconds in
            let operations = Double(rows * rows * columns)
            return [KernelFigure(name: "GFLOP/s", value: operations / 1e9 / seconds)]
        }
    }

    private func fullMatrix() -> TermMatrix {
        var generator = SeededGenerator(seed: 2)
        // A hundred values, each below what would make a row longer than 1.
        let longest = 1 / Double(columns).squareRoot()
        let matrix = (0..<rows).map { _ in
            (0..<columns).map { (column: $0, value: Double(generator.below(100) + 1) / 101 * longest) }
        }
        return TermMatrix(rows: matrix, columnCount: columns)
    }

    /// Values above 0 and below 1.
    private static func values(count: Int, seed: UInt64) -> [Float] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in Float(generator.below(1 << 20) + 1) / Float((1 << 20) + 2) }
    }
}
