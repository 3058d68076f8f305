import Glibc

/// A file, pipe or device that is read from its beginning to its end, and closed with the last reference to it.
final class OpenFile {
    private let descriptor: Int32

    /// Opens a file.
    ///
    /// - Throws: `SkipReason.unreadable`, and `.notARegularFile` where only such a file was to be opened.
    init(path: [UInt8], opening: FileOpening) throws(SkipReason) {
        let (descriptor, errorNumber) = FileSystem.calling(path) { path in
            FileSystem.retrying { open(path, opening.flags) }
        }
        guard descriptor >= 0 else { throw .unreadable(errorNumber: errorNumber) }
        self.descriptor = descriptor
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(errorNumber: errno) }
        if opening == .regularFileOnly, FileKind(mode: status.st_mode) != .file { throw .notARegularFile }
    }

    deinit { close(descriptor) }

    /// Reads what comes next, as much as one call gives; 0 only at the end.
    ///
    /// - Throws: `SkipReason.unreadable`.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SkipReason) -> Int {
        let count = FileSystem.retrying { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
        guard count >= 0 else { throw .unreadable(errorNumber: errno) }
        return count
    }
}
