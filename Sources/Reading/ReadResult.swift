/// What a run read, and what it wanted to read and could not.
public struct ReadResult: Sendable, Equatable {
    /// In reading order: that of their paths, folder by folder, name by name, by their bytes. No file twice.
    public let documents: [Document]

    /// In the same order. Files that are no documents by their name are not listed.
    public let skipped: [SkippedInput]

    /// Makes a result.
    public init(documents: [Document], skipped: [SkippedInput]) {
        self.documents = documents
        self.skipped = skipped
    }
}
