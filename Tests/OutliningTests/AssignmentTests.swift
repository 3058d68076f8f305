import TestSupport
import Testing

@testable import Outlining

/// Assignments are optimal, or stable where they are large.
struct AssignmentTests {
    private func randomEdges(_ generator: inout SeededGenerator) -> [AssignmentEdge] {
        var edges: [AssignmentEdge] = []
        for left in 0..<Int.random(in: 1...6, using: &generator) {
            for right in 0..<Int.random(in: 1...6, using: &generator) where Bool.random(using: &generator) {
                edges.append(
                    AssignmentEdge(
                        left: left, right: right, weight: Double.random(in: 0.1...2, using: &generator)))
            }
        }
        return edges
    }

    /// The highest sum of weights, by trying everything.
    private func best(_ edges: ArraySlice<AssignmentEdge>, _ lefts: Set<Int> = [], _ rights: Set<Int> = [])
        -> Double
    {
        guard let edge = edges.first else { return 0 }
        let without = best(edges.dropFirst(), lefts, rights)
        guard !lefts.contains(edge.left), !rights.contains(edge.right) else { return without }
        return max(
            without,
            edge.weight + best(edges.dropFirst(), lefts.union([edge.left]), rights.union([edge.right])))
    }

    private func weight(_ matches: [Int: Int], _ edges: [AssignmentEdge]) -> Double {
        edges.reduce(0) { $0 + (matches[$1.left] == $1.right ? $1.weight : 0) }
    }

    @Test func smallPartsHaveTheHighestSum() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            let edges = randomEdges(&generator)
            let matches = Assignment.matches(of: edges)
            #expect(Set(matches.values).count == matches.count)
            #expect(abs(weight(matches, edges) - best(edges[...])) < 1e-9)
        }
    }

    @Test func largePartsAreStable() {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<300 {
            let edges = randomEdges(&generator)
            let matches = Assignment.matches(of: edges, largestOptimal: 0)
            #expect(Set(matches.values).count == matches.count)
            let leftOf = Dictionary(uniqueKeysWithValues: matches.map { ($0.value, $0.key) })
            func got(_ isSame: (AssignmentEdge) -> Bool) -> Double { edges.first(where: isSame)?.weight ?? 0 }
            for edge in edges where matches[edge.left] != edge.right {
                let left = got { $0.left == edge.left && $0.right == matches[edge.left] }
                let right = got { $0.right == edge.right && $0.left == leftOf[edge.right] }
                #expect(edge.weight <= max(left, right), "\(edge) would suit both better")
            }
        }
    }
}
