internal import Matrices
internal import Scheduling

/// Which terms have a column, and which one.
///
/// A term of one distinct text only counts in its row's norm. The others get their columns by rising document frequency,
/// equals by shard and number: a counting sort, O(terms + highest frequency).
struct TermColumns: Sendable {
    /// What a term without a column has in place of one.
    static let none = UInt32.max

    /// In how many texts each column's n-gram stands; rising.
    let documentFrequencies: [UInt32]
    /// How many distinct texts hold each column's n-gram.
    let rowCounts: [UInt32]
    /// How many terms there are.
    let termCount: Int

    /// Where each shard's terms begin in `columns`.
    private let offsets: [Int]
    /// Per term its column, or `none`.
    private let columns: [UInt32]

    /// A slice of the shards is counted, and later given its columns, by one thread: four bytes a frequency each.
    private static let mostSlices = 8

    init(of shards: [[TermUsage]], workers: Workers) {
        let offsets = shards.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        let slices = Self.slices(of: shards.count, count: min(workers.count, Self.mostSlices))
        let (first, columnCount) = Self.firstColumns(
            workers.map(slices.count) { Self.frequencies(of: shards[slices[$0]]) })
        var documentFrequencies = [UInt32](repeating: 0, count: columnCount)
        var rowCounts = [UInt32](repeating: 0, count: columnCount)
        var columns = [UInt32](repeating: Self.none, count: offsets[shards.count])
        documentFrequencies.withUnsafeMutableBufferPointer { documentFrequencies in
            rowCounts.withUnsafeMutableBufferPointer { rowCounts in
                columns.withUnsafeMutableBufferPointer { columns in
                    // Each slice has terms and columns of its own.
                    nonisolated(unsafe) let (documentFrequencies, rowCounts, columns) = (
                        documentFrequencies, rowCounts, columns
                    )
                    workers.forEach(slices.count) { slice in
                        var cursors = first[slice]
                        for shard in slices[slice] {
                            for (number, usage) in shards[shard].enumerated() where usage.rows > 1 {
                                let column = cursors[Int(usage.texts)]
                                cursors[Int(usage.texts)] = column + 1
                                columns[offsets[shard] + number] = column
                                documentFrequencies[Int(column)] = usage.texts
                                rowCounts[Int(column)] = usage.rows
                            }
                        }
                    }
                }
            }
        }
        (self.documentFrequencies, self.rowCounts, self.columns) = (documentFrequencies, rowCounts, columns)
        (self.offsets, termCount) = (offsets, offsets[shards.count])
    }

    private static func slices(of shardCount: Int, count: Int) -> [Range<Int>] {
        (0..<count).map { shardCount * $0 / count..<shardCount * ($0 + 1) / count }
    }

    /// How many terms with a column have each document frequency, up to the highest.
    private static func frequencies(of shards: ArraySlice<[TermUsage]>) -> [UInt32] {
        var counts: [UInt32] = []
        for usages in shards {
            for usage in usages where usage.rows > 1 {
                let place = Int(usage.texts)
                if place >= counts.count {
                    counts.append(contentsOf: repeatElement(0, count: place + 1 - counts.count))
                }
                counts[place] += 1
            }
        }
        return counts
    }

    /// Per slice and document frequency the first column of the terms that have it, and how many columns there are.
    private static func firstColumns(_ counts: [[UInt32]]) -> (first: [[UInt32]], columnCount: Int) {
        var first = counts
        var next: UInt32 = 0
        for frequency in 0..<(counts.map(\.count).max() ?? 0) {
            for slice in counts.indices where frequency < counts[slice].count {
                first[slice][frequency] = next
                next += counts[slice][frequency]
            }
        }
        return (first, Int(next))
    }

    /// The columns by term, for a loop over terms of these shards.
    struct Lookup {
        fileprivate let columns: UnsafeBufferPointer<UInt32>
        fileprivate let offsets: UnsafeBufferPointer<Int>

        /// The column of `term`, or `none`.
        @inline(__always)
        subscript(term: UInt32) -> UInt32 { columns[place(of: term)] }

        /// Asks for the column of a term that a loop over `terms`, now at `place`, comes to soon.
        @inline(__always)
        func prefetch(aheadOf place: Int, in terms: UnsafeBufferPointer<UInt32>) {
            columns.prefetch(aheadOf: place, of: terms.count) { self.place(of: terms[$0]) }
        }

        @inline(__always)
        private func place(of term: UInt32) -> Int { offsets[Int(term & 0xFF)] + Int(term >> 8) }
    }

    /// Calls `body` with the columns by term.
    @inline(__always)
    func withLookup<Result>(_ body: (Lookup) -> Result) -> Result {
        columns.withUnsafeBufferPointer { columns in
            offsets.withUnsafeBufferPointer { body(Lookup(columns: columns, offsets: $0)) }
        }
    }
}
