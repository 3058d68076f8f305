import Glibc

/// Faults in what was asked for, found before any document is read. A fault in one file is a `SkipReason`.
public enum ReadingError: Error, Equatable, Sendable {
    /// Nothing is at this path (or it is a broken link). The path is as it was given.
    case pathNotFound(String)

    /// Standard input can't be read, with this `errno`.
    case unreadableStandardInput(errorNumber: Int32)

    /// An include or exclude pattern, as it was given, that could never match.
    case invalidGlob(pattern: String, fault: GlobFault)
}

extension ReadingError {
    /// The same fault where it turns up while a stream of records is read.
    var skipReason: SkipReason {
        switch self {
        case .unreadableStandardInput(let errorNumber): .unreadable(errorNumber: errorNumber)
        case .pathNotFound, .invalidGlob: .unreadable(errorNumber: EIO)
        }
    }
}
