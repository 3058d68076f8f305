internal import CMalloc

/// What has been freed and the allocator keeps for later.
package enum FreedMemory {
    /// Gives it back to the system. Some milliseconds for gigabytes: between stages, not in loops.
    package static func giveBack() { malloc_trim(0) }
}
