internal import Clustering

/// Two items that can be put together, and how well they fit.
struct AssignmentEdge {
    /// An item of the one side.
    let left: Int
    /// An item of the other side.
    let right: Int
    /// How well they fit, above 0.
    let weight: Double
}

/// Puts items of two sides together, each with at most one of the other side.
///
/// Edges fall into connected parts. In each part with at most `largestOptimal` items on either side the assignment has the
/// highest sum of weights that any has (H. Kuhn, The Hungarian method for the assignment problem, 1955; with potentials,
/// O(n³)). In larger parts it is stable: no two items fit each other better than what each of them got (D. Gale, L. Shapley,
/// 1962; weights are the same seen from either side, so taking the heaviest edge again and again is that, O(e log e)).
enum Assignment {
    /// The largest side that is solved optimally: 64³ steps are under a millisecond.
    static let largestOptimal = 64

    /// For some of the left items their right ones. Ties go to the lower left item, then to the lower right one.
    static func matches(of edges: [AssignmentEdge], largestOptimal: Int = largestOptimal) -> [Int: Int] {
        var result: [Int: Int] = [:]
        for part in parts(of: edges) {
            let lefts = Set(part.map(\.left)).sorted()
            let rights = Set(part.map(\.right)).sorted()
            let matches =
                max(lefts.count, rights.count) <= largestOptimal
                ? optimal(part, lefts: lefts, rights: rights) : stable(part)
            result.merge(matches) { first, _ in first }
        }
        return result
    }

    /// The edges of each connected part, in their order; parts by their first edge.
    private static func parts(of edges: [AssignmentEdge]) -> [[AssignmentEdge]] {
        // Left and right items in one row of numbers.
        let rightStart = (edges.map(\.left).max() ?? -1) + 1
        var sets = UnionFind(count: rightStart + (edges.map(\.right).max() ?? -1) + 1)
        for edge in edges { sets.unite(edge.left, rightStart + edge.right) }
        var parts: [[AssignmentEdge]] = []
        var numbers: [Int: Int] = [:]
        for edge in edges {
            let root = sets.root(of: edge.left)
            let number = numbers[root] ?? parts.count
            if number == parts.count {
                numbers[root] = number
                parts.append([])
            }
            parts[number].append(edge)
        }
        return parts
    }

    /// The heaviest edge first, then those that neither of its items has a part in.
    private static func stable(_ edges: [AssignmentEdge]) -> [Int: Int] {
        var (matches, taken): ([Int: Int], Set<Int>) = ([:], [])
        let sorted = edges.sorted {
            $0.weight != $1.weight ? $0.weight > $1.weight : ($0.left, $0.right) < ($1.left, $1.right)
        }
        for edge in sorted where matches[edge.left] == nil && !taken.contains(edge.right) {
            matches[edge.left] = edge.right
            taken.insert(edge.right)
        }
        return matches
    }

    private static func optimal(_ edges: [AssignmentEdge], lefts: [Int], rights: [Int]) -> [Int: Int] {
        if edges.count == 1 { return [edges[0].left: edges[0].right] }
        let size = max(lefts.count, rights.count)
        var costs = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
        let rowOf = Dictionary(uniqueKeysWithValues: lefts.enumerated().map { ($0.element, $0.offset) })
        let columnOf = Dictionary(uniqueKeysWithValues: rights.enumerated().map { ($0.element, $0.offset) })
        for edge in edges { costs[rowOf[edge.left] ?? 0][columnOf[edge.right] ?? 0] = -edge.weight }
        var matches: [Int: Int] = [:]
        for (row, column) in cheapest(costs).enumerated()
        where row < lefts.count && column < rights.count && costs[row][column] < 0 {
            matches[lefts[row]] = rights[column]
        }
        return matches
    }

    /// For each row of a square matrix its column, such that the sum of costs is the lowest: rows are added one by one, each
    /// along a cheapest augmenting path.
    private static func cheapest(_ costs: [[Double]]) -> [Int] {
        let n = costs.count
        var (rowPotential, columnPotential) = (
            [Double](repeating: 0, count: n + 1), [Double](repeating: 0, count: n + 1)
        )
        // Rows and columns count from 1; column 0 holds the row that is being added.
        var rowOf = [Int](repeating: 0, count: n + 1)
        for row in 1...n {
            rowOf[0] = row
            var (column, previous) = (0, [Int](repeating: 0, count: n + 1))
            var (slack, isVisited) = (
                [Double](repeating: .infinity, count: n + 1), [Bool](repeating: false, count: n + 1)
            )
            repeat {
                isVisited[column] = true
                let current = rowOf[column]
                var (delta, next) = (Double.infinity, 0)
                for other in 1...n where !isVisited[other] {
                    let reduced =
                        costs[current - 1][other - 1] - rowPotential[current] - columnPotential[other]
                    if reduced < slack[other] { (slack[other], previous[other]) = (reduced, column) }
                    if slack[other] < delta { (delta, next) = (slack[other], other) }
                }
                for other in 0...n {
                    if isVisited[other] {
                        rowPotential[rowOf[other]] += delta
                        columnPotential[other] -= delta
                    } else {
                        slack[other] -= delta
                    }
                }
                column = next
            } while rowOf[column] != 0
            while column != 0 {
                rowOf[column] = rowOf[previous[column]]
                column = previous[column]
            }
        }
        var columns = [Int](repeating: 0, count: n)
        for column in 1...n { columns[rowOf[column] - 1] = column - 1 }
        return columns
    }
}
