internal import CVectors

/// Counts the n-grams of texts, one text after the other, by 64-bit hashes.
///
/// An n-gram s₁…sₙ is identified by a polynomial of its scalars, h = (…(c·K + s₁)·K + …)·K + sₙ modulo 2⁶⁴ with odd K,
/// put through a bijection that spreads its bits, the lowest and the highest of which tables and shards look at; one multiplication
/// makes each length from the one before, at many places side by side (`CVectors`). How likely two n-grams share what is kept of
/// their hash is said at `TermShard`.
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
    /// The hashes of the n-grams at some places of the text: by length, and for each by place.
    private var occurrences: [UInt64]
    /// Working memory for hashing them.
    private var polynomials: [UInt64]

    /// Makes a counter of n-grams of the lengths `ngramRange`.
    package init(ngramRange: ClosedRange<Int>) {
        range = ngramRange
        occurrences = [UInt64](repeating: 0, count: Self.blockLength * ngramRange.count)
        polynomials = [UInt64](repeating: 0, count: Self.blockLength)
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
        var start = 0
        while start < places {
            let block = block(from: start, of: scalars.count)
            hashOccurrences(of: block, in: scalars)
            makeRoom(for: block.count)
            if (entryCount - first + block.count) * 2 > capacity {
                capacity = self.capacity(for: (entryCount - first + block.count) * 2)
                renewSlots(from: first, mask: capacity - 1)
            }
            countOccurrences(of: block, from: first, mask: capacity - 1)
            start = block.places.upperBound
        }
    }

    /// Places of a text, at each of which n-grams of the same lengths begin.
    private struct Block {
        var places: Range<Int>
        var lengths: ClosedRange<Int>
        var count: Int { places.count * lengths.count }
    }

    /// The places from `start` on that are worked on at once. At the end of a text the longer n-grams have no room: there, it is one.
    private func block(from start: Int, of scalarCount: Int) -> Block {
        let whole = scalarCount - range.upperBound + 1
        guard start < whole else {
            return Block(places: start..<start + 1, lengths: range.lowerBound...scalarCount - start)
        }
        return Block(places: start..<min(start + Self.blockLength, whole), lengths: range)
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

    /// Fills `occurrences` with the n-grams of a block.
    private mutating func hashOccurrences(of block: Block, in scalars: [UInt32]) {
        occurrences.withUnsafeMutableBufferPointer { output in
            polynomials.withUnsafeMutableBufferPointer { polynomials in
                scalars[block.places.lowerBound...].withUnsafeBufferPointer { scalars in
                    refrain_hash_ngrams(
                        scalars.baseAddress, Int64(block.places.count), Int64(block.lengths.lowerBound),
                        Int64(block.lengths.upperBound), polynomials.baseAddress, output.baseAddress,
                        Int64(Self.blockLength))
                }
            }
        }
    }

    /// Counts `occurrences`, those of a block, by place and length, as n-grams of the text whose entries begin at `first`.
    private mutating func countOccurrences(of block: Block, from first: Int, mask: Int) {
        var entries = entryCount
        let first = UInt32(truncatingIfNeeded: first)
        let (places, lengths) = (block.places.count, block.lengths.count)
        occurrences.withUnsafeBufferPointer { occurrences in
            slots.withUnsafeMutableBufferPointer { slots in
                hashes.withUnsafeMutableBufferPointer { hashes in
                    counts.withUnsafeMutableBufferPointer { counts in
                        for place in 0..<places {
                            var occurrence = place
                            for _ in 0..<lengths {
                                let hash = occurrences[occurrence]
                                occurrence &+= Self.blockLength
                                // A new n-gram's entry is written whether it is needed or not: there is room, and the test for
                                // a collision is then the same for known and new ones.
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
        }
        entryCount = entries
    }
}
