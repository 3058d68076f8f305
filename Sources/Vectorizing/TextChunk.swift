/// The n-gram counts of up to 256 texts that follow each other, dealt out by partition.
///
/// Within a partition entries come by text, and within a text by first appearance.
struct TextChunk: Sendable {
    /// The index of the first text.
    let firstText: Int
    /// Where each partition's entries begin, and after the last the number of entries.
    private let starts: [UInt32]
    private let entries: [NGramEntry]
    /// The counts that do not fit an entry, by place.
    private let longCounts: [UInt32: UInt32]

    /// Counts the n-grams of `texts`.
    init(
        of texts: [String], range: Range<Int>, partitionBits: Int, normalization: TextNormalization,
        workspace: inout Workspace
    ) {
        firstText = range.lowerBound
        workspace.clear()
        for (place, text) in range.enumerated() {
            workspace.add(
                texts[text], place: place, partitionBits: partitionBits, normalization: normalization)
        }
        (starts, entries, longCounts) = workspace.dealt(partitionBits: partitionBits)
    }

    /// Where the entries of `partition` stand.
    func range(of partition: Int) -> Range<Int> { Int(starts[partition])..<Int(starts[partition + 1]) }

    /// Calls `body` with the entries, for reading by place.
    func withEntries<Result>(_ body: (UnsafeBufferPointer<NGramEntry>) -> Result) -> Result {
        entries.withUnsafeBufferPointer(body)
    }

    /// How often the n-gram of `entry`, which stands at `place`, stands in its text.
    func count(of entry: NGramEntry, at place: Int) -> UInt32 {
        let count = UInt32(entry.count)
        return entry.count == NGramEntry.longCount ? longCounts[UInt32(place), default: count] : count
    }

    /// What a thread keeps from chunk to chunk.
    struct Workspace {
        private var buffer = ScalarBuffer()
        private var counter: NGramCounter
        private var partitions: [UInt16] = []
        private var entries: [NGramEntry] = []
        private var longCounts: [UInt32: UInt32] = [:]

        init(ngramRange: ClosedRange<Int>) {
            counter = NGramCounter(ngramRange: ngramRange)
        }

        mutating func clear() {
            partitions.removeAll(keepingCapacity: true)
            entries.removeAll(keepingCapacity: true)
            longCounts.removeAll(keepingCapacity: true)
        }

        mutating func add(_ text: String, place: Int, partitionBits: Int, normalization: TextNormalization) {
            buffer.fill(text, normalization: normalization)
            counter.count(buffer.scalars)
            let (first, added) = (entries.count, counter.hashes.count)
            entries.reserveCapacity(first + added)
            partitions.append(contentsOf: repeatElement(0, count: added))
            let shift = UInt64(64 - partitionBits)
            for index in 0..<added {
                let (hash, count) = (counter.hashes[index], counter.counts[index])
                if count >= UInt32(NGramEntry.longCount) { longCounts[UInt32(first + index)] = count }
                // Swift's shift by 64 gives 0: without partitions all entries lie in the first.
                partitions[first + index] = UInt16(truncatingIfNeeded: hash >> shift)
                entries.append(
                    NGramEntry(hash: hash, partitionBits: UInt64(partitionBits), text: place, count: count))
            }
        }

        /// The entries by partition: a counting sort, which keeps their order within one.
        func dealt(partitionBits: Int) -> ([UInt32], [NGramEntry], [UInt32: UInt32]) {
            precondition(entries.count < Int(UInt32.max), "a chunk's entries are numbered in 32 bits")
            var starts = [UInt32](repeating: 0, count: (1 << partitionBits) + 1)
            for partition in partitions { starts[Int(partition) + 1] += 1 }
            for partition in 1..<starts.count { starts[partition] += starts[partition - 1] }
            var cursors = starts
            var movedCounts: [UInt32: UInt32] = [:]
            let dealt = [NGramEntry](unsafeUninitializedCapacity: entries.count) { output, count in
                for (index, partition) in partitions.enumerated() {
                    let place = cursors[Int(partition)]
                    output.initializeElement(at: Int(place), to: entries[index])
                    cursors[Int(partition)] += 1
                    if !longCounts.isEmpty, let long = longCounts[UInt32(index)] { movedCounts[place] = long }
                }
                count = entries.count
            }
            return (starts, dealt, movedCounts)
        }
    }
}
