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

    /// The real path of the file that it was read from, byte for byte; nil for standard input and what was never a file. It is no
    /// part of what makes two documents equal.
    package let file: [UInt8]?

    /// Makes a document from text that already keeps the promises of `text`.
    public init(path: String, format: DocumentFormat, text: String) {
        self.init(path: path, format: format, text: text, file: nil)
    }

    /// Makes a document of text that was read from a file.
    init(path: String, format: DocumentFormat, text: String, file: [UInt8]?) {
        self.file = file
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
        self.init(path: path, format: format, records: records, file: nil)
    }

    /// Makes a document of records that are read from a file.
    init(path: String, format: DocumentFormat, records: RecordSource, file: [UInt8]?) {
        precondition(format.holdsRecords, "the format holds records")
        self.file = file
        self.path = path
        self.format = format
        self.text = ""
        self.records = records
    }

    /// Whether both say the same under the same path.
    public static func == (a: Document, b: Document) -> Bool {
        a.path.utf8.elementsEqual(b.path.utf8) && a.format == b.format
            && a.text.utf8.elementsEqual(b.text.utf8) && a.records == b.records
    }
}
