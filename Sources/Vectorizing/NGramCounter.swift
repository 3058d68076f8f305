/// Counts the n-grams of one text at a time, by 64-bit hashes.
///
/// An n-gram s₁…sₙ is identified by a polynomial of its scalars, h = (…(c·K + s₁)·K + …)·K + sₙ modulo 2⁶⁴ with odd K,
/// put through a bijection that spreads its bits; one multiplication makes each length from the one before. How
/// likely two n-grams share what is kept of their hash is said at `TermShard`.
///
/// The table is open-addressed and kept from text to text: no allocation per n-gram, one clearing per text.
package struct NGramCounter {
    /// The distinct n-grams of the last text, in the order of their first appearance.
    package private(set) var hashes: [UInt64] = []
    /// How often each of `hashes` stands in the last text.
    package private(set) var counts: [UInt32] = []

    private let range: ClosedRange<Int>
    /// Per slot, the number in `hashes` plus one; 0 = empty.
    private var slots: [UInt32] = []
    /// The hashes of some n-grams of the text, as they stand.
    private var occurrences: [UInt64] = []

    /// Makes a counter of n-grams of the lengths `ngramRange`.
    package init(ngramRange: ClosedRange<Int>) {
        range = ngramRange
    }

    /// How many places are hashed before they are counted: a text's n-grams need not all stand in memory.
    private static let blockSize = 1 << 16

    /// Replaces the counts by those of `scalars`. A text shorter than the shortest n-gram has none. Working memory is linear
    /// in the distinct n-grams.
    package mutating func count(_ scalars: [UInt32]) {
        hashes.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
        slots.removeAll(keepingCapacity: true)
        let places = scalars.count - range.lowerBound + 1
        for first in stride(from: 0, to: places, by: Self.blockSize) {
            hashOccurrences(scalars, from: first, before: min(first + Self.blockSize, places))
            makeRoom(for: hashes.count + occurrences.count)
            countOccurrences()
        }
    }

    /// Fills `occurrences` with the n-grams that begin at some places, by place and length.
    private mutating func hashOccurrences(_ scalars: [UInt32], from first: Int, before end: Int) {
        occurrences.removeAll(keepingCapacity: true)
        occurrences.append(contentsOf: repeatElement(0, count: (end - first) * range.count))
        let written = occurrences.withUnsafeMutableBufferPointer { occurrences in
            scalars.withUnsafeBufferPointer { scalars in
                Self.hash(scalars, from: first, before: end, range: range, into: occurrences)
            }
        }
        // At the end of the text the longer n-grams have no room.
        occurrences.removeLast(occurrences.count - written)
    }

    /// One pass over the places; at each, one step a length. Returns how many n-grams there are.
    private static func hash(
        _ scalars: UnsafeBufferPointer<UInt32>, from first: Int, before end: Int, range: ClosedRange<Int>,
        into output: UnsafeMutableBufferPointer<UInt64>
    ) -> Int {
        var written = 0
        for start in first..<end {
            var polynomial: UInt64 = 0x2545_F491_4F6C_DD1D
            for index in start..<start + range.lowerBound - 1 {
                polynomial = step(polynomial, scalars[index])
            }
            for index in (start + range.lowerBound - 1)..<min(start + range.upperBound, scalars.count) {
                polynomial = step(polynomial, scalars[index])
                output[written] = spread(polynomial)
                written += 1
            }
        }
        return written
    }

    /// Sees to it that the table has at least twice as many slots as n-grams could come to be in it.
    private mutating func makeRoom(for distinct: Int) {
        guard slots.count < distinct * 2 else { return }
        var capacity = 1024
        while capacity < distinct * 2 { capacity *= 2 }
        slots.removeAll(keepingCapacity: true)
        slots.append(contentsOf: repeatElement(0, count: capacity))
        let mask = capacity - 1
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(number + 1)
        }
    }

    @inline(__always)
    private static func step(_ polynomial: UInt64, _ scalar: UInt32) -> UInt64 {
        polynomial &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(scalar)
    }

    /// A bijection: two rounds of xor-shift and multiplication, as in SplitMix64 (Steele, Lea, Flood, 2014).
    @inline(__always)
    private static func spread(_ polynomial: UInt64) -> UInt64 {
        var value = (polynomial ^ (polynomial >> 32)) &* 0xD6E8_FEB8_6659_FD93
        value = (value ^ (value >> 32)) &* 0xD6E8_FEB8_6659_FD93
        return value ^ (value >> 32)
    }

    /// Counts `occurrences`. Each loop body depends on the one before only through the table, so that the processor overlaps
    /// their cache misses.
    private mutating func countOccurrences() {
        let known = hashes.count
        hashes.append(contentsOf: repeatElement(0, count: occurrences.count))
        counts.append(contentsOf: repeatElement(0, count: occurrences.count))
        let distinct = slots.withUnsafeMutableBufferPointer { slots in
            hashes.withUnsafeMutableBufferPointer { hashes in
                counts.withUnsafeMutableBufferPointer { counts in
                    Self.count(occurrences, known: known, slots: slots, hashes: hashes, counts: counts)
                }
            }
        }
        hashes.removeLast(hashes.count - distinct)
        counts.removeLast(counts.count - distinct)
    }

    private static func count(
        _ occurrences: [UInt64], known: Int, slots: UnsafeMutableBufferPointer<UInt32>,
        hashes: UnsafeMutableBufferPointer<UInt64>, counts: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        let mask = slots.count - 1
        var distinct = known
        for hash in occurrences {
            var slot = Int(truncatingIfNeeded: hash) & mask
            while true {
                let number = Int(slots[slot])
                if number == 0 {
                    hashes[distinct] = hash
                    counts[distinct] = 1
                    distinct += 1
                    slots[slot] = UInt32(truncatingIfNeeded: distinct)
                    break
                }
                if hashes[number - 1] == hash {
                    counts[number - 1] &+= 1
                    break
                }
                slot = (slot + 1) & mask
            }
        }
        return distinct
    }
}
