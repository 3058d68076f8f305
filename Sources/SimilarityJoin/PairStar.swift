/// The pairs of one item with those behind it, all at one similarity: a star with the item as its center.
///
/// Reports go from star to star, so that what they say of the center is made once for all its pairs.
public struct PairStar: Sendable, Equatable {
    /// The lower item of each pair.
    public let center: Int
    /// The higher item of each pair, rising; at least one.
    public let leaves: ArraySlice<Int>
    /// The cosine of all these pairs, 0…1.
    public let similarity: Double
}

/// The stars of `SimilarPairs`: similarity falling, then by center. Pair by pair this is the order of `SimilarPair.precedes`.
///
/// A star of items that share a row is a part of their group and takes no memory of its own: k of them are k − 1 stars in
/// O(k). Other stars take O(leaves · log leaves).
public struct PairStars: Sendable, Sequence {
    fileprivate let items: ListedItems
    fileprivate let rowPairs: [SimilarPair]
    fileprivate let sharedRows: [Int]

    init(_ rowPairs: [SimilarPair], items: ListedItems, sharedRows: [Int]) {
        self.items = items
        self.rowPairs = rowPairs
        self.sharedRows = sharedRows
    }

    /// Starts from the most similar pair.
    public func makeIterator() -> Iterator { Iterator(self) }

    /// Gives one star after the other.
    public struct Iterator: IteratorProtocol {
        private let stars: PairStars
        /// The next pair of rows of no run yet.
        private var nextRowPair = 0
        private var hasSharedRows: Bool
        private var run = Run.two(TwoRows())

        /// Pairs of equal similarity.
        private enum Run {
            case two(TwoRows)
            case many(ManyRows)
        }

        fileprivate init(_ stars: PairStars) {
            self.stars = stars
            hasSharedRows = !stars.sharedRows.isEmpty
        }

        /// The next star, or nil after the last.
        public mutating func next() -> PairStar? {
            while true {
                switch run {
                case .two(var rows):
                    let star = rows.next()
                    run = .two(rows)
                    if let star { return star }
                case .many(let rows):
                    // Taken out while it changes, so that it is not copied.
                    run = .two(TwoRows())
                    var rows = consume rows
                    if let star = rows.next(stars.items) {
                        run = .many(rows)
                        return star
                    }
                }
                guard nextRowPair < stars.rowPairs.count || hasSharedRows else { return nil }
                openRun()
            }
        }

        /// Opens the run of equal similarity that comes next; shared rows belong to that of similarity 1.
        private mutating func openRun() {
            let similarity = hasSharedRows ? 1 : stars.rowPairs[nextRowPair].similarity
            let first = nextRowPair
            while nextRowPair < stars.rowPairs.count, stars.rowPairs[nextRowPair].similarity == similarity {
                nextRowPair += 1
            }
            if nextRowPair - first == 1, !hasSharedRows {
                let pair = stars.rowPairs[first]
                run = .two(
                    TwoRows(
                        stars.items.ofRow(pair.a), stars.items.ofRow(pair.b), similarity: similarity))
            } else {
                run = .many(
                    ManyRows(
                        stars.rowPairs[first..<nextRowPair],
                        sharedRows: hasSharedRows ? stars.sharedRows : [],
                        similarity: similarity, items: stars.items))
                hasSharedRows = false
            }
        }
    }
}

/// The items that pairs are listed of: all, or one of each row, which stands for its copies.
struct ListedItems: Sendable {
    let groups: RowGroups
    let hasCopies: Bool

    func ofRow(_ row: Int) -> ArraySlice<Int> {
        // A row without items has none that stands for it.
        hasCopies || groups.itemsOfRow[row].isEmpty
            ? groups.itemsOfRow[row][...] : groups.representatives[row...row]
    }
}

/// The stars between two rows, which are nearly all runs there are: the items of both are merged.
private struct TwoRows {
    private var first: ArraySlice<Int> = []
    private var second: ArraySlice<Int> = []
    private var similarity = 0.0

    init() {}

    init(_ first: ArraySlice<Int>, _ second: ArraySlice<Int>, similarity: Double) {
        (self.first, self.second, self.similarity) = (first, second, similarity)
    }

    mutating func next() -> PairStar? {
        guard let a = first.first, let b = second.first else { return nil }
        if a < b {
            first.removeFirst()
            return PairStar(center: a, leaves: second, similarity: similarity)
        }
        second.removeFirst()
        return PairStar(center: b, leaves: first, similarity: similarity)
    }
}

/// The stars among any number of rows.
private struct ManyRows {
    private var similarity = 0.0
    /// The rows that each row is a pair with, itself where its items are: each both ways, by the row.
    private var edges: [(row: Int, partner: Int)] = []
    /// The items of all these rows, rising, and the first not yet served.
    private var centers: [Int] = []
    private var nextCenter = 0

    init(
        _ rowPairs: ArraySlice<SimilarPair>, sharedRows: [Int], similarity: Double, items: ListedItems
    ) {
        self.similarity = similarity
        edges =
            sharedRows.map { ($0, $0) } + rowPairs.map { ($0.a, $0.b) } + rowPairs.map { ($0.b, $0.a) }
        edges.sort { $0.row < $1.row }
        var last = -1
        for edge in edges where edge.row != last {
            centers += items.ofRow(edge.row)
            last = edge.row
        }
        centers.sort()
    }

    mutating func next(_ items: ListedItems) -> PairStar? {
        while nextCenter < centers.count {
            let center = centers[nextCenter]
            nextCenter += 1
            let leaves = leaves(behind: center, items)
            if !leaves.isEmpty { return PairStar(center: center, leaves: leaves, similarity: similarity) }
        }
        return nil
    }

    private func leaves(behind center: Int, _ items: ListedItems) -> ArraySlice<Int> {
        let row = items.groups.rowOfItem[center]
        var edge = edges.firstPlace { $0.row >= row }
        var leaves: ArraySlice<Int> = []
        var isSorted = true
        while edge < edges.count, edges[edge].row == row {
            let ofPartner = items.ofRow(edges[edge].partner)
            let behind = ofPartner[ofPartner.firstPlace { $0 > center }...]
            if leaves.isEmpty {
                leaves = behind
            } else if !behind.isEmpty {
                leaves += behind
                isSorted = false
            }
            edge += 1
        }
        if !isSorted { leaves.sort() }
        return leaves
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first place whose element satisfies `isBehind`, which once true stays true; the end where none does. O(log n).
    fileprivate func firstPlace(where isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
