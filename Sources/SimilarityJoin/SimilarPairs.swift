/// All pairs of items that reach the threshold, made from pairs of rows as they are asked for.
///
/// k items that share a row are k(k − 1)/2 pairs of similarity 1, and stand here as one group: memory grows with pairs of
/// rows, not of items. Iterates in the order of `SimilarPair.precedes`.
public struct SimilarPairs: Sendable, Sequence {
    private let rowPairs: [SimilarPair]
    private let items: ListedItems
    /// The rows whose own items are pairs of each other: several items, and not empty.
    private let sharedRows: [Int]

    /// Makes the pairs of the items in `groups`.
    ///
    /// - Parameters:
    ///   - rowPairs: pairs of rows, in the order of `SimilarPair.precedes`.
    ///   - isEmpty: whether a row's own items are no pairs of each other.
    public init(_ rowPairs: [SimilarPair], groups: RowGroups, isEmpty: (Int) -> Bool) {
        self.init(
            rowPairs, items: ListedItems(groups: groups, hasCopies: true),
            sharedRows: groups.itemsOfRow.indices.filter { groups.itemsOfRow[$0].count > 1 && !isEmpty($0) })
    }

    private init(_ rowPairs: [SimilarPair], items: ListedItems, sharedRows: [Int] = []) {
        self.rowPairs = rowPairs
        self.items = items
        self.sharedRows = sharedRows
    }

    /// How many pairs there are. O(pairs of rows + rows).
    public var count: Int {
        sharedRows.reduce(0) { $0 + items.ofRow($1).count * (items.ofRow($1).count - 1) / 2 }
            + rowPairs.reduce(0) { $0 + items.ofRow($1.a).count * items.ofRow($1.b).count }
    }

    /// The pairs of items that do not share a row.
    public var betweenRows: SimilarPairs { SimilarPairs(rowPairs, items: items) }

    /// One pair for each pair of different rows: that of one item of each, which stands for its copies.
    public var ofFirstItems: SimilarPairs {
        SimilarPairs(rowPairs, items: ListedItems(groups: items.groups, hasCopies: false))
    }

    /// The pairs of different rows with all items of each, in the order of `SimilarPair.precedes` by rows.
    package var ofRows: some Sequence<(first: [Int], second: [Int], similarity: Double)> {
        rowPairs.lazy.map { [itemsOfRow = items.groups.itemsOfRow] in
            (itemsOfRow[$0.a], itemsOfRow[$0.b], $0.similarity)
        }
    }

    /// The items that share a row with others, by row; none of texts that hold nothing.
    package var sharing: [[Int]] { sharedRows.map { items.groups.itemsOfRow[$0] } }

    /// The pairs of items that do not share a row, of those pairs of rows that `isIncluded` takes.
    ///
    /// - Parameter isIncluded: asked of one item of each of the two rows, which stands for all of its row. O(pairs of rows).
    public func betweenRows(where isIncluded: (Int, Int) -> Bool) -> SimilarPairs {
        let representatives = items.groups.representatives
        let included = rowPairs.filter { isIncluded(representatives[$0.a], representatives[$0.b]) }
        return SimilarPairs(included, items: items)
    }

    /// The pairs put together by their first item.
    public var stars: PairStars { PairStars(rowPairs, items: items, sharedRows: sharedRows) }

    /// Starts from the most similar pair.
    public func makeIterator() -> Iterator { Iterator(stars.makeIterator()) }

    /// Gives one pair after the other.
    public struct Iterator: IteratorProtocol {
        private var stars: PairStars.Iterator
        private var star: PairStar?
        private var nextLeaf = 0

        fileprivate init(_ stars: PairStars.Iterator) {
            self.stars = stars
        }

        /// The next pair, or nil after the last.
        public mutating func next() -> SimilarPair? {
            if star == nil || nextLeaf == star?.leaves.endIndex {
                star = stars.next()
                nextLeaf = star?.leaves.startIndex ?? 0
            }
            guard let star else { return nil }
            nextLeaf += 1
            return SimilarPair(a: star.center, b: star.leaves[nextLeaf - 1], similarity: star.similarity)
        }
    }
}
