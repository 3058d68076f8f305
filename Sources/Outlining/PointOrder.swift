/// A list of points that grows anywhere, and tells in constant time which of two points stands first.
///
/// A point is named by when it came: 0, 1, 2 … Its rank says where it stands; those that came since the last call of
/// `rankNew()` have the rank of the next point that was ranked then.
struct PointOrder {
    /// The rank of each point, rising in the order of the list.
    private(set) var ranks: [Int] = []
    private var next: [Int?] = []
    private var previous: [Int?] = []
    private var first: Int?
    private var last: Int?
    private var rankedCount = 0

    /// The rank of the end: above all others.
    static let endRank = Int.max
    /// How far apart ranks are at first: room for 32 insertions at one place before all are ranked anew, and for 2³¹
    /// points.
    private static let stride = 1 << 32

    /// The points in their order.
    var points: [Int] {
        Array(sequence(first: first) { $0.flatMap { next[$0] } }.prefix { $0 != nil }.compactMap { $0 })
    }

    /// The point behind `point`; nil: the end.
    func successor(of point: Int) -> Int? { next[point] }

    /// The rank of `point`, or of the end.
    func rank(of point: Int?) -> Int { point.map { ranks[$0] } ?? Self.endRank }

    /// Inserts the point that comes next before `successor`, or at the end.
    mutating func insert(before successor: Int?) {
        let point = ranks.count
        let predecessor = successor.map { previous[$0] } ?? last
        ranks.append(rank(of: successor))
        next.append(successor)
        previous.append(predecessor)
        if let predecessor { next[predecessor] = point } else { first = point }
        if let successor { previous[successor] = point } else { last = point }
    }

    /// Gives the points that came since the last call ranks of their own.
    mutating func rankNew() {
        let heads = (rankedCount..<ranks.count).filter { previous[$0].map { $0 < rankedCount } ?? true }
        let hasRoom = heads.allSatisfy { rankRun(from: $0) }
        if !hasRoom { rankAll() }
        rankedCount = ranks.count
    }

    /// Ranks the run of new points that begins with `head` between its neighbours; false where there is no room.
    private mutating func rankRun(from head: Int) -> Bool {
        var run = [head]
        while let point = next[run[run.count - 1]], point >= rankedCount { run.append(point) }
        let low = previous[head].map { ranks[$0] }
        let high = next[run[run.count - 1]].map { ranks[$0] }
        var step = Self.stride
        if let low, let high { step = min(step, (high - low) / (run.count + 1)) }
        guard step > 0 else { return false }
        let start = low ?? (high ?? 0) - step * (run.count + 1)
        for (offset, point) in run.enumerated() { ranks[point] = start + step * (offset + 1) }
        return true
    }

    private mutating func rankAll() {
        for (offset, point) in points.enumerated() { ranks[point] = offset * Self.stride }
    }
}
