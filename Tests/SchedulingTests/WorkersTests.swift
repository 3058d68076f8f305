import Scheduling
import Synchronization
import Testing

/// Sharing out work.
struct WorkersTests {
    @Test(arguments: [0, 1, 2, 3, 8, 100])
    func resultsStandInIndexOrderWhateverTheThreads(threads: Int) {
        let squares = Workers(count: threads).map(1000) { $0 * $0 }
        #expect(squares == (0..<1000).map { $0 * $0 })
    }

    @Test(arguments: [1, 2, 4])
    func everyPieceIsDoneOnce(threads: Int) {
        let total = Atomic<Int>(0)
        Workers(count: threads).forEach(10_000) { _ = total.add($0, ordering: .relaxed) }
        #expect(total.load(ordering: .relaxed) == 49_995_000)
    }

    /// Work inside of work takes what threads are left, and none have to be.
    @Test func workInsideOfWorkHasItsResults() {
        let sums = Workers(count: 4).map(50) { outer in
            Workers(count: 4).map(100) { outer * 100 + $0 }.reduce(0, +)
        }
        #expect(sums.reduce(0, +) == 4999 * 5000 / 2)
    }

    @Test func noPiecesGiveNoResults() {
        #expect(Workers(count: 2).map(0) { $0 }.isEmpty)
    }

    @Test func scratchIsKeptFromPieceToPiece() {
        let counts = Workers(count: 1).map(5, scratch: 0) { count, _ -> Int in
            count += 1
            return count
        }
        #expect(counts == [1, 2, 3, 4, 5])
    }

    @Test(arguments: [1, 2, 3, 8])
    func pulledPiecesKeepTheirOrder(threads: Int) {
        let results = Workers(count: threads).map(pulling: (0..<5000).makeIterator()) { -$0 }
        #expect(results == (0..<5000).map { -$0 })
    }

    @Test(arguments: [1, 2, 4])
    func noMorePiecesArePulledThanThereAreThreads(threads: Int) {
        let inFlight = Atomic<Int>(0)
        let pieces = AnyIterator(
            sequence(first: 1) { $0 < 1000 ? $0 + 1 : nil }.lazy.map {
                #expect(inFlight.add(1, ordering: .relaxed).newValue <= threads)
                return $0
            }.makeIterator())
        _ = Workers(count: threads).map(pulling: pieces) { _ in inFlight.subtract(1, ordering: .relaxed) }
    }

    @Test func nothingPulledGivesNoResults() {
        #expect(Workers(count: 2).map(pulling: [Int]().makeIterator()) { $0 }.isEmpty)
    }
}
