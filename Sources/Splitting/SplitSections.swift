public import Reading

/// Sections, and what should have been one and is not.
public struct SplitSections: Sendable, Equatable {
    /// In reading order.
    public let sections: [Section]
    /// In reading order.
    public let skipped: [SkippedInput]

    /// Makes a result.
    public init(sections: [Section], skipped: [SkippedInput]) {
        self.sections = sections
        self.skipped = skipped
    }

    /// Joins the results of pieces in their order.
    public init(_ parts: [SplitSections]) {
        sections = parts.flatMap(\.sections)
        skipped = parts.flatMap(\.skipped)
    }
}
