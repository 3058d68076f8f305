import Glibc

/// What a path or a folder's entry is.
enum FileKind: Sendable {
    case file, folder, link
    /// A pipe, socket or device.
    case other
}

/// One name in a folder.
struct FolderEntry: Sendable, Equatable {
    let name: [UInt8]
    let kind: FileKind
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
