internal import CPrefetch

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

    init(of shards: [[TermUsage]]) {
        offsets = shards.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        termCount = offsets[shards.count]
        var cursors = Self.firstColumns(of: shards)
        let columnCount = cursors[cursors.count - 1]
        var documentFrequencies = [UInt32](repeating: 0, count: columnCount)
        var rowCounts = [UInt32](repeating: 0, count: columnCount)
        var columns = [UInt32](repeating: Self.none, count: termCount)
        for (shard, usages) in shards.enumerated() {
            for (number, usage) in usages.enumerated() where usage.rows > 1 {
                let column = cursors[Int(usage.texts)]
                cursors[Int(usage.texts)] = column + 1
                columns[offsets[shard] + number] = UInt32(column)
                (documentFrequencies[column], rowCounts[column]) = (usage.texts, usage.rows)
            }
        }
        (self.documentFrequencies, self.rowCounts, self.columns) = (documentFrequencies, rowCounts, columns)
    }

    /// Per document frequency the first column of the terms that have it, and after the highest the number of columns.
    private static func firstColumns(of shards: [[TermUsage]]) -> [Int] {
        var cursors = [0, 0]
        for usages in shards {
            for usage in usages where usage.rows > 1 {
                let place = Int(usage.texts) + 1
                if place >= cursors.count {
                    cursors.append(contentsOf: repeatElement(0, count: place + 1 - cursors.count))
                }
                cursors[place] += 1
            }
        }
        for frequency in 1..<cursors.count { cursors[frequency] += cursors[frequency - 1] }
        return cursors
    }

    /// The columns by term, for a loop over terms of these shards.
    struct Lookup {
        fileprivate let columns: UnsafeBufferPointer<UInt32>
        fileprivate let offsets: UnsafeBufferPointer<Int>

        /// The column of `term`, or `none`.
        @inline(__always)
        subscript(term: UInt32) -> UInt32 { columns[place(of: term)] }

        /// Fetches the column of a term that is asked for soon.
        @inline(__always)
        func prefetch(_ term: UInt32) {
            CPrefetch.prefetch(columns.baseAddress.unsafelyUnwrapped + place(of: term))
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
