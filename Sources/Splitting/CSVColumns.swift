internal import Reading

/// Which columns of a file of separated values are wanted.
struct CSVColumns: Sendable, Equatable {
    let count: Int
    /// Those of the text that there are, in the order in which they are joined; at least one.
    let texts: [Int]
    /// Which fields of the text have a column.
    let seenTexts: [Bool]
    let id: Int?
    let title: Int?

    /// Looks the wanted columns up among those that the header names; of several with one name the first counts.
    ///
    /// - Throws: `SkipReason.missingColumn` where there is none for the text.
    init(header: [String], fields: RecordFields) throws(SkipReason) {
        texts = fields.texts.compactMap(header.firstIndex)
        seenTexts = fields.texts.map(header.contains)
        guard !texts.isEmpty else { throw .missingColumn(fields.texts, found: header) }
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
            text: text(of: rows))
    }

    private func text(of rows: CSVRows) -> String {
        guard texts.count > 1 else { return rows.text(of: rows.values[texts[0]]) }
        return texts.map { rows.text(of: rows.values[$0]) }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
