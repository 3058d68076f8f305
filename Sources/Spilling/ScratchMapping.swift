internal import Glibc

/// What stands in a scratch file, as memory to read: pages come in when they are looked at and can be let go of at any time.
///
/// Invariants: `bytes` stays mapped and readable for as long as the object lives; nobody writes to the file any more, so
/// threads may share it, also while one calls `release()`.
package final class ScratchMapping: @unchecked Sendable {
    /// All bytes of the file.
    package let bytes: UnsafeRawBufferPointer
    /// The mapping needs no descriptor, but the file's own lifetime is plainer this way.
    private let file: ScratchFile

    /// Maps the first `byteCount` bytes of an open file; 0 maps none.
    init(of file: ScratchFile, descriptor: Int32, byteCount: Int) throws(SystemError) {
        self.file = file
        guard byteCount > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        let address = mmap(nil, byteCount, PROT_READ, MAP_SHARED, descriptor, 0)
        guard let address, address != MAP_FAILED else { throw SystemError(number: errno) }
        // Pages come one by one: else each that is looked at brings fifteen neighbours along, which count as memory taken.
        madvise(address, byteCount, MADV_RANDOM)
        bytes = UnsafeRawBufferPointer(start: address, count: byteCount)
    }

    /// Why a file could not be mapped: the system's `errno`.
    struct SystemError: Error {
        let number: Int32
    }

    deinit {
        if let address = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: address), bytes.count) }
    }

    /// Lets go of the pages in memory; they come back from the file when they are looked at.
    package func release() {
        if let address = bytes.baseAddress {
            madvise(UnsafeMutableRawPointer(mutating: address), bytes.count, MADV_DONTNEED)
        }
    }
}
