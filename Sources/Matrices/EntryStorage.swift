/// The entries of some rows, each in 32 bits: in memory of their own, or somewhere that an owner keeps. Written once, then only
/// read.
///
/// Invariants: `entries` are initialized values for as long as the object lives; nothing writes to them after `init` returns,
/// so threads may share them.
package final class EntryStorage: @unchecked Sendable {
    /// All entries; valid for as long as the object lives.
    package let entries: UnsafeBufferPointer<UInt32>
    /// What keeps the entries; nil where they are the object's own.
    private let owner: AnyObject?

    /// Makes room for `count` entries and has `fill` initialize them all.
    package init(count: Int, fill: (UnsafeMutableBufferPointer<UInt32>) -> Void) {
        let base = UnsafeMutablePointer<UInt32>.allocate(capacity: max(1, count))
        let buffer = UnsafeMutableBufferPointer(start: base, count: count)
        fill(buffer)
        entries = UnsafeBufferPointer(buffer)
        owner = nil
    }

    /// Takes `entries` that stay as they are for as long as `owner` lives.
    package init(_ entries: UnsafeBufferPointer<UInt32>, owner: AnyObject) {
        self.entries = entries
        self.owner = owner
    }

    deinit { if owner == nil { entries.baseAddress?.deallocate() } }

    /// How many entries there are.
    @inline(__always)
    package var count: Int { entries.count }
}
