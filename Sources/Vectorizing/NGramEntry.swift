/// An n-gram of a text and its count, in eight bytes.
///
/// From the highest bit: 40 bits of the n-gram's hash, 8 bits for the text's place in its chunk, 16 bits for the count.
/// The bits of the hash before those 40 say which partition the entry lies in, so 40 + b bits tell n-grams apart where
/// there are 2ᵇ partitions. V distinct n-grams have a pair that shares them with a probability below V²/2⁴¹⁺ᵇ; b grows
/// with the input, so that it stays below one in a hundred up to ten million distinct n-grams (b = 12). Two n-grams taken
/// for one move a cosine by no more than their own weights in it.
struct NGramEntry: Sendable {
    private let bits: UInt64

    /// How many texts a chunk can hold.
    static let textsPerChunk = 256

    /// The count that says: look it up, it does not fit.
    static let longCount = UInt16.max

    /// - Parameters:
    ///   - hash: the n-gram's whole hash.
    ///   - partitionBits: b, 0…16.
    ///   - text: the text's place in its chunk.
    ///   - count: how often the n-gram stands in it, at least 1.
    @inline(__always)
    init(hash: UInt64, partitionBits: UInt64, text: Int, count: UInt32) {
        let kept = (hash &<< partitionBits) & 0xFFFF_FFFF_FF00_0000
        bits = kept | UInt64(truncatingIfNeeded: text) << 16 | UInt64(min(count, UInt32(Self.longCount)))
    }

    /// What tells the n-gram from the others of its partition.
    @inline(__always)
    var key: UInt64 { bits >> 24 }
    /// The text's place in its chunk.
    @inline(__always)
    var text: Int { Int(truncatingIfNeeded: bits >> 16) & 0xFF }
    /// How often the n-gram stands in the text, or `longCount`.
    @inline(__always)
    var count: UInt16 { UInt16(truncatingIfNeeded: bits) }
}
