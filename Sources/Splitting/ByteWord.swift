internal import Glibc

/// Eight bytes looked at in one step: a byte's place is known by the lowest bit that a comparison leaves.
///
/// A comparison may also mark bytes above one that it marks rightly, as a borrow runs upward: only the lowest mark counts.
/// Source: H. S. Warren, Hacker's Delight, 2nd edition, 2012, section 6-1.
struct ByteWord {
    private let word: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// The bytes `at ..< at + 8`, which must lie in `bytes`.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) {
        word = UInt64(
            littleEndian: UnsafeRawPointer(bytes.baseAddress!).loadUnaligned(
                fromByteOffset: at, as: UInt64.self))
    }

    /// Whether all bytes are below 0x80.
    @inline(__always)
    var isASCII: Bool { word & Self.highBits == 0 }

    /// The offset of the first byte that ends a run inside a JSON string: a quote, a backslash or one below 0x20.
    @inline(__always)
    var firstStringBreak: Int? {
        let quote = word ^ 0x22 &* Self.ones
        let backslash = word ^ 0x5C &* Self.ones
        let marks =
            ((quote &- Self.ones) & ~quote | (backslash &- Self.ones) & ~backslash
                | (word &- 0x20 &* Self.ones) & ~word) & Self.highBits
        return marks == 0 ? nil : marks.trailingZeroBitCount >> 3
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where `byte` first stands in `range`.
    func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        guard !range.isEmpty, let start = baseAddress,
            let found = memchr(start + range.lowerBound, Int32(byte), range.count)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(start)
    }

    /// How many lines end in `range`: at every LF and, where asked for, at every CR that no LF follows.
    func lineEnds(in range: Range<Int>, countingReturns: Bool) -> Int {
        var (count, at) = (0, range.lowerBound)
        while let found = firstIndex(of: 0x0A, in: at..<range.upperBound) {
            at = found + 1
            count += 1
        }
        guard countingReturns else { return count }
        at = range.lowerBound
        while let found = firstIndex(of: 0x0D, in: at..<range.upperBound) {
            at = found + 1
            if at == range.upperBound || self[at] != 0x0A { count += 1 }
        }
        return count
    }
}
