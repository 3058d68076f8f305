/// Counts the n-grams of texts, one text after the other, by 64-bit hashes.
///
/// An n-gram s₁…sₙ is identified by a polynomial of its scalars, h = (…(c·K + s₁)·K + …)·K + sₙ modulo 2⁶⁴ with odd K,
/// put through a bijection that spreads its bits; one multiplication makes each length from the one before. How
/// likely two n-grams share what is kept of their hash is said at `TermShard`.
///
/// The table is open-addressed and never cleared between texts: what an earlier text left in a slot points before
/// the entries of the text in hand and counts as nothing. Counting has one branch an n-gram, taken where two of them want
/// the same slot; whether an n-gram is new is worked out without one, which no processor could foresee.
package struct NGramCounter {
    /// How many entries the texts have since the last `removeAll`: one a text and distinct n-gram, by text and first
    /// appearance.
    package private(set) var entryCount = 0

    private let range: ClosedRange<Int>
    /// Per entry its n-gram's hash, and room for more.
    private var hashes: [UInt64] = []
    /// Per entry how often the n-gram stands in the text, and room for more.
    private var counts: [UInt32] = []
    /// Per slot the number of an entry plus one; empty unless it is one of the text in hand.
    private var slots: [UInt32] = []
    /// The hashes of some n-grams of the text, as they stand.
    private var occurrences: [UInt64]

    /// Makes a counter of n-grams of the lengths `ngramRange`.
    package init(ngramRange: ClosedRange<Int>) {
        range = ngramRange
        occurrences = [UInt64](repeating: 0, count: Self.blockLength * ngramRange.count)
    }

    /// How many places are hashed before they are counted: their hashes stay in the nearest cache.
    private static let blockLength = 1 << 9
    /// For how many n-grams a text's table has room at once: a longer text's grows.
    private static let firstRoom = 1 << 18

    /// Forgets all entries.
    package mutating func removeAll() {
        entryCount = 0
        slots.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    }

    /// Calls `body` with hash and count of each entry.
    package func withEntries<Result>(
        _ body: (UnsafeBufferPointer<UInt64>, UnsafeBufferPointer<UInt32>) -> Result
    ) -> Result {
        hashes.withUnsafeBufferPointer { hashes in
            counts.withUnsafeBufferPointer { counts in
                body(
                    UnsafeBufferPointer(rebasing: hashes[..<entryCount]),
                    UnsafeBufferPointer(rebasing: counts[..<entryCount]))
            }
        }
    }

    /// Adds the entries of one more text. A text shorter than the shortest n-gram has none. Working memory is linear in the
    /// distinct n-grams.
    package mutating func append(_ scalars: [UInt32]) {
        let (first, places) = (entryCount, scalars.count - range.lowerBound + 1)
        guard places > 0 else { return }
        var capacity = capacity(for: min(places * range.count, Self.firstRoom))
        for start in stride(from: 0, to: places, by: Self.blockLength) {
            let hashed = hashOccurrences(
                scalars, from: start, before: min(start + Self.blockLength, places))
            makeRoom(for: hashed)
            if (entryCount - first + hashed) * 2 > capacity {
                capacity = self.capacity(for: (entryCount - first + hashed) * 2)
                renewSlots(from: first, mask: capacity - 1)
            }
            countOccurrences(hashed, from: first, mask: capacity - 1)
        }
    }

    /// The number of slots for `distinct` n-grams: a power of two, at least twice as many. There are as many slots.
    private mutating func capacity(for distinct: Int) -> Int {
        var capacity = 1024
        while capacity < distinct * 2 { capacity *= 2 }
        if slots.count < capacity {
            slots.append(contentsOf: repeatElement(0, count: capacity - slots.count))
        }
        return capacity
    }

    /// Sees to it that `more` entries have room.
    private mutating func makeRoom(for more: Int) {
        precondition(entryCount + more < Int(UInt32.max), "a chunk's entries are numbered in 32 bits")
        let missing = entryCount + more - hashes.count
        guard missing > 0 else { return }
        let room = max(missing, hashes.count / 2)
        hashes.append(contentsOf: repeatElement(0, count: room))
        counts.append(contentsOf: repeatElement(0, count: room))
    }

    /// Puts the entries from `first` on into slots anew.
    private mutating func renewSlots(from first: Int, mask: Int) {
        slots.withUnsafeMutableBufferPointer { slots in
            slots.update(repeating: 0)
            for entry in first..<entryCount {
                var slot = Int(truncatingIfNeeded: hashes[entry]) & mask
                while slots[slot] != 0 { slot = (slot + 1) & mask }
                slots[slot] = UInt32(truncatingIfNeeded: entry + 1)
            }
        }
    }

    /// Fills `occurrences` with the n-grams that begin at some places, by place and length, and returns how many there are.
    private mutating func hashOccurrences(_ scalars: [UInt32], from first: Int, before end: Int) -> Int {
        occurrences.withUnsafeMutableBufferPointer { output in
            scalars.withUnsafeBufferPointer { scalars in
                var written = 0
                for start in first..<end {
                    var polynomial: UInt64 = 0x2545_F491_4F6C_DD1D
                    for index in start..<start + range.lowerBound - 1 {
                        polynomial = Self.step(polynomial, scalars[index])
                    }
                    // At the end of the text the longer n-grams have no room.
                    let last = min(start + range.upperBound, scalars.count)
                    for index in (start + range.lowerBound - 1)..<last {
                        polynomial = Self.step(polynomial, scalars[index])
                        output[written] = Self.spread(polynomial)
                        written += 1
                    }
                }
                return written
            }
        }
    }

    @inline(__always)
    private static func step(_ polynomial: UInt64, _ scalar: UInt32) -> UInt64 {
        polynomial &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(scalar)
    }

    /// A bijection: a round of xor-shift and multiplication as in SplitMix64 (Steele, Lea, Flood, 2014). It spreads what tables
    /// and shards look at, the lowest and the highest bits; n-grams are told apart by the whole.
    @inline(__always)
    private static func spread(_ polynomial: UInt64) -> UInt64 {
        let value = (polynomial ^ (polynomial >> 32)) &* 0xD6E8_FEB8_6659_FD93
        return value ^ (value >> 32)
    }

    /// Counts the first `count` of `occurrences` as n-grams of the text whose entries begin at `first`.
    private mutating func countOccurrences(_ count: Int, from first: Int, mask: Int) {
        var entries = entryCount
        let first = UInt32(truncatingIfNeeded: first)
        occurrences.withUnsafeBufferPointer { occurrences in
            slots.withUnsafeMutableBufferPointer { slots in
                hashes.withUnsafeMutableBufferPointer { hashes in
                    counts.withUnsafeMutableBufferPointer { counts in
                        for hash in occurrences[..<count] {
                            // A new n-gram's entry is written whether it is needed or not: there is room, and the test for a
                            // collision is then the same for known and new ones.
                            hashes[entries] = hash
                            counts[entries] = 0
                            var slot = Int(truncatingIfNeeded: hash) & mask
                            var number = slots[slot]
                            var entry = number > first ? Int(number) - 1 : entries
                            while hashes[entry] != hash {
                                slot = (slot + 1) & mask
                                number = slots[slot]
                                entry = number > first ? Int(number) - 1 : entries
                            }
                            counts[entry] &+= 1
                            slots[slot] = UInt32(truncatingIfNeeded: entry + 1)
                            entries += entry == entries ? 1 : 0
                        }
                    }
                }
            }
        }
        entryCount = entries
    }
}
