/// The n-grams of one partition with the texts that hold them: those of two texts or more by column, the others apart.
struct ColumnPartition: Sendable {
    /// In how many texts each column's n-gram stands, at least 2.
    let documentFrequencies: [UInt32]
    /// Where each column's postings begin, and after the last their number.
    let starts: [UInt32]
    /// The row of each posting; rising within a column.
    let rows: [UInt32]
    /// The count of each posting.
    let counts: [UInt32]
    /// The rows of n-grams that stand in one text only, and their counts.
    let lonely: [(row: UInt32, count: UInt32)]
    /// How many distinct n-grams the partition holds.
    let distinctCount: Int

    /// Where the postings of a column stand.
    @inline(__always)
    func postings(of column: Int) -> Range<Int> { Int(starts[column])..<Int(starts[column + 1]) }
}

/// In how many texts an n-gram stands, and in how many distinct ones.
private struct TextCounts {
    var frequency: UInt32 = 0
    var postings: UInt32 = 0
}

/// A hash table that groups the entries of one partition at a time, kept from partition to partition.
struct PartitionTable {
    /// Per slot, the number of an n-gram plus one; 0 = empty.
    private var slots: [UInt32] = []
    private var keys: [UInt64] = []
    private var texts: [TextCounts] = []
    private var distinctCount = 0
    /// Per entry the number of its n-gram.
    private var numbers: [UInt32] = []

    /// Groups the entries of `partition` in all chunks.
    ///
    /// - Parameter copies: how many texts each row stands for.
    mutating func partition(_ partition: Int, of chunks: [TextChunk], copies: [UInt32]) -> ColumnPartition {
        number(partition, of: chunks, copies: copies)
        // From a number to its column, or to no column.
        var columns = [UInt32](repeating: .max, count: distinctCount)
        var documentFrequencies: [UInt32] = []
        var starts: [UInt32] = [0]
        for number in 0..<distinctCount where texts[number].frequency >= 2 {
            columns[number] = UInt32(documentFrequencies.count)
            documentFrequencies.append(texts[number].frequency)
            starts.append(starts[starts.count - 1] + texts[number].postings)
        }
        return grouped(
            partition, of: chunks, columns: columns, starts: starts, frequencies: documentFrequencies)
    }

    /// Numbers the n-grams and counts their texts.
    private mutating func number(_ partition: Int, of chunks: [TextChunk], copies: [UInt32]) {
        clear(for: chunks.reduce(0) { $0 + $1.range(of: partition).count })
        slots.withUnsafeMutableBufferPointer { slots in
            keys.withUnsafeMutableBufferPointer { keys in
                texts.withUnsafeMutableBufferPointer { texts in
                    numbers.withUnsafeMutableBufferPointer { numbers in
                        distinctCount = Self.number(
                            partition, of: chunks, copies: copies, slots: slots, keys: keys, texts: texts,
                            numbers: numbers)
                    }
                }
            }
        }
    }

    /// Makes the table empty, with room for `entries` distinct n-grams.
    private mutating func clear(for entries: Int) {
        var capacity = 1024
        while capacity < entries * 2 { capacity *= 2 }
        slots.removeAll(keepingCapacity: true)
        slots.append(contentsOf: repeatElement(0, count: capacity))
        if keys.count < entries {
            keys = [UInt64](repeating: 0, count: entries * 2)
            texts = [TextCounts](repeating: TextCounts(), count: entries * 2)
            numbers = [UInt32](repeating: 0, count: entries * 2)
        }
    }

    /// Finds or makes the number of every entry's n-gram; returns how many there are.
    private static func number(
        _ partition: Int, of chunks: [TextChunk], copies: [UInt32], slots: UnsafeMutableBufferPointer<UInt32>,
        keys: UnsafeMutableBufferPointer<UInt64>, texts: UnsafeMutableBufferPointer<TextCounts>,
        numbers: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        let mask = slots.count - 1
        var (distinct, index) = (0, 0)
        for chunk in chunks {
            chunk.withEntries { entries in
                for place in chunk.range(of: partition) {
                    let (key, text) = (entries[place].key, entries[place].text)
                    let copies = copies[chunk.firstText + text]
                    // Keys are what is left of well-spread hashes: any of their bits choose a slot.
                    var slot = Int(truncatingIfNeeded: key) & mask
                    while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & mask }
                    if slots[slot] == 0 {
                        keys[distinct] = key
                        texts[distinct] = TextCounts()
                        distinct += 1
                        slots[slot] = UInt32(truncatingIfNeeded: distinct)
                    }
                    let number = Int(slots[slot]) - 1
                    texts[number].frequency &+= copies
                    texts[number].postings &+= 1
                    numbers[index] = UInt32(truncatingIfNeeded: number)
                    index += 1
                }
            }
        }
        return distinct
    }

    /// The postings by column: a counting sort over the entries, which keeps rows rising.
    private func grouped(
        _ partition: Int, of chunks: [TextChunk], columns: [UInt32], starts: [UInt32], frequencies: [UInt32]
    ) -> ColumnPartition {
        let total = Int(starts[starts.count - 1])
        var cursors = starts
        var rows = [UInt32](repeating: 0, count: total)
        var counts = [UInt32](repeating: 0, count: total)
        var lonely: [(row: UInt32, count: UInt32)] = []
        var index = 0
        for chunk in chunks {
            chunk.withEntries { entries in
                for place in chunk.range(of: partition) {
                    let entry = entries[place]
                    let column = columns[Int(numbers[index])]
                    index += 1
                    let row = UInt32(chunk.firstText + entry.text)
                    let count = chunk.count(of: entry, at: place)
                    if column == .max {
                        lonely.append((row, count))
                    } else {
                        let target = Int(cursors[Int(column)])
                        rows[target] = row
                        counts[target] = count
                        cursors[Int(column)] += 1
                    }
                }
            }
        }
        return ColumnPartition(
            documentFrequencies: frequencies, starts: starts, rows: rows, counts: counts, lonely: lonely,
            distinctCount: distinctCount)
    }
}
