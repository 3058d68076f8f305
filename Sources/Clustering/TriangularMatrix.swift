internal import SimilarityJoin
internal import Spilling

/// The similarities of n points, each pair stored once: n(n − 1)/2 values of 4 bytes, in memory or in a file.
///
/// Invariant: `values` holds that many initialized values for as long as the object lives. Threads may share it that write different
/// ones.
final class TriangularMatrix: @unchecked Sendable {
    /// How many points there are.
    let count: Int
    /// The values, in which a pair stands at `index(a, b)`.
    let values: UnsafeMutableBufferPointer<Float>
    /// What they lie in, if not in memory.
    private let area: ScratchArea?

    /// Makes a matrix of `count` points that are all 0 similar, in memory.
    init(count: Int) {
        self.count = count
        values = .allocate(capacity: Self.valueCount(count))
        values.initialize(repeating: 0)
        area = nil
    }

    /// Makes the same, in a file where `memory` does not hold it.
    ///
    /// - Throws: `ScratchFileError` where the disk does not take it.
    init(count: Int, memory: WorkingMemory) throws(ScratchFileError) {
        self.count = count
        let (valueCount, byteCount) = (Self.valueCount(count), Self.valueCount(count) * 4)
        if let folder = memory.folder, byteCount > memory.budgetBytes {
            let area = try ScratchFile(inFolder: folder).area(byteCount: byteCount)
            // A file's bytes are 0, and so is a number of such bytes.
            values = area.bytes.bindMemory(to: Float.self)
            self.area = area
        } else {
            values = .allocate(capacity: valueCount)
            values.initialize(repeating: 0)
            area = nil
        }
    }

    deinit { if area == nil { values.deallocate() } }

    /// The similarity of two different points, in either order.
    subscript(a: Int, b: Int) -> Float {
        @inline(__always) get { values[Self.index(a, b)] }
        @inline(__always) set { values[Self.index(a, b)] = newValue }
    }

    /// The similarities of a point with those before it, in their order.
    func similarities(of point: Int) -> UnsafeMutableBufferPointer<Float> {
        precondition(point < count, "a point of the matrix")
        return UnsafeMutableBufferPointer(
            rebasing: values[Self.valueCount(point)..<Self.valueCount(point + 1)])
    }

    private static func valueCount(_ count: Int) -> Int { count * (count - 1) / 2 }

    /// Where the pair of two different points stands.
    @inline(__always)
    static func index(_ a: Int, _ b: Int) -> Int {
        let (low, high) = a < b ? (a, b) : (b, a)
        return high * (high - 1) / 2 + low
    }
}
