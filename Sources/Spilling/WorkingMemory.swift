internal import Synchronization

/// The memory that a stage's blocks may take, and where they go when it is full.
package struct WorkingMemory: Sendable {
    /// How many bytes may stay in memory.
    package let budgetBytes: Int
    /// The folder of the file that takes the rest; nil keeps everything in memory, whatever the budget.
    package let folder: String?

    /// Makes a description; nothing is opened yet.
    package init(budgetBytes: Int, folder: String?) {
        self.budgetBytes = budgetBytes
        self.folder = folder
    }

    /// Memory without a bound.
    package static let unlimited = WorkingMemory(budgetBytes: .max, folder: nil)
}

/// Which blocks fit the memory, counted by all threads together.
package final class MemoryPool: Sendable {
    private let left: Atomic<Int>
    private let isBounded: Bool

    /// A pool of the memory's whole budget.
    package init(_ memory: WorkingMemory) {
        left = Atomic(memory.budgetBytes)
        isBounded = memory.folder != nil
    }

    /// Takes `bytes` out of the pool; false, and nothing taken, where they are no longer there.
    package func reserve(_ bytes: Int) -> Bool {
        guard isBounded else { return true }
        if left.subtract(bytes, ordering: .relaxed).newValue >= 0 { return true }
        left.add(bytes, ordering: .relaxed)
        return false
    }

    /// Puts `bytes` back that were taken.
    package func giveBack(_ bytes: Int) {
        if isBounded { left.add(bytes, ordering: .relaxed) }
    }
}
