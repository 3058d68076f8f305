/// A set of bytes, for the character classes of globs.
struct ByteSet: Sendable, Equatable {
    private var words = SIMD4<UInt64>()

    /// Whether the byte is in the set.
    func contains(_ byte: UInt8) -> Bool {
        words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1
    }

    /// Puts a byte in.
    mutating func insert(_ byte: UInt8) {
        words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
    }

    /// Puts in every byte that a condition holds for.
    mutating func insertAll(where condition: (UInt8) -> Bool) {
        for byte in UInt8.min...UInt8.max where condition(byte) { insert(byte) }
    }

    /// Every byte that is not in the set.
    var inverted: ByteSet {
        var result = self
        result.words = ~words
        return result
    }
}
