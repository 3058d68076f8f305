/// What is wrong with a line that should be a record.
public enum RecordFault: Sendable, Equatable {
    /// It is not JSON.
    case notJSON

    /// It is JSON, but not an object.
    case notAnObject

    /// The object has no such field, or null in it.
    case missingField(String)

    /// The field holds something else than a text.
    case notText(field: String)
}
