/// Where documents are split.
public struct SplittingSettings: Sendable, Equatable {
    /// The deepest heading level that opens a section, 1…6; deeper headings are blocks of their section.
    public let splitLevel: Int

    /// What opens a section besides headings.
    public let splitRule: SplitRule

    /// The fields of records.
    public let recordFields: RecordFields

    /// What the texts of records are written in; nil lets the first records of each file decide.
    public let textFormat: TextFormat?

    /// Makes settings; by default every heading opens a section.
    public init(
        splitLevel: Int = 6, splitRule: SplitRule = .auto, recordFields: RecordFields = RecordFields(),
        textFormat: TextFormat? = nil
    ) {
        precondition((1...6).contains(splitLevel), "Markdown has heading levels 1 to 6")
        self.splitLevel = splitLevel
        self.splitRule = splitRule
        self.recordFields = recordFields
        self.textFormat = textFormat
    }
}

/// The names of the fields that make a record a section.
public struct RecordFields: Sendable, Equatable {
    /// The fields of the text, joined in this order by line ends; every record must have at least one of them.
    public let texts: [String]
    /// The field of the id, a text or a number as it is written, which becomes the section's key.
    public let id: String
    /// The field of the title, which becomes the section's heading.
    public let title: String

    /// Makes names, with one field for the text.
    public init(text: String = "text", id: String = "id", title: String = "title") {
        self.init(texts: [text], id: id, title: title)
    }

    /// Makes names.
    public init(texts: [String], id: String = "id", title: String = "title") {
        precondition(!texts.isEmpty, "a text has a field")
        self.texts = texts
        self.id = id
        self.title = title
    }
}
