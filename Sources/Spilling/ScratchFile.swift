internal import Glibc
internal import Synchronization

/// Why working memory on disk can't be had.
public struct ScratchFileError: Error, Sendable, Equatable {
    /// The folder that the file lies in.
    public let folder: String
    /// The system's `errno`: ENOSPC where the disk is full.
    public let errorNumber: Int32

    /// Makes an error.
    public init(folder: String, errorNumber: Int32) {
        self.folder = folder
        self.errorNumber = errorNumber
    }
}

/// Working memory on disk: a file without a name, which is gone with the process however that ends, even by SIGKILL.
///
/// Any number of threads may append and read at once.
package final class ScratchFile: Sendable {
    /// O_TMPFILE of Linux, a macro that Swift does not see.
    private static let withoutName = O_DIRECTORY | 0o20000000

    private let folder: String
    private let descriptor: Int32
    private let end = Atomic<Int>(0)

    /// Makes an empty file.
    ///
    /// - Parameter folder: a folder on the disk that has the room. Nothing is seen in it.
    /// - Throws: `ScratchFileError` where the folder does not exist or can't be written to.
    package init(inFolder folder: String) throws(ScratchFileError) {
        self.folder = folder
        var descriptor = open(folder, Self.withoutName | O_RDWR | O_CLOEXEC, 0o600)
        // What file systems without such files say (open(2)); some kernels take the flag for that of a folder.
        if descriptor < 0, [EOPNOTSUPP, EISDIR, EINVAL].contains(errno) {
            descriptor = Self.nameless(inFolder: folder)
        }
        guard descriptor >= 0 else { throw ScratchFileError(folder: folder, errorNumber: errno) }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// How many bytes have been appended.
    package var byteCount: Int { end.load(ordering: .relaxed) }

    /// Appends `bytes` and gives the offset at which they stand.
    ///
    /// - Throws: `ScratchFileError` where they don't all go through, as on a full disk.
    package func append(_ bytes: UnsafeRawBufferPointer) throws(ScratchFileError) -> Int {
        let offset = end.add(bytes.count, ordering: .relaxed).oldValue
        var written = 0
        while written < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
            let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + written))
            if count > 0 {
                written += count
            } else if count == 0 || errno != EINTR {
                throw ScratchFileError(folder: folder, errorNumber: count == 0 ? ENOSPC : errno)
            }
        }
        return offset
    }

    /// Everything appended so far, to be read as memory.
    ///
    /// - Throws: `ScratchFileError` where the system has no addresses left for it.
    package func mapped() throws(ScratchFileError) -> ScratchMapping {
        do throws(ScratchMapping.SystemError) {
            return try ScratchMapping(of: self, descriptor: descriptor, byteCount: byteCount)
        } catch {
            throw ScratchFileError(folder: folder, errorNumber: error.number)
        }
    }

    /// An empty file's first `byteCount` bytes, at least 1, to be read and written as memory; nothing is appended to it any more.
    ///
    /// - Throws: `ScratchFileError` where the disk has no room for them, or the system no addresses.
    package func area(byteCount: Int) throws(ScratchFileError) -> ScratchArea {
        precondition(self.byteCount == 0, "what was appended would be written over")
        do throws(ScratchMapping.SystemError) {
            return try ScratchArea(of: self, descriptor: descriptor, byteCount: byteCount)
        } catch {
            throw ScratchFileError(folder: folder, errorNumber: error.number)
        }
    }

    /// Fills `bytes` with what stands at `offset`, which an `append` gave, or behind it.
    ///
    /// - Throws: `ScratchFileError` where the disk does not give them.
    package func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws(ScratchFileError) {
        precondition(offset >= 0 && offset + bytes.count <= byteCount, "what is read has been appended")
        var filled = 0
        while filled < bytes.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[filled...])
            let count = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
            if count > 0 {
                filled += count
            } else if count == 0 || errno != EINTR {
                // An end before the end: another thread's append has failed, or the disk has.
                throw ScratchFileError(folder: folder, errorNumber: count == 0 ? EIO : errno)
            }
        }
    }

    /// A file whose name is taken away as soon as it has one; below 0 with `errno` where that can't be.
    private static func nameless(inFolder folder: String) -> Int32 {
        let path = "\(folder)/.refrain-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 { unlink(path) }
        return descriptor
    }
}
