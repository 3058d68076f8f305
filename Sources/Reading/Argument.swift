import Glibc

/// A path somebody named, looked at but not yet read.
enum Argument {
    /// `-`.
    case standardInput

    /// Anything that is not a folder, links followed.
    case file(File)

    /// A folder, links followed.
    case folder(Folder)

    /// What can't be looked at: it lies in a folder that is closed, or its links lead round in a circle.
    case skipped(Skipped)

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

    /// Something that can't be read, and why.
    struct Skipped {
        /// The path as given.
        let path: [UInt8]
        let shownPath: [UInt8]
        let reason: SkipReason
    }

    /// Looks at a path.
    ///
    /// - Throws: `ReadingError.pathNotFound`.
    init(path: String, in tree: any FileTree) throws(ReadingError) {
        if path == "-" {
            self = .standardInput
            return
        }
        let bytes = PathText.bytes(of: path)
        guard !bytes.isEmpty, !bytes.contains(0) else { throw .pathNotFound(path) }
        do throws(SystemFailure) {
            let kind = try tree.kind(of: bytes, followingLinks: true)
            self = try Argument(bytes: bytes, kind: kind, in: tree)
        } catch {
            let isAbsent = error.errorNumber == ENOENT || error.errorNumber == ENOTDIR
            if isAbsent { throw .pathNotFound(path) }
            self = .skipped(
                Skipped(
                    path: bytes, shownPath: ShownPath.normalized(bytes),
                    reason: .unreadable(errorNumber: error.errorNumber)))
        }
    }

    private init(bytes: [UInt8], kind: FileKind, in tree: any FileTree) throws(SystemFailure) {
        let shownPath = ShownPath.normalized(bytes)
        if kind == .folder {
            let path = ShownPath.prefix(ofFolder: try tree.realPath(of: bytes))
            self = .folder(Folder(path: path, shownPath: shownPath))
        } else if kind == .submodule {
            self = .skipped(Skipped(path: bytes, shownPath: shownPath, reason: .submodule))
        } else {
            let identity = (try? tree.realPath(of: bytes)) ?? bytes
            self = .file(File(path: bytes, identity: identity, shownPath: shownPath))
        }
    }

    /// The real path of a file or folder, with a slash at the end; `nil` for standard input.
    var namedPath: [UInt8]? {
        switch self {
        case .standardInput, .skipped: nil
        case .file(let file): file.identity + [UInt8(ascii: "/")]
        case .folder(let folder): folder.path
        }
    }
}
