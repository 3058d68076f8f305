import Scheduling
import Synchronization
import Testing

/// Threads of the system's.
struct SystemThreadTests {
    private final class Total: Sendable {
        let value = Atomic<Int>(0)
    }

    @Test func joiningWaitsForTheEndOfTheWork() throws {
        let total = Total()
        let threads = (1...20).compactMap { number in
            SystemThread { total.value.add(number, ordering: .relaxed) }
        }
        for thread in threads { thread.join() }
        #expect(threads.count == 20 && total.value.load(ordering: .relaxed) == 210)
    }
}
