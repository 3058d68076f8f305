internal import Glibc

/// Working memory on disk that is read and written in place, all zero at first: pages come in when they are touched, and the system
/// writes them out when memory is short.
///
/// Invariants: `bytes` stays mapped, readable and writable for as long as the object lives, and the disk has room for all of them.
/// Threads may share it that write to different bytes.
package final class ScratchArea: @unchecked Sendable {
    /// All bytes.
    package let bytes: UnsafeMutableRawBufferPointer
    /// The mapping needs no descriptor, but the file's own lifetime is plainer this way.
    private let file: ScratchFile

    /// Maps the first `byteCount` bytes of an open file, at least 1, for which room is made on the disk: without it, a full disk
    /// would end the process at whichever write comes too many.
    init(of file: ScratchFile, descriptor: Int32, byteCount: Int) throws(ScratchMapping.SystemError) {
        self.file = file
        let problem = posix_fallocate(descriptor, 0, off_t(byteCount))
        guard problem == 0 else { throw ScratchMapping.SystemError(number: problem) }
        let address = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
        guard let address, address != MAP_FAILED else { throw ScratchMapping.SystemError(number: errno) }
        bytes = UnsafeMutableRawBufferPointer(start: address, count: byteCount)
    }

    deinit { munmap(bytes.baseAddress, bytes.count) }
}
