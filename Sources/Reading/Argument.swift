import Glibc

/// A path somebody named, looked at but not yet read.
enum Argument {
    /// `-`.
    case standardInput

    /// Anything that is not a folder, links followed.
    case file(File)

    /// A folder, links followed.
    case folder(Folder)

    /// A file to read whatever it is called.
    struct File {
        /// The path to open: as given, since a pipe of the shell (`/dev/fd/63`) has no other name.
        let path: [UInt8]
        /// What tells it from other files: its real path, or if there is none the path as given.
        let identity: [UInt8]
        let shownPath: [UInt8]
    }

    /// A folder to walk.
    struct Folder {
        /// The real path, with a slash at the end.
        let path: [UInt8]
        /// Empty for the current folder.
        let shownPath: [UInt8]
    }

    /// Looks at a path.
    ///
    /// - Throws: `ReadingError.pathNotFound`, `ReadingError.unreadablePath`.
    init(path: String) throws(ReadingError) {
        if path == "-" {
            self = .standardInput
            return
        }
        let bytes = Array(path.utf8)
        guard !bytes.isEmpty, !bytes.contains(0) else { throw .pathNotFound(path) }
        do throws(SystemFailure) {
            let kind = try FileSystem.kind(of: bytes, followingLinks: true)
            self = try Argument(bytes: bytes, shownPath: ShownPath.normalized(path), kind: kind)
        } catch {
            let isAbsent = error.errorNumber == ENOENT || error.errorNumber == ENOTDIR
            throw isAbsent ? .pathNotFound(path) : .unreadablePath(path, errorNumber: error.errorNumber)
        }
    }

    private init(bytes: [UInt8], shownPath: [UInt8], kind: FileKind) throws(SystemFailure) {
        if kind == .folder {
            let path = ShownPath.prefix(ofFolder: try FileSystem.realPath(of: bytes))
            self = .folder(Folder(path: path, shownPath: shownPath))
        } else {
            let identity = (try? FileSystem.realPath(of: bytes)) ?? bytes
            self = .file(File(path: bytes, identity: identity, shownPath: shownPath))
        }
    }

    /// The real path of a file or folder, with a slash at the end; `nil` for standard input.
    var namedPath: [UInt8]? {
        switch self {
        case .standardInput: nil
        case .file(let file): file.identity + [UInt8(ascii: "/")]
        case .folder(let folder): folder.path
        }
    }
}
