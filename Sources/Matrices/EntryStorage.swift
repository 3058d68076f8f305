/// The entries of some rows, each in 32 bits, in memory of their own: written once, then only read.
///
/// Invariants: `base` points to `count` initialized values for as long as the object lives; nothing writes to them after
/// `init` returns, so threads may share them.
package final class EntryStorage: @unchecked Sendable {
    private let base: UnsafeMutablePointer<UInt32>
    /// How many entries there are.
    package let count: Int

    /// Makes room for `count` entries and has `fill` initialize them all.
    package init(count: Int, fill: (UnsafeMutableBufferPointer<UInt32>) -> Void) {
        self.count = count
        base = .allocate(capacity: max(1, count))
        fill(UnsafeMutableBufferPointer(start: base, count: count))
    }

    deinit { base.deallocate() }

    /// All entries; valid for as long as the object lives.
    @inline(__always)
    package var entries: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(start: base, count: count) }
}
