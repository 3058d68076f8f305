import Glibc

/// Faults in what was asked for, found before any document is read. A fault in one file is a `SkipReason`.
public enum ReadingError: Error, Equatable, Sendable {
    /// Nothing is at this path (or it is a broken link). The path is as it was given.
    case pathNotFound(String)

    /// The system would not say what is at this path, given as it was, for a reason other than its absence:
    /// a parent folder that can't be searched (`EACCES`), a circle of links (`ELOOP`).
    case unreadablePath(String, errorNumber: Int32)

    /// An include or exclude pattern, as it was given, that could never match.
    case invalidGlob(pattern: String, fault: GlobFault)
}

extension ReadingError {
    /// The same fault where it turns up while a stream of records is read.
    var skipReason: SkipReason {
        switch self {
        case .unreadablePath(_, let errorNumber): .unreadable(errorNumber: errorNumber)
        case .pathNotFound, .invalidGlob: .unreadable(errorNumber: EIO)
        }
    }
}
