public import Reading

/// Sections, and what should have been one and is not.
public struct SplitSections: Sendable, Equatable {
    /// In reading order.
    public let sections: [Section]
    /// In reading order.
    public let skipped: [SkippedInput]
    /// What the texts of record files were taken for, where no setting says it; in reading order.
    public let textFormats: [TextFormatChoice]
    /// Which fields the records of a file have, where several make up a text; in reading order.
    public let fieldUses: [RecordFieldUse]

    /// Makes a result.
    public init(
        sections: [Section], skipped: [SkippedInput], textFormats: [TextFormatChoice] = [],
        fieldUses: [RecordFieldUse] = []
    ) {
        self.sections = sections
        self.skipped = skipped
        self.textFormats = textFormats
        self.fieldUses = fieldUses
    }

    /// Joins the results of pieces in their order.
    public init(_ parts: [SplitSections]) {
        sections = parts.flatMap(\.sections)
        skipped = parts.flatMap(\.skipped)
        textFormats = parts.flatMap(\.textFormats)
        fieldUses = RecordFieldUse.merged(parts.flatMap(\.fieldUses))
    }
}
