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
}
