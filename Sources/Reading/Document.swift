/// One input file or stream, decoded.
public struct Document: Sendable, Equatable {
    /// Where the text came from, as shown to people: parts joined by `/`, relative when the argument was
    /// relative, without a leading `./`; `-` for standard input.
    ///
    /// A byte of a file name that is not UTF-8 is written `\xNN`, so the path can't always be opened again.
    public let path: String

    /// What kind of text it is.
    public let format: DocumentFormat

    /// The whole text, possibly empty, and empty where `records` is not nil. Lines end in LF only (CRLF and a lone CR have become LF), a byte order
    /// mark at the start is gone, and no U+0000 occurs.
    public let text: String

    /// Where the records come from, if the format holds records: they are read as they are split, and never stand in memory
    /// as a whole.
    public let records: RecordSource?

    /// Makes a document from text that already keeps the promises of `text`.
    public init(path: String, format: DocumentFormat, text: String) {
        self.path = path
        self.format = format
        self.text = format.holdsRecords ? "" : text
        records = format.holdsRecords ? RecordSource(bytes: Array(text.utf8)) : nil
    }

    /// Makes a document of a file's bytes, which are decoded, and unpacked where they hold records, as the file's would be; nil
    /// where they are no text.
    public init?(path: String, format: DocumentFormat, bytes: [UInt8]) {
        if format.holdsRecords {
            self.init(path: path, format: format, records: RecordSource(bytes: bytes))
        } else if let text = try? TextDecoding.text(of: bytes) {
            self.init(path: path, format: format, text: text)
        } else {
            return nil
        }
    }

    /// Makes a document that holds records.
    public init(path: String, format: DocumentFormat, records: RecordSource) {
        precondition(format.holdsRecords, "the format holds records")
        self.path = path
        self.format = format
        self.text = ""
        self.records = records
    }
}
