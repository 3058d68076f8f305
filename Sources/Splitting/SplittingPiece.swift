public import Reading

/// What can be split by itself, so that pieces can be split side by side.
public enum SplittingPiece: Sendable {
    /// A whole document, and its index in the list of documents.
    case document(Document, index: Int)
    /// Some records of a file.
    case records(RecordPiece)
}

/// The parts of documents that can be split apart, in reading order: a document, or some records of a file.
///
/// Record files are read here, piece by piece: a piece that was split and let go of leaves no bytes behind.
public struct SplittingPieces: IteratorProtocol {
    private let documents: [Document]
    private let first: Int
    private let settings: SplittingSettings
    private let sizes: RecordPieceSizes
    private var index = 0
    private var records: RecordPieces?

    /// Makes the pieces of `documents`; nothing is read yet.
    ///
    /// - Parameter first: the index of the first of them in the list of all documents.
    init(
        of documents: [Document], first: Int = 0, settings: SplittingSettings,
        sizes: RecordPieceSizes = RecordPieceSizes()
    ) {
        self.documents = documents
        self.first = first
        self.settings = settings
        self.sizes = sizes
    }

    /// The next piece; nil after the last. Waits for bytes that have yet to come in.
    public mutating func next() -> SplittingPiece? {
        while true {
            if let piece = records?.next() { return .records(piece) }
            records = nil
            guard index < documents.count else { return nil }
            let document = documents[index]
            index += 1
            guard let source = document.records else { return .document(document, index: first + index - 1) }
            records = RecordPieces(
                of: source, document: first + index - 1, path: document.path, format: document.format,
                settings: settings, sizes: sizes)
        }
    }
}
