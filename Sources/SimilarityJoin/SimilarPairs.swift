/// All pairs of items that reach the threshold, made from pairs of rows as they are asked for.
///
/// k items that share a row are k(k − 1)/2 pairs of similarity 1, and stand here as one group: memory grows with pairs of
/// rows, not of items. Iterates in the order of `SimilarPair.precedes`. Time of an iteration: O(log) of a run of equal
/// similarity, a pair.
public struct SimilarPairs: Sendable, Sequence {
    private let rowPairs: [SimilarPair]
    private let groups: RowGroups
    /// The rows whose own items are pairs of each other: several items, and not empty.
    private let sharedRows: [Int]

    /// Makes the pairs of the items in `groups`.
    ///
    /// - Parameters:
    ///   - rowPairs: pairs of rows, in the order of `SimilarPair.precedes`.
    ///   - isEmpty: whether a row has no entries; its items are in no pair.
    public init(_ rowPairs: [SimilarPair], groups: RowGroups, isEmpty: (Int) -> Bool) {
        self.rowPairs = rowPairs
        self.groups = groups
        sharedRows = groups.itemsOfRow.indices.filter { groups.itemsOfRow[$0].count > 1 && !isEmpty($0) }
    }

    private init(_ rowPairs: [SimilarPair], groups: RowGroups) {
        self.rowPairs = rowPairs
        self.groups = groups
        sharedRows = []
    }

    /// How many pairs there are. O(pairs of rows + rows).
    public var count: Int {
        sharedRows.reduce(0) { $0 + groups.itemsOfRow[$1].count * (groups.itemsOfRow[$1].count - 1) / 2 }
            + rowPairs.reduce(0) { $0 + groups.itemsOfRow[$1.a].count * groups.itemsOfRow[$1.b].count }
    }

    /// The pairs of items that do not share a row.
    public var betweenRows: SimilarPairs { SimilarPairs(rowPairs, groups: groups) }

    /// Starts from the most similar pair.
    public func makeIterator() -> Iterator {
        Iterator(rowPairs: rowPairs, groups: groups, sharedRows: sharedRows)
    }

    /// Gives one pair after the other; holds the partners of one item at a time.
    public struct Iterator: IteratorProtocol {
        private let rowPairs: [SimilarPair]
        private let groups: RowGroups
        private var sharedRows: [Int]
        /// The next pair of rows of no run yet.
        private var nextRowPair = 0
        private var run = PairRun()

        fileprivate init(rowPairs: [SimilarPair], groups: RowGroups, sharedRows: [Int]) {
            self.rowPairs = rowPairs
            self.groups = groups
            self.sharedRows = sharedRows
        }

        /// The next pair, or nil after the last.
        public mutating func next() -> SimilarPair? {
            while true {
                if let pair = run.next(groups: groups) { return pair }
                guard nextRowPair < rowPairs.count || !sharedRows.isEmpty else { return nil }
                openRun()
            }
        }

        /// Opens the run of equal similarity that comes next; shared rows belong to that of similarity 1.
        private mutating func openRun() {
            let similarity = sharedRows.isEmpty ? rowPairs[nextRowPair].similarity : 1
            let first = nextRowPair
            while nextRowPair < rowPairs.count, rowPairs[nextRowPair].similarity == similarity {
                nextRowPair += 1
            }
            run = PairRun(
                rowPairs[first..<nextRowPair], sharedRows: sharedRows, similarity: similarity, groups: groups)
            sharedRows = []
        }
    }
}

/// Pairs of items with one similarity, by their first item.
private struct PairRun {
    private var similarity = 0.0
    /// The rows that each row is a pair with, itself where its items are.
    private var partners: [Int: [Int]] = [:]
    /// The items of all these rows, rising, and the first not yet served.
    private var items: [Int] = []
    private var nextItem = 0
    /// The partners of the item in hand that come behind it, rising, and the first not yet given.
    private var behind: [Int] = []
    private var nextBehind = 0

    init() {}

    init(_ rowPairs: ArraySlice<SimilarPair>, sharedRows: [Int], similarity: Double, groups: RowGroups) {
        self.similarity = similarity
        for row in sharedRows { partners[row, default: []].append(row) }
        for pair in rowPairs {
            partners[pair.a, default: []].append(pair.b)
            partners[pair.b, default: []].append(pair.a)
        }
        items = partners.keys.flatMap { groups.itemsOfRow[$0] }.sorted()
    }

    mutating func next(groups: RowGroups) -> SimilarPair? {
        while nextBehind == behind.count {
            guard nextItem < items.count else { return nil }
            let item = items[nextItem]
            nextItem += 1
            let rows = partners[groups.rowOfItem[item], default: []]
            behind = rows.flatMap { groups.itemsOfRow[$0].filter { $0 > item } }.sorted()
            nextBehind = 0
        }
        nextBehind += 1
        return SimilarPair(a: items[nextItem - 1], b: behind[nextBehind - 1], similarity: similarity)
    }
}
