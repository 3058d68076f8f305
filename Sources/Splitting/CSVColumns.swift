internal import Reading

/// Which columns of a file of separated values are wanted.
struct CSVColumns: Sendable, Equatable {
    let count: Int
    let text: Int
    let id: Int?
    let title: Int?

    /// Looks the wanted columns up among those that the header names; of several with one name the first counts.
    ///
    /// - Throws: `SkipReason.missingColumn` where there is none for the text.
    init(header: [String], fields: RecordFields) throws(SkipReason) {
        guard let text = header.firstIndex(of: fields.text) else {
            throw .missingColumn(fields.text, found: header)
        }
        self.text = text
        count = header.count
        id = header.firstIndex(of: fields.id)
        title = header.firstIndex(of: fields.title)
    }

    /// The record of a row.
    func record(_ row: CSVRows.Row, in rows: CSVRows, _ bytes: UnsafeBufferPointer<UInt8>)
        throws(RecordFailure) -> Record
    {
        if let fault = row.fault { throw RecordFailure(fault: fault) }
        if let at = UTF8Check.firstFault(in: bytes, row.range) {
            throw RecordFailure(
                fault: .notUTF8(byteOffset: at - row.range.lowerBound, byte: bytes[at]))
        }
        guard rows.values.count == count else {
            throw RecordFailure(fault: .wrongColumnCount(found: rows.values.count, expected: count))
        }
        // No value and an empty one are the same here.
        let id = id.map { rows.text(of: rows.values[$0]) } ?? ""
        return Record(
            id: id.isEmpty ? nil : id, title: title.map { rows.text(of: rows.values[$0]) } ?? "",
            text: rows.text(of: rows.values[text]))
    }
}
