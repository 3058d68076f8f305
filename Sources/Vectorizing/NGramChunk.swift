/// The n-gram counts of some texts that follow each other, dealt out to shards by hash and numbered in place.
///
/// Within a shard entries come by text, and within a text by first appearance. A shard numbers its own entries and nobody
/// else's; when all have done so, `counted` gives the texts' terms.
///
/// Invariants: `entries` and `counts` hold `entryCount` initialized values each for as long as the object lives.
/// `withEntries(ofShard:)` gives out the shard's own range of `entries` only, so that shards may be numbered side by side.
final class NGramChunk: @unchecked Sendable {
    /// How many shards there are: a byte of the hash.
    static let shardCount = 256
    /// How many texts a chunk can hold: a byte.
    static let mostTexts = 256
    /// The count that says: look it up, it does not fit a byte.
    static let longCount = UInt8.max

    /// Which texts it holds.
    let range: Range<Int>
    /// Where each shard's entries begin, and after the last their number.
    private let starts: [UInt32]
    /// The place of the text in the chunk in the lowest byte; above it what the shard leaves open of the n-gram's hash, and
    /// once it is numbered its term.
    private let entries: UnsafeMutablePointer<UInt64>
    /// How often the n-gram stands in it, or `longCount`.
    private let counts: UnsafeMutablePointer<UInt8>
    /// The counts that do not fit a byte, by place.
    private let longCounts: [UInt32: UInt32]

    /// How many entries there are.
    var entryCount: Int { Int(starts[Self.shardCount]) }

    /// Deals out what `workspace` holds: a counting sort by shard, which keeps the order within one.
    fileprivate init(_ workspace: Workspace, range: Range<Int>) {
        self.range = range
        let room = max(1, workspace.counter.entryCount)
        let (entries, counts) = (
            UnsafeMutablePointer<UInt64>.allocate(capacity: room),
            UnsafeMutablePointer<UInt8>.allocate(capacity: room)
        )
        (self.entries, self.counts) = (entries, counts)
        (starts, longCounts) = workspace.counter.withEntries { hashes, occurrences in
            var starts = [UInt32](repeating: 0, count: Self.shardCount + 1)
            for hash in hashes { starts[Int(hash >> 56) + 1] &+= 1 }
            for shard in 1..<starts.count { starts[shard] += starts[shard - 1] }
            let long = Self.deal(hashes, occurrences, ends: workspace.ends, at: starts, to: entries, counts)
            return (starts, long)
        }
    }

    private static func deal(
        _ hashes: UnsafeBufferPointer<UInt64>, _ occurrences: UnsafeBufferPointer<UInt32>, ends: [Int],
        at starts: [UInt32], to entries: UnsafeMutablePointer<UInt64>, _ counts: UnsafeMutablePointer<UInt8>
    ) -> [UInt32: UInt32] {
        var (cursors, longCounts): ([UInt32], [UInt32: UInt32]) = (starts, [:])
        cursors.withUnsafeMutableBufferPointer { cursors in
            var index = 0
            for (text, end) in ends.enumerated() {
                while index < end {
                    let (hash, count) = (hashes[index], occurrences[index])
                    index += 1
                    let place = cursors[Int(hash >> 56)]
                    cursors[Int(hash >> 56)] = place &+ 1
                    (entries + Int(place)).initialize(to: hash << 8 | UInt64(text))
                    (counts + Int(place)).initialize(
                        to: UInt8(truncatingIfNeeded: min(count, UInt32(longCount))))
                    if count >= UInt32(longCount) { longCounts[place] = count }
                }
            }
        }
        return longCounts
    }

    deinit {
        entries.deallocate()
        counts.deallocate()
    }

    /// Calls `body` with the entries of `shard`, in each of which the hash is to be replaced by the term.
    @inline(__always)
    func withEntries(ofShard shard: Int, _ body: (UnsafeMutableBufferPointer<UInt64>) -> Void) {
        let (start, end) = (Int(starts[shard]), Int(starts[shard + 1]))
        body(UnsafeMutableBufferPointer(start: entries + start, count: end - start))
    }

    /// The terms by text, once all shards are numbered.
    func counted() -> CountedTexts {
        var starts = [UInt32](repeating: 0, count: range.count + 1)
        for place in 0..<entryCount { starts[Int(entries[place] & 0xFF) + 1] &+= 1 }
        for text in 1..<starts.count { starts[text] += starts[text - 1] }
        return CountedTexts(range: range, starts: starts) { terms, counts in
            var (cursors, long): ([UInt32], [CountedTexts.LongCount]) = (starts, [])
            cursors.withUnsafeMutableBufferPointer { cursors in
                for place in 0..<entryCount {
                    let entry = entries[place]
                    let target = cursors[Int(entry & 0xFF)]
                    cursors[Int(entry & 0xFF)] = target &+ 1
                    terms[Int(target)] = UInt32(truncatingIfNeeded: entry >> 8)
                    counts[Int(target)] = self.counts[place]
                    if self.counts[place] == Self.longCount, let count = longCounts[UInt32(place)] {
                        long.append(CountedTexts.LongCount(place: target, count: count))
                    }
                }
            }
            return long
        }
    }

    /// What a thread keeps from chunk to chunk.
    struct Workspace {
        private var buffer = ScalarBuffer()
        fileprivate var counter: NGramCounter
        /// Where each text's entries end.
        fileprivate var ends: [Int] = []

        init(ngramRange: ClosedRange<Int>) {
            counter = NGramCounter(ngramRange: ngramRange)
        }

        /// Counts the n-grams of the texts `range`.
        mutating func chunk(
            of range: Range<Int>, normalization: TextNormalization, text: (Int) -> String
        ) -> NGramChunk {
            counter.removeAll()
            ends.removeAll(keepingCapacity: true)
            for index in range {
                buffer.fill(text(index), normalization: normalization)
                counter.append(buffer.scalars)
                ends.append(counter.entryCount)
            }
            return NGramChunk(self, range: range)
        }
    }
}
