/// Where documents are split.
public struct SplittingSettings: Sendable, Equatable {
    /// The deepest heading level that opens a section, 1…6; deeper headings are blocks of their section.
    public let splitLevel: Int

    /// Makes settings; by default every heading opens a section.
    public init(splitLevel: Int = 6) {
        precondition((1...6).contains(splitLevel), "Markdown has heading levels 1 to 6")
        self.splitLevel = splitLevel
    }
}
