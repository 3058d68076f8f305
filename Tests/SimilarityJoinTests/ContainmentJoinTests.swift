import Matrices
import TestSupport
import Testing

@testable import SimilarityJoin

/// Rows that others hold, against a look at every pair of rows.
struct ContainmentJoinTests {
    /// Every pair whose containment reaches `least`, one by one.
    private func reference(_ rows: [[(column: Int, value: Double)]], _ least: Double) -> [[Int]] {
        rows.indices.flatMap { part in
            rows.indices.filter { whole in
                let columns = Set(rows[whole].map(\.column))
                let share = rows[part].reduce(0) {
                    $0 + (columns.contains($1.column) ? $1.value * $1.value : 0)
                }
                return whole != part && !rows[part].isEmpty && share >= least - 1e-6
            }.map { [part, $0] }
        }
    }

    @Test(arguments: [0.3, 0.65, 0.9, 1.0], [8, 9])
    func pairsAreThoseOfEveryPairOfRows(containment: Double, seed: UInt64) {
        let rows = RandomRows.make(count: 220, columns: 150, seed: seed)
        let matrix = TermMatrix(rows: rows, columnCount: 150)
        let expected = reference(rows, containment)
        #expect(!expected.isEmpty)
        for threads in [1, 3] {
            let found = ContainmentJoin(containment: containment, threads: threads).pairs(in: matrix)
            #expect(found.map { [$0.part, $0.whole] } == expected)
        }
    }

    @Test func aRowHeldByALongerOneIsContainedAndNotTheOtherWayRound() {
        let rows: [[(column: Int, value: Double)]] = [
            [(0, 0.6), (1, 0.8)], [(0, 0.1), (1, 0.1), (2, 0.7), (3, 0.7)],
        ]
        let found = ContainmentJoin(containment: 0.9).pairs(in: TermMatrix(rows: rows, columnCount: 4))
        #expect(found.map(\.part) == [0] && found.map(\.whole) == [1])
        #expect(abs((found.first?.containment ?? 0) - 1) < 1e-6)
    }

    @Test func whatNoColumnHoldsCountsAgainstContainment() {
        // Half of the first row's weight is on n-grams of its own, which are not stored.
        let rows: [[(column: Int, value: Double)]] = [[(0, 0.7071)], [(0, 0.7), (1, 0.7)], []]
        let matrix = TermMatrix(rows: rows, columnCount: 2)
        #expect(ContainmentJoin(containment: 0.6).pairs(in: matrix).isEmpty)
        #expect(ContainmentJoin(containment: 0.4).pairs(in: matrix).map(\.part) == [0, 1])
        #expect(ContainmentJoin(containment: 0.5).pairs(in: TermMatrix(rows: [], columnCount: 0)).isEmpty)
    }
}
