/// Which of the fields that make up a text the records of a file have.
public struct RecordFieldUse: Sendable, Equatable {
    /// The document's index in the list of documents.
    public let document: Int
    /// The fields.
    let fields: [String]
    /// For each field whether a record has it.
    let seen: [Bool]

    /// The fields that no record has.
    public var unseen: [String] { zip(fields, seen).filter { !$0.1 }.map(\.0) }

    /// One for each document, of those of its pieces.
    static func merged(_ uses: [RecordFieldUse]) -> [RecordFieldUse] {
        uses.reduce(into: []) { merged, use in
            guard let last = merged.last, last.document == use.document else { return merged.append(use) }
            merged[merged.count - 1] = RecordFieldUse(
                document: use.document, fields: use.fields, seen: zip(last.seen, use.seen).map { $0 || $1 })
        }
    }
}
