import Glibc

/// What a path or a folder's entry is.
package enum FileKind: Sendable {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A symbolic link.
    case link
    /// A repository within a repository, of which the outer one knows no more than the commit. The disk has none: there it is a
    /// folder.
    case submodule
    /// A pipe, socket or device.
    case other
}

/// One name in a folder.
package struct FolderEntry: Sendable, Equatable {
    /// The name, without those of the folders above.
    package let name: [UInt8]
    /// What has the name.
    package let kind: FileKind

    /// Makes an entry.
    package init(name: [UInt8], kind: FileKind) {
        self.name = name
        self.kind = kind
    }
}

extension FileKind {
    /// What a mode of `stat` says.
    init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .link
        default: self = .other
        }
    }

    /// What a folder's listing says; `nil` if it does not say.
    init?(entryType: Int) {
        switch entryType {
        case Int(DT_UNKNOWN): return nil
        case Int(DT_REG): self = .file
        case Int(DT_DIR): self = .folder
        case Int(DT_LNK): self = .link
        default: self = .other
        }
    }
}
