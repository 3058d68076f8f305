internal import Scheduling

/// Which n-grams get a column, and in how many texts each stands.
///
/// Entries are first dealt out by the upper bits of their hash into partitions whose tables fit the cache; a
/// single table of all n-grams costs a cache miss per entry instead. An n-gram of one text only gets no column.
struct Vocabulary: Sendable {
    /// Per entry of the counted texts its column, or `noColumn`.
    let columns: [UInt32]
    /// In how many texts each column's n-gram stands, at least 2.
    let documentFrequencies: [UInt32]
    /// How many distinct n-grams there are, those of one text included.
    let distinctCount: Int

    /// Marks an entry whose n-gram stands in one text only.
    static let noColumn = UInt32.max

    /// How many entries a partition should hold: its table then takes under 400 KB.
    private static let partitionSize = 1 << 14

    /// Numbers the n-grams of `texts`; columns are ordered by partition, then by first appearance.
    /// O(entries); memory 16 bytes an entry besides the result's 4.
    init(of texts: CountedTexts, workers: Workers) {
        var bits = 0
        while bits < 16, texts.hashes.count >> bits > Self.partitionSize { bits += 1 }
        let dealt = DealtEntries(hashes: texts.hashes, bits: bits)
        let partitions = workers.map(1 << bits, scratch: PartitionTable()) { table, partition in
            table.number(dealt, partition: partition)
        }
        var columns = [UInt32](repeating: Self.noColumn, count: texts.hashes.count)
        var frequencies: [UInt32] = []
        for (partition, numbered) in partitions.enumerated() {
            let first = UInt32(frequencies.count)
            for (position, column) in zip(dealt.range(of: partition), numbered.columns)
            where column != Self.noColumn {
                columns[Int(dealt.positions[position])] = first + column
            }
            frequencies += numbered.documentFrequencies
        }
        precondition(frequencies.count < Int(Self.noColumn), "columns are numbered in 32 bits")
        self.columns = columns
        documentFrequencies = frequencies
        distinctCount = partitions.reduce(0) { $0 + $1.distinctCount }
    }
}

/// The entries of all texts, dealt out by the upper `bits` of their hash; within a partition in reading order.
private struct DealtEntries: Sendable {
    let starts: [Int]
    let hashes: [UInt64]
    let positions: [UInt32]

    init(hashes: [UInt64], bits: Int) {
        precondition(hashes.count < Int(UInt32.max), "entries are numbered in 32 bits")
        let shift = UInt64(64 - bits)
        var cursors = [Int](repeating: 0, count: (1 << bits) + 1)
        for hash in hashes { cursors[Int(hash >> shift) + 1] += 1 }
        for partition in 1..<cursors.count { cursors[partition] += cursors[partition - 1] }
        starts = cursors
        var dealt = [UInt64](repeating: 0, count: hashes.count)
        var positions = [UInt32](repeating: 0, count: hashes.count)
        for (position, hash) in hashes.enumerated() {
            let target = cursors[Int(hash >> shift)]
            dealt[target] = hash
            positions[target] = UInt32(truncatingIfNeeded: position)
            cursors[Int(hash >> shift)] += 1
        }
        self.hashes = dealt
        self.positions = positions
    }

    func range(of partition: Int) -> Range<Int> { starts[partition]..<starts[partition + 1] }
}

/// What numbering one partition gives: columns count from 0 within it.
private struct NumberedPartition: Sendable {
    let columns: [UInt32]
    let documentFrequencies: [UInt32]
    let distinctCount: Int
}

/// A hash table for one partition at a time, kept from partition to partition.
private struct PartitionTable {
    /// Per slot, the number in `distinct` plus one; 0 = empty.
    private var slots: [UInt32] = []
    private var distinct: [UInt64] = []
    private var frequencies: [UInt32] = []

    /// Numbers the n-grams of one partition that stand in two texts or more.
    mutating func number(_ entries: DealtEntries, partition: Int) -> NumberedPartition {
        let range = entries.range(of: partition)
        clear(for: range.count)
        var numbers = [UInt32](repeating: 0, count: range.count)
        for (index, position) in range.enumerated() { numbers[index] = find(entries.hashes[position]) }
        var columns = [UInt32](repeating: Vocabulary.noColumn, count: distinct.count)
        var shared: [UInt32] = []
        for (number, frequency) in frequencies.enumerated() where frequency >= 2 {
            columns[number] = UInt32(shared.count)
            shared.append(frequency)
        }
        for index in numbers.indices { numbers[index] = columns[Int(numbers[index])] }
        return NumberedPartition(columns: numbers, documentFrequencies: shared, distinctCount: distinct.count)
    }

    private mutating func clear(for entries: Int) {
        var capacity = 1024
        while capacity < entries * 2 { capacity *= 2 }
        slots.removeAll(keepingCapacity: true)
        slots.append(contentsOf: repeatElement(0, count: capacity))
        distinct.removeAll(keepingCapacity: true)
        frequencies.removeAll(keepingCapacity: true)
    }

    /// The number of `hash`, new or known, with one more text counted for it. The lower bits choose the slot:
    /// the upper ones are alike in a partition.
    private mutating func find(_ hash: UInt64) -> UInt32 {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let number = slots[slot] - 1
            if distinct[Int(number)] == hash {
                frequencies[Int(number)] += 1
                return number
            }
            slot = (slot + 1) & mask
        }
        distinct.append(hash)
        frequencies.append(1)
        slots[slot] = UInt32(distinct.count)
        return UInt32(distinct.count - 1)
    }
}
