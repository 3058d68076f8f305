package import Scheduling

/// Texts with those put together that are equal after normalization: what reads the same is worked on once.
///
/// Two different texts among n are taken for one with a probability below n²/2¹²⁹ (XXH3 with 128 bits; chance, not malice).
package struct DistinctTexts: Sendable {
    /// For each distinct text the index of its first copy; rising.
    package let firsts: [Int]
    /// For each text the number of its distinct text: an index in `firsts`.
    package let numbers: [Int]
    /// How many texts each distinct text stands for.
    package let copies: [UInt32]
    /// The fingerprint of each text after normalization.
    package let fingerprints: [Fingerprint]
    /// How many scalars each distinct text has after normalization; 0 where they are white space only.
    package let lengths: [Int]

    /// Texts hashed by one thread at a time.
    private static let blockSize = 64

    /// A text's hash and length.
    private struct Key: Sendable {
        var hash: Fingerprint
        var length: Int
    }

    /// Finds equal ones among the texts `text(0)` to `text(count - 1)`. O(scalars).
    ///
    /// Most equal texts are equal byte for byte, and only one of those is normalized.
    package init(
        count: Int, normalization: TextNormalization, workers: Workers, text: @Sendable (Int) -> String
    ) {
        let verbatim = EqualHashes(
            Self.inBlocks(count, workers.step("comparing texts"), scratch: 0) { _, index in
                Fingerprint(ofBytesOf: text(index))
            })
        let keys = Self.inBlocks(
            verbatim.firsts.count, workers.step("normalizing"), scratch: ScalarBuffer()
        ) { buffer, number in
            buffer.fill(text(verbatim.firsts[number]), normalization: normalization)
            return Key(hash: Fingerprint(ofScalars: buffer.scalars), length: buffer.contentLength)
        }
        let normalized = EqualHashes(keys.map(\.hash))
        firsts = normalized.firsts.map { verbatim.firsts[$0] }
        numbers = verbatim.numbers.map { normalized.numbers[$0] }
        copies = numbers.reduce(into: [UInt32](repeating: 0, count: firsts.count)) { $0[$1] += 1 }
        fingerprints = verbatim.numbers.map { keys[$0].hash }
        lengths = normalized.firsts.map { keys[$0].length }
    }

    /// The results of `body` for 0 to `count - 1`, in this order; a thread takes a block of them at a time.
    private static func inBlocks<Scratch, Result: Sendable>(
        _ count: Int, _ workers: Workers, scratch: @autoclosure @Sendable () -> Scratch,
        _ body: @Sendable (inout Scratch, Int) -> Result
    ) -> [Result] {
        Array(
            workers.map((count + blockSize - 1) / blockSize, scratch: scratch()) { scratch, block in
                (block * blockSize..<min((block + 1) * blockSize, count)).map { body(&scratch, $0) }
            }.joined())
    }
}

/// Which hashes of a list are equal.
package struct EqualHashes {
    /// The place of the first of each group of equals; rising.
    package private(set) var firsts: [Int] = []
    /// For each place the number of its group: an index in `firsts`.
    package private(set) var numbers: [Int] = []

    /// By a table that is at most half full, each group at its hash or behind it: a dictionary would hash the hashes. The salt keeps
    /// texts that were made to ask for one slot apart, and changes no result.
    package init(_ hashes: [Fingerprint]) {
        let salt = UInt64.random(in: 0 ... .max)
        let mask = (2 << (Int.bitWidth - hashes.count.leadingZeroBitCount)) - 1
        // The number of a group and one; 0 for none.
        var groups = [UInt32](repeating: 0, count: mask + 1)
        numbers.reserveCapacity(hashes.count)
        for (place, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: ((hash.low ^ salt) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
            while groups[slot] > 0, hashes[firsts[Int(groups[slot]) - 1]] != hash { slot = (slot + 1) & mask }
            if groups[slot] == 0 {
                firsts.append(place)
                groups[slot] = UInt32(firsts.count)
            }
            numbers.append(Int(groups[slot]) - 1)
        }
    }
}
