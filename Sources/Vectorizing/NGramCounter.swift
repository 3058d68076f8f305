/// Counts the n-grams of one text at a time, by 64-bit hashes.
///
/// An n-gram is identified by a hash that mixes its scalars one by one, so that all lengths of a range come
/// from one pass. Two of V distinct n-grams share a hash with a probability below V²/2⁶⁵ (3·10⁻⁶ for ten
/// million distinct ones, the order of 10,000 documentation sections), and a shared hash moves a similarity by
/// no more than the weight of those two n-grams.
///
/// The table is open-addressed and kept from text to text: no allocation per n-gram, one clearing per text.
struct NGramCounter {
    /// The distinct n-grams of the last text, in the order of their first appearance.
    private(set) var hashes: [UInt64] = []
    /// How often each of `hashes` stands in the last text.
    private(set) var counts: [UInt32] = []

    private let range: ClosedRange<Int>
    /// Per slot, the number in `hashes` plus one; 0 = empty.
    private var slots: [UInt32] = []

    init(ngramRange: ClosedRange<Int>) {
        range = ngramRange
    }

    /// Replaces the counts by those of `scalars`. A text shorter than the shortest n-gram has none.
    mutating func count(_ scalars: [UInt32]) {
        hashes.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
        guard scalars.count >= range.lowerBound else { return }
        clearSlots(for: scalars.count * range.count)
        let mask = slots.count - 1
        for start in 0...(scalars.count - range.lowerBound) {
            var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
            let longest = min(range.upperBound, scalars.count - start)
            for length in 1...longest {
                hash = Self.mix(hash, scalars[start + length - 1])
                if length >= range.lowerBound { add(hash, mask: mask) }
            }
        }
    }

    /// Makes the table empty and at least twice as large as the n-grams to come.
    private mutating func clearSlots(for ngrams: Int) {
        var capacity = 1024
        while capacity < ngrams * 2 { capacity *= 2 }
        slots.removeAll(keepingCapacity: true)
        slots.append(contentsOf: repeatElement(0, count: capacity))
    }

    @inline(__always)
    private mutating func add(_ hash: UInt64, mask: Int) {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let number = slots[slot]
            if number == 0 {
                hashes.append(hash)
                counts.append(1)
                slots[slot] = UInt32(hashes.count)
                return
            }
            if hashes[Int(number) - 1] == hash {
                counts[Int(number) - 1] += 1
                return
            }
            slot = (slot + 1) & mask
        }
    }

    /// One step of the hash: the finalizer of SplitMix64 (Steele, Lea, Flood, 2014) over state and scalar.
    /// The length counts, because every step mixes again.
    @inline(__always)
    private static func mix(_ hash: UInt64, _ scalar: UInt32) -> UInt64 {
        var value = hash ^ (UInt64(scalar) &* 0xD6E8_FEB8_6659_FD93)
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
