/// Where documents are split.
public struct SplittingSettings: Sendable, Equatable {
    /// The deepest heading level that opens a section, 1…6; deeper headings are blocks of their section.
    public let splitLevel: Int

    /// What opens a section besides headings.
    public let splitRule: SplitRule

    /// The fields of records.
    public let recordFields: RecordFields

    /// Makes settings; by default every heading opens a section.
    public init(
        splitLevel: Int = 6, splitRule: SplitRule = .auto, recordFields: RecordFields = RecordFields()
    ) {
        precondition((1...6).contains(splitLevel), "Markdown has heading levels 1 to 6")
        self.splitLevel = splitLevel
        self.splitRule = splitRule
        self.recordFields = recordFields
    }
}

/// The names of the fields that make a record a section.
public struct RecordFields: Sendable, Equatable {
    /// The field of the text, which every record must have.
    public let text: String
    /// The field of the id, a text or a number as it is written, which becomes the section's key.
    public let id: String
    /// The field of the title, which becomes the section's heading.
    public let title: String

    /// Makes names.
    public init(text: String = "text", id: String = "id", title: String = "title") {
        self.text = text
        self.id = id
        self.title = title
    }
}
