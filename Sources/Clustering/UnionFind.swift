/// Sets that are put together two by two (R. Tarjan, Efficiency of a good but not linear set union algorithm, 1975, with
/// halved paths). The lowest member of a set names it. O(log n) a call on average.
package struct UnionFind {
    private var parents: [Int]

    /// Each of `0 ..< count` in a set of its own.
    package init(count: Int) { parents = Array(0..<count) }

    /// Puts the sets of `a` and `b` together.
    package mutating func unite(_ a: Int, _ b: Int) {
        let (a, b) = (root(of: a), root(of: b))
        parents[max(a, b)] = min(a, b)
    }

    /// The sets, each rising, by their lowest member.
    package mutating func sets() -> [[Int]] {
        var sets = [[Int]](repeating: [], count: parents.count)
        for item in parents.indices { sets[root(of: item)].append(item) }
        return sets.filter { !$0.isEmpty }
    }

    /// The lowest member of the set that `item` is in.
    package mutating func root(of item: Int) -> Int {
        var item = item
        while parents[item] != item {
            parents[item] = parents[parents[item]]
            item = parents[item]
        }
        return item
    }
}
