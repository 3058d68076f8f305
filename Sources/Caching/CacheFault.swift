internal import CSQLite
internal import Glibc

/// Why a cache does not do its part. A run goes on without it: what is in no cache is worked out.
public enum CacheFault: Error, Sendable, Equatable {
    /// The file was damaged, or none of a cache's, and is begun anew.
    case wasDamaged(path: String)
    /// The file was made by another version of the program, and is begun anew.
    case wasOther(path: String)
    /// The system does not let the file be opened, read or written: its error number.
    case unusable(path: String, Int32)
    /// The file, or its folder, can only be read.
    case readOnly(path: String)
    /// Another run did not let go of the file.
    case busy(path: String)
    /// The file is a link to another, which may be any program's and is left alone.
    case isLink(path: String)

    /// What `error` means for the cache at `path`.
    init(_ error: SQLiteError, path: String) {
        switch error.code {
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path: path)
        case SQLITE_READONLY: self = .readOnly(path: path)
        case SQLITE_FULL: self = .unusable(path: path, ENOSPC)
        default:
            self = .unusable(
                path: path, error.systemCode == 0 ? EIO : error.systemCode)
        }
    }
}
