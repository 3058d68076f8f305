import Matrices
import TestSupport
import Testing

/// Products through BLAS against three loops.
struct DenseProductTests {
    private func random(_ count: Int, seed: UInt64) -> [Float] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in Float.random(in: 0...1, using: &generator) }
    }

    private func reference(_ a: [Float], _ n: Int, _ b: [Float], _ m: Int, _ k: Int) -> [Float] {
        (0..<n * m).map { cell in
            (0..<k).reduce(Float(0)) { $0 + a[cell / m * k + $1] * b[cell % m * k + $1] }
        }
    }

    @Test(arguments: [(1, 1, 1), (3, 5, 7), (64, 33, 100), (17, 128, 1)])
    func productEqualsTheReference(n: Int, m: Int, k: Int) throws {
        let (a, b) = (random(n * k, seed: 1), random(m * k, seed: 2))
        let stride = m + 3
        var result = [Float](repeating: -1, count: n * stride)
        try #require(DenseProduct()).product(a, rows: n, b, rows: m, inner: k, into: &result, stride: stride)
        let expected = reference(a, n, b, m, k)
        for row in 0..<n {
            for column in 0..<m {
                #expect(abs(result[row * stride + column] - expected[row * m + column]) < 1e-4)
            }
            #expect(result[(row * stride + m)..<(row * stride + stride)].allSatisfy { $0 == -1 })
        }
    }

    @Test func symmetricProductFillsTheUpperTriangleOnly() throws {
        let (n, k) = (37, 50)
        let a = random(n * k, seed: 3)
        var result = [Float](repeating: -1, count: n * n)
        try #require(DenseProduct()).symmetricProduct(a, rows: n, inner: k, into: &result, stride: n)
        let expected = reference(a, n, a, n, k)
        for row in 0..<n {
            for column in 0..<n where column >= row {
                #expect(abs(result[row * n + column] - expected[row * n + column]) < 1e-4)
            }
            #expect(result[(row * n)..<(row * n + row)].allSatisfy { $0 == -1 })
        }
    }
}
