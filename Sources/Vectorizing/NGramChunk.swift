/// The n-gram counts of some texts that follow each other, dealt out to shards by hash and numbered in place.
///
/// Within a shard entries come by text, and within a text by first appearance. A shard numbers its own entries and nobody
/// else's; when all have done so, `counted` gives the texts' terms.
///
/// Invariants: `hashes`, `texts` and `counts` hold `entryCount` initialized values each for as long as the object lives.
/// `withEntries(ofShard:)` gives out the shard's own range of `hashes` only, so that shards may be numbered side by side.
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
    /// An n-gram's hash, and once it is numbered its term.
    private let hashes: UnsafeMutablePointer<UInt64>
    /// The place of its text in the chunk.
    private let texts: UnsafeMutablePointer<UInt8>
    /// How often the n-gram stands in it, or `longCount`.
    private let counts: UnsafeMutablePointer<UInt8>
    /// The counts that do not fit a byte, by place.
    private let longCounts: [UInt32: UInt32]

    /// How many entries there are.
    var entryCount: Int { Int(starts[Self.shardCount]) }

    /// Deals out what `workspace` holds: a counting sort by shard, which keeps the order within one.
    fileprivate init(_ workspace: Workspace, range: Range<Int>) {
        self.range = range
        let count = workspace.hashes.count
        precondition(count < Int(UInt32.max), "a chunk's entries are numbered in 32 bits")
        let room = max(1, count)
        (hashes, texts, counts) = (
            .allocate(capacity: room), .allocate(capacity: room), .allocate(capacity: room)
        )
        var starts = [UInt32](repeating: 0, count: Self.shardCount + 1)
        for hash in workspace.hashes { starts[Int(hash >> 56) + 1] &+= 1 }
        for shard in 1..<starts.count { starts[shard] += starts[shard - 1] }
        self.starts = starts
        longCounts = Self.deal(workspace, at: starts, to: hashes, texts, counts)
    }

    private static func deal(
        _ workspace: Workspace, at starts: [UInt32], to hashes: UnsafeMutablePointer<UInt64>,
        _ texts: UnsafeMutablePointer<UInt8>, _ counts: UnsafeMutablePointer<UInt8>
    ) -> [UInt32: UInt32] {
        var (cursors, longCounts): ([UInt32], [UInt32: UInt32]) = (starts, [:])
        cursors.withUnsafeMutableBufferPointer { cursors in
            workspace.hashes.withUnsafeBufferPointer { dealtHashes in
                workspace.counts.withUnsafeBufferPointer { dealtCounts in
                    var index = 0
                    for (text, end) in workspace.ends.enumerated() {
                        while index < end {
                            let (hash, count) = (dealtHashes[index], dealtCounts[index])
                            index += 1
                            let place = cursors[Int(hash >> 56)]
                            cursors[Int(hash >> 56)] = place &+ 1
                            (hashes + Int(place)).initialize(to: hash)
                            (texts + Int(place)).initialize(to: UInt8(truncatingIfNeeded: text))
                            (counts + Int(place)).initialize(
                                to: UInt8(truncatingIfNeeded: min(count, UInt32(longCount))))
                            if count >= UInt32(longCount) { longCounts[place] = count }
                        }
                    }
                }
            }
        }
        return longCounts
    }

    deinit {
        hashes.deallocate()
        texts.deallocate()
        counts.deallocate()
    }

    /// Calls `body` with the hashes of the entries of `shard`, each to be replaced by its term, and the places of their texts.
    @inline(__always)
    func withEntries(
        ofShard shard: Int, _ body: (UnsafeMutableBufferPointer<UInt64>, UnsafeBufferPointer<UInt8>) -> Void
    ) {
        let (start, end) = (Int(starts[shard]), Int(starts[shard + 1]))
        body(
            UnsafeMutableBufferPointer(start: hashes + start, count: end - start),
            UnsafeBufferPointer(start: texts + start, count: end - start))
    }

    /// The terms by text, once all shards are numbered.
    func counted() -> CountedTexts {
        var starts = [UInt32](repeating: 0, count: range.count + 1)
        for place in 0..<entryCount { starts[Int(texts[place]) + 1] &+= 1 }
        for text in 1..<starts.count { starts[text] += starts[text - 1] }
        return CountedTexts(range: range, starts: starts) { terms, counts in
            var (cursors, long): ([UInt32], [CountedTexts.LongCount]) = (starts, [])
            cursors.withUnsafeMutableBufferPointer { cursors in
                for place in 0..<entryCount {
                    let target = cursors[Int(texts[place])]
                    cursors[Int(texts[place])] = target &+ 1
                    terms[Int(target)] = UInt32(truncatingIfNeeded: hashes[place])
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
        private var counter: NGramCounter
        fileprivate var hashes: [UInt64] = []
        fileprivate var counts: [UInt32] = []
        /// Where each text's entries end.
        fileprivate var ends: [Int] = []

        init(ngramRange: ClosedRange<Int>) {
            counter = NGramCounter(ngramRange: ngramRange)
        }

        /// Counts the n-grams of the texts `range`.
        mutating func chunk(
            of range: Range<Int>, normalization: TextNormalization, text: (Int) -> String
        ) -> NGramChunk {
            hashes.removeAll(keepingCapacity: true)
            counts.removeAll(keepingCapacity: true)
            ends.removeAll(keepingCapacity: true)
            for index in range {
                buffer.fill(text(index), normalization: normalization)
                counter.count(buffer.scalars)
                hashes.append(contentsOf: counter.hashes)
                counts.append(contentsOf: counter.counts)
                ends.append(hashes.count)
            }
            return NGramChunk(self, range: range)
        }
    }
}
