/// Where a run reads its files: from the disk, or from another tree that stands at the same paths, such as what git would commit.
///
/// Paths are bytes without NUL. A relative one is relative to the current folder.
package protocol FileTree: Sendable {
    /// What is at a path.
    ///
    /// - Throws: `SystemFailure` with the `errno` that the disk would give: ENOENT where there is nothing.
    func kind(of path: [UInt8], followingLinks: Bool) throws(SystemFailure) -> FileKind

    /// The absolute path without links, `.` and `..`.
    func realPath(of path: [UInt8]) throws(SystemFailure) -> [UInt8]

    /// The text of a symbolic link.
    func linkTarget(of path: [UInt8]) throws(SystemFailure) -> [UInt8]

    /// The names in a folder but `.` and `..`, in ascending order of their bytes.
    func entries(ofFolder path: [UInt8]) throws(SystemFailure) -> [FolderEntry]

    /// The whole of a file.
    ///
    /// - Throws: `SkipReason.tooLarge` where it has more bytes than the limit, and what else there is against reading it.
    func contents(of path: [UInt8], opening: FileOpening, limitBytes: Int) throws(SkipReason) -> [UInt8]

    /// The bytes of a record file that can be opened.
    ///
    /// - Parameter compression: how the file's name says it is packed.
    func records(of path: [UInt8], opening: FileOpening, compression: Compression?) throws(SkipReason)
        -> RecordSource
}

/// Which files may be opened.
package enum FileOpening: Sendable {
    /// What was named explicitly: links are followed, pipes are waited for.
    case anything
    /// What a walk came upon: never through a link, and never waiting for a pipe's writer, even if one
    /// has taken the file's place since its folder was listed.
    case regularFileOnly
}
