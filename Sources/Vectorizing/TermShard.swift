internal import Matrices

/// The n-grams whose hashes begin with one byte: each with its number in the shard and the texts that hold it.
///
/// N-grams are told apart by their whole 64-bit hash: V distinct ones have a pair that shares it with a probability below
/// V²/2⁶⁵, one in 300,000 for ten million. Two n-grams taken for one move a cosine by no more than their own weights in it.
///
/// The table is open-addressed. The shards share out the work and, as a table of its own each, the cache: a table of all
/// n-grams would cost a cache miss an entry.
///
/// Not for two threads at once.
final class TermShard: @unchecked Sendable {
    private struct Slot {
        /// What the shard leaves open of it.
        var hash: UInt64 = 0
        var number: UInt32 = 0
        /// How many distinct texts hold the n-gram; 0 = an empty slot.
        var rows: UInt32 = 0
    }

    private var slots = [Slot](repeating: Slot(), count: 1024)
    /// Per number, in how many further texts the n-gram stands: copies of distinct ones.
    private var copies: [UInt32] = []
    /// How many n-grams the shard holds.
    private var count = 0

    /// Numbers the entries of `shard` in each of `chunks`, in this order: the term of an n-gram is its number and the shard.
    ///
    /// - Parameter copies: how many texts each distinct text stands for.
    func number(shard: Int, of chunks: [NGramChunk], copies textCopies: [UInt32]) {
        for chunk in chunks {
            chunk.withEntries(ofShard: shard) { entries in
                makeRoom(for: entries.count)
                count = slots.withUnsafeMutableBufferPointer { slots in
                    copies.withUnsafeMutableBufferPointer { copies in
                        let first = chunk.range.lowerBound
                        var numbering = Numbering(slots: slots, copies: copies, count: count)
                        for place in entries.indices {
                            slots.prefetch(aheadOf: place, of: entries.count) {
                                Self.place(of: entries[$0] >> 8, mask: slots.count - 1)
                            }
                            let (hash, text) = (entries[place] >> 8, entries[place] & 0xFF)
                            let number = numbering.number(of: hash, extra: textCopies[first + Int(text)] - 1)
                            let term = UInt64(number) << 8 | UInt64(shard)
                            entries[place] = term << 8 | text
                        }
                        return numbering.count
                    }
                }
                copies.removeLast(copies.count - count)
            }
        }
    }

    /// The slot where an n-gram is likely to stand: by bits that neither the shard nor a text's table goes by.
    @inline(__always)
    private static func place(of hash: UInt64, mask: Int) -> Int {
        Int(truncatingIfNeeded: hash >> 16) & mask
    }

    /// The table while it is being filled; there is room.
    private struct Numbering {
        let slots: UnsafeMutableBufferPointer<Slot>
        let copies: UnsafeMutableBufferPointer<UInt32>
        var count: Int

        /// The number of an n-gram, which one more text holds and `extra` copies of it. Known and new ones take the same way,
        /// for no processor could foresee which it is.
        @inline(__always)
        mutating func number(of hash: UInt64, extra: UInt32) -> UInt32 {
            let mask = slots.count - 1
            var place = TermShard.place(of: hash, mask: mask)
            while slots[place].rows != 0, slots[place].hash != hash { place = (place + 1) & mask }
            let isNew = slots[place].rows == 0
            let number = isNew ? UInt32(truncatingIfNeeded: count) : slots[place].number
            slots[place] = Slot(hash: hash, number: number, rows: slots[place].rows &+ 1)
            count += isNew ? 1 : 0
            if extra > 0 { copies[Int(number)] &+= extra }
            return number
        }
    }

    /// Sees to it that `entries` more n-grams find room, and a quarter of the slots stays empty.
    private func makeRoom(for entries: Int) {
        precondition(count + entries < 1 << 24, "four billion n-grams are numbered in 32 bits")
        copies.append(contentsOf: repeatElement(0, count: entries))
        while (count + entries) * 4 > slots.count * 3 { grow() }
    }

    private func grow() {
        var larger = [Slot](repeating: Slot(), count: slots.count * 2)
        let mask = larger.count - 1
        for slot in slots where slot.rows != 0 {
            var place = Self.place(of: slot.hash, mask: mask)
            while larger[place].rows != 0 { place = (place + 1) & mask }
            larger[place] = slot
        }
        slots = larger
    }

    /// Per number, how many distinct texts hold the n-gram and how many texts in all.
    func usage() -> [TermUsage] {
        var usage = [TermUsage](repeating: TermUsage(rows: 0, texts: 0), count: count)
        for slot in slots where slot.rows != 0 {
            usage[Int(slot.number)] = TermUsage(rows: slot.rows, texts: slot.rows + copies[Int(slot.number)])
        }
        return usage
    }
}

/// How much an n-gram is used.
struct TermUsage: Sendable {
    /// How many distinct texts hold it.
    var rows: UInt32
    /// How many texts hold it, copies counted.
    var texts: UInt32
}
