import Glibc

/// A system call that did not do what it was asked.
package struct SystemFailure: Error, Equatable {
    /// The `errno` it left.
    package let errorNumber: Int32

    /// Makes a failure.
    package init(errorNumber: Int32) { self.errorNumber = errorNumber }
}

/// The files on the disk, and the system calls that Reading makes; no other file but `OpenFile` makes any.
///
/// Invariants:
/// - Paths are bytes without NUL. A relative one is relative to the current folder.
/// - A descriptor or folder stream is closed by the function that opened it, on every way out, or with its
///   `OpenFile`; at most one is open at a time.
/// - `errno` is read straight after the call that set it, before memory is freed.
/// - A call that a signal interrupted is made again.
/// - Nothing is written, and no call blocks but the reading of a pipe or device that was named explicitly.
package struct FileSystem: FileTree {
    /// Makes the tree of the disk.
    package init() {}

    /// What is at a path.
    package func kind(of path: [UInt8], followingLinks: Bool) throws(SystemFailure) -> FileKind {
        var status = stat()
        let (result, errorNumber) = Self.calling(path) {
            followingLinks ? stat($0, &status) : lstat($0, &status)
        }
        guard result == 0 else { throw SystemFailure(errorNumber: errorNumber) }
        return FileKind(mode: status.st_mode)
    }

    /// The absolute path without links, `.` and `..`.
    package func realPath(of path: [UInt8]) throws(SystemFailure) -> [UInt8] {
        let (resolved, errorNumber) = Self.calling(path) { realpath($0, nil) }
        guard let resolved else { throw SystemFailure(errorNumber: errorNumber) }
        defer { free(resolved) }
        return Self.bytes(ofCString: resolved)
    }

    /// The text of a symbolic link, at most `PATH_MAX` bytes of it: no link on Linux is longer.
    package func linkTarget(of path: [UInt8]) throws(SystemFailure) -> [UInt8] {
        var target = [CChar](repeating: 0, count: Int(PATH_MAX))
        let (count, errorNumber) = Self.calling(path) { readlink($0, &target, target.count) }
        guard count >= 0 else { throw SystemFailure(errorNumber: errorNumber) }
        return target[..<count].map { UInt8(bitPattern: $0) }
    }

    /// The names in a folder but `.` and `..`, in ascending order of their bytes.
    package func entries(ofFolder path: [UInt8]) throws(SystemFailure) -> [FolderEntry] {
        let (stream, errorNumber) = Self.calling(path) { opendir($0) }
        guard let stream else { throw SystemFailure(errorNumber: errorNumber) }
        defer { closedir(stream) }
        var entries: [FolderEntry] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                Self.bytes(ofCString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
            }
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            let type = Int(entry.pointee.d_type)
            entries.append(FolderEntry(name: name, kind: try Self.kind(ofEntry: name, type: type, in: path)))
        }
        let endErrorNumber = errno
        guard endErrorNumber == 0 else { throw SystemFailure(errorNumber: endErrorNumber) }
        return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    }

    /// The whole of a file, if it is no larger than the limit; not more than one byte over it is ever read.
    package func contents(
        of path: [UInt8], opening: FileOpening, limitBytes: Int
    ) throws(SkipReason) -> [UInt8] {
        let (descriptor, errorNumber) = Self.calling(path) { path in
            Self.retrying { open(path, opening.flags) }
        }
        guard descriptor >= 0 else { throw .unreadable(errorNumber: errorNumber) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(errorNumber: errno) }
        let isRegular = FileKind(mode: status.st_mode) == .file
        if opening == .regularFileOnly, !isRegular { throw .notARegularFile }
        let size = isRegular ? Int(status.st_size) : 0
        guard size <= limitBytes else { throw .tooLarge(bytes: size, limitBytes: limitBytes) }
        return try Self.contents(of: descriptor, expectedBytes: size, limitBytes: limitBytes)
    }

    /// Takes note of a file that can be opened. A pipe is not tried: what writes to it would end with the attempt.
    package func records(
        of path: [UInt8], opening: FileOpening, compression: Compression?
    ) throws(SkipReason) -> RecordSource {
        if (try? kind(of: path, followingLinks: true)) != .other {
            _ = try OpenFile(path: path, opening: opening)
        }
        return RecordSource(path: path, opening: opening, compression: compression)
    }

    /// Reads to the end. Room for one byte more than expected lets a file be read in one go, its end included.
    /// Files of `/proc` say they are empty, so there is room for a page; what goes on after that is taken to be
    /// a pipe and read by what a pipe of Linux holds, 64 KiB, and then by as much as has come in already.
    private static func contents(
        of descriptor: Int32, expectedBytes: Int, limitBytes: Int
    ) throws(SkipReason) -> [UInt8] {
        let most = limitBytes == Int.max ? Int.max : max(0, limitBytes) + 1
        var bytes: [UInt8] = []
        var room = min(most, max(expectedBytes + 1, 4096))
        while true {
            let (part, failure) = part(of: descriptor, room: room)
            if let failure { throw .unreadable(errorNumber: failure) }
            if bytes.isEmpty { bytes = part } else { bytes += part }
            guard bytes.count <= limitBytes else {
                throw .tooLarge(bytes: bytes.count, limitBytes: limitBytes)
            }
            if part.count < room { return bytes }
            room = min(most - bytes.count, max(bytes.count, 1 << 16))
        }
    }

    /// Up to `room` bytes, fewer only at the end or at a failure, whose `errno` comes with them.
    private static func part(of descriptor: Int32, room: Int) -> (bytes: [UInt8], failure: Int32?) {
        var failure: Int32?
        let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            while count < room, failure == nil {
                let free = UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                let result = retrying { Glibc.read(descriptor, free.baseAddress, free.count) }
                if result < 0 { failure = errno }
                if result <= 0 { break }
                count += result
            }
        }
        return (bytes, failure)
    }

    /// What an entry is: what the listing says, and on file systems that leave it out, what `lstat` says.
    private static func kind(
        ofEntry name: [UInt8], type: Int, in folder: [UInt8]
    ) throws(SystemFailure) -> FileKind {
        if let kind = FileKind(entryType: type) { return kind }
        do throws(SystemFailure) {
            return try FileSystem().kind(of: ShownPath.prefix(ofFolder: folder) + name, followingLinks: false)
        } catch {
            // Gone since the listing began: opening it as a file will say so, with the file's own path.
            guard error.errorNumber == ENOENT else { throw error }
            return .file
        }
    }

    /// Makes a call again until no signal interrupts it.
    static func retrying<Value: SignedInteger>(_ call: () -> Value) -> Value {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }

    /// Makes a call that takes a path, and gives the `errno` it left along with its result.
    static func calling<Value>(
        _ path: [UInt8], _ call: (UnsafePointer<CChar>) -> Value
    ) -> (result: Value, errorNumber: Int32) {
        precondition(!path.contains(0), "a path holds no NUL")
        return (path + [0]).withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                guard let start = characters.baseAddress else { preconditionFailure("a path ends in NUL") }
                let result = call(start)
                return (result, errno)
            }
        }
    }

    private static func bytes(ofCString string: UnsafePointer<CChar>) -> [UInt8] {
        Array(UnsafeRawBufferPointer(start: string, count: strlen(string)))
    }
}

extension FileOpening {
    /// How `open(2)` is told.
    var flags: Int32 {
        switch self {
        case .anything: O_RDONLY | O_CLOEXEC | O_NOCTTY
        case .regularFileOnly: O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW | O_NONBLOCK
        }
    }
}
