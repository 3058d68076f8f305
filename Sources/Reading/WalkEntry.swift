/// What a walk came upon and a run has to take account of.
struct WalkEntry: Sendable, Equatable {
    /// What is to be done with it.
    enum Outcome: Sendable, Equatable {
        /// A file to read.
        case document(DocumentFormat)
        /// Something wanted that can't be read.
        case skipped(SkipReason)
    }

    /// The path to open and what tells the entry from others: the real path, but a link's last part is its
    /// own name. A folder's ends in a slash.
    let path: [UInt8]
    let shownPath: [UInt8]
    let outcome: Outcome
}
