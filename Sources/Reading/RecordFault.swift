/// What is wrong with what should be a record.
public enum RecordFault: Sendable, Equatable {
    /// It is not JSON.
    case notJSON

    /// It is JSON, but not an object.
    case notAnObject

    /// The object has no such field, or null in it; of several fields it has none.
    case missingField([String])

    /// The field holds something else than a text, or a list with something else in it.
    case notText(field: String)

    /// It is not UTF-8: the first ill-formed sequence starts with this byte, at this offset from the record's beginning.
    case notUTF8(byteOffset: Int, byte: UInt8)

    /// It is larger than this.
    case tooLarge(limitBytes: Int)

    /// A row with more or fewer values than there are columns.
    case wrongColumnCount(found: Int, expected: Int)

    /// A row in which something stands between the quote that ends a value and the next separator.
    case textAfterQuote

    /// A row in which a value begins with a quote, and no other ends it before the end of the file.
    case unclosedQuote
}
