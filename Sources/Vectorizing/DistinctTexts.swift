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
    /// How many scalars each distinct text has after normalization.
    package let lengths: [Int]

    /// Texts hashed by one thread at a time.
    private static let blockSize = 64

    /// A text's hash and length.
    private struct Key: Sendable {
        var hash: Fingerprint
        var length: Int
    }

    /// Finds equal ones among the texts `text(0)` to `text(count - 1)`. O(scalars).
    package init(
        count: Int, normalization: TextNormalization, workers: Workers, text: @Sendable (Int) -> String
    ) {
        let blocks = workers.step("normalizing").map(
            (count + Self.blockSize - 1) / Self.blockSize, scratch: ScalarBuffer()
        ) {
            buffer, block in
            (block * Self.blockSize..<min((block + 1) * Self.blockSize, count)).map { index in
                buffer.fill(text(index), normalization: normalization)
                return Key(hash: Fingerprint(ofScalars: buffer.scalars), length: buffer.scalars.count)
            }
        }
        var numbers: [Int] = []
        numbers.reserveCapacity(count)
        var (firsts, copies, lengths): ([Int], [UInt32], [Int]) = ([], [], [])
        var known: [Fingerprint: Int] = [:]
        for (index, key) in blocks.joined().enumerated() {
            if let number = known[key.hash] {
                numbers.append(number)
                copies[number] += 1
            } else {
                known[key.hash] = firsts.count
                numbers.append(firsts.count)
                firsts.append(index)
                copies.append(1)
                lengths.append(key.length)
            }
        }
        (self.firsts, self.numbers, self.copies, self.lengths) = (firsts, numbers, copies, lengths)
        fingerprints = blocks.flatMap { $0.map(\.hash) }
    }
}
