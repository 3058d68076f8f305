internal import SimilarityJoin

/// The similarities of n points, each pair stored once: n(n − 1)/2 values of 4 bytes.
struct TriangularMatrix: Sendable {
    /// How many points there are.
    let count: Int
    private var values: [Float]

    /// Makes a matrix of `count` points that are all 0 similar.
    init(count: Int) {
        self.count = count
        values = [Float](repeating: 0, count: count * (count - 1) / 2)
    }

    /// The similarity of two different points, in either order.
    subscript(a: Int, b: Int) -> Float {
        @inline(__always) get { values[Self.index(a, b)] }
        @inline(__always) set { values[Self.index(a, b)] = newValue }
    }

    /// Calls `body` with the storage, in which a pair stands at `index(a, b)`.
    mutating func withUnsafeMutableValues(_ body: (UnsafeMutableBufferPointer<Float>) -> Void) {
        values.withUnsafeMutableBufferPointer { body($0) }
    }

    /// Multiplies each similarity by the factor of the rows that its points stand for.
    mutating func multiply(by balance: LengthBalance, rows: [Int]) {
        for b in 0..<count {
            for a in 0..<b { values[Self.index(a, b)] *= Float(balance.factor(rows[a], rows[b])) }
        }
    }

    /// Where the pair of two different points stands.
    @inline(__always)
    static func index(_ a: Int, _ b: Int) -> Int {
        let (low, high) = a < b ? (a, b) : (b, a)
        return high * (high - 1) / 2 + low
    }
}
