internal import Spilling

/// The terms of some texts that follow each other, with their counts: 5 bytes an entry.
///
/// Invariants: `terms` and `counts` hold `starts.last` initialized values each for as long as the object lives; nothing writes
/// to them after `init` returns.
final class CountedTexts: @unchecked Sendable {
    /// A count that does not fit a byte.
    struct LongCount: Sendable {
        /// The entry's place.
        let place: UInt32
        /// The count.
        let count: UInt32
    }

    /// Which texts these are.
    let range: Range<Int>
    /// Where each text's entries begin, and after the last their number.
    let starts: [UInt32]
    /// The term of each entry, by text.
    private let terms: UnsafeMutablePointer<UInt32>
    /// How often the term stands in the text, or `NGramChunk.longCount`.
    private let counts: UnsafeMutablePointer<UInt8>
    /// The counts that do not fit a byte, by place.
    let longCounts: [LongCount]

    /// Makes room for the entries that `starts` counts and has `fill` initialize them all; it returns the long counts, in
    /// any order.
    init(
        range: Range<Int>, starts: [UInt32],
        fill: (UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt8>) -> [LongCount]
    ) {
        self.range = range
        self.starts = starts
        let count = max(1, Int(starts[starts.count - 1]))
        (terms, counts) = (.allocate(capacity: count), .allocate(capacity: count))
        longCounts = fill(terms, counts).sorted { $0.place < $1.place }
    }

    deinit {
        terms.deallocate()
        counts.deallocate()
    }

    /// Calls `body` with terms and counts of the text at `place`, and where they begin among all.
    @inline(__always)
    func withEntries(
        at place: Int, _ body: (UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<UInt8>, Int) -> Void
    ) {
        let (start, end) = (Int(starts[place]), Int(starts[place + 1]))
        body(
            UnsafeBufferPointer(start: terms + start, count: end - start),
            UnsafeBufferPointer(start: counts + start, count: end - start), start)
    }

    /// How many entries there are.
    var entryCount: Int { Int(starts[starts.count - 1]) }

    /// How many bytes the entries take.
    var byteCount: Int { entryCount * (MemoryLayout<UInt32>.stride + MemoryLayout<UInt8>.stride) }

    /// Writes the entries to `file` and gives what can read them back.
    func spilled(to file: ScratchFile) throws(ScratchFileError) -> SpilledTexts {
        let counts = UnsafeRawBufferPointer(start: counts, count: entryCount)
        return SpilledTexts(
            range: range, starts: starts, longCounts: longCounts, file: file,
            termsOffset: try file.append(
                UnsafeRawBufferPointer(start: terms, count: entryCount * MemoryLayout<UInt32>.stride)),
            countsOffset: try file.append(counts))
    }
}

/// The terms of some texts, on disk.
struct SpilledTexts: Sendable {
    /// Which texts these are.
    let range: Range<Int>
    fileprivate let starts: [UInt32]
    fileprivate let longCounts: [CountedTexts.LongCount]
    fileprivate let file: ScratchFile
    fileprivate let termsOffset: Int
    fileprivate let countsOffset: Int

    /// The terms, read back into memory.
    func loaded() throws(ScratchFileError) -> CountedTexts {
        var failure: ScratchFileError?
        let texts = CountedTexts(range: range, starts: starts) { terms, counts in
            let count = Int(starts[starts.count - 1])
            let termBytes = UnsafeMutableRawBufferPointer(
                start: terms, count: count * MemoryLayout<UInt32>.stride)
            do throws(ScratchFileError) {
                try file.read(into: termBytes, at: termsOffset)
                try file.read(
                    into: UnsafeMutableRawBufferPointer(start: counts, count: count), at: countsOffset)
            } catch {
                failure = error
            }
            return longCounts
        }
        if let failure { throw failure }
        return texts
    }
}
