public import Reading

/// What can be split by itself, so that pieces can be split side by side.
public enum SplittingPiece: Sendable {
    /// A whole document, and its index in the list of documents.
    case document(Document, index: Int)
    /// Some lines of a record file.
    case records(RecordPiece)
}
