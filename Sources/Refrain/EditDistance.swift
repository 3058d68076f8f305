/// How far apart two names are, for suggesting the one that was meant.
package enum EditDistance {
    /// The name nearest to `name`: three edits away at most and fewer than half of its letters; ties go to the first.
    package static func closest(to name: String, among names: [String]) -> String? {
        let scored = names.map { (name: $0, distance: between(name.lowercased(), $0)) }
        guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= 3 && best.distance * 2 < max(name.count, 2) ? best.name : nil
    }

    /// The fewest insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b` (optimal string
    /// alignment). O(|a| · |b|).
    package static func between(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a), Array(b))
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var current = [i + 1]
            for j in b.indices {
                var cost = min(last[j + 1] + 1, current[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[b.count]
    }
}
