/// An input that was found, wanted and not read, and why. One such input does not end a run.
public struct SkippedInput: Sendable, Equatable {
    /// The path as shown to people, written as `Document.path` is. For a folder that could not be listed it is
    /// the folder's path, `.` for the current one.
    public let path: String

    /// Why it was not read.
    public let reason: SkipReason

    /// Makes the record of one input that was not read.
    public init(path: String, reason: SkipReason) {
        self.path = path
        self.reason = reason
    }
}
