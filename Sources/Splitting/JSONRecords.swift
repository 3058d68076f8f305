internal import Reading

/// Makes records of JSON objects. Members that are not wanted are checked and passed over; of several with one name the
/// last counts.
struct JSONRecords {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let fields: RecordFields
    private let names: (text: [UInt8], id: [UInt8], title: [UInt8])
    private var texts = JSONText()
    private var scanner: JSONScanner
    private var values = Values()

    /// The wanted values of one object.
    private struct Values {
        var text: JSONScanner.Value?
        var id: JSONScanner.Value?
        var title: JSONScanner.Value?
    }

    /// Makes a reader of the records in `range`.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, fields: RecordFields) {
        self.bytes = bytes
        self.fields = fields
        names = (Array(fields.text.utf8), Array(fields.id.utf8), Array(fields.title.utf8))
        scanner = JSONScanner(bytes, range)
    }

    /// The record that `range` holds and nothing else.
    mutating func record(in range: Range<Int>) throws(RecordFailure) -> Record {
        scanner = JSONScanner(bytes, range)
        guard let isObject = scan(), scanner.isAtEnd else { throw RecordFailure(fault: .notJSON) }
        return try record(range, isObject: isObject)
    }

    /// Where the value that begins at `position` ends with the white space after it; nil where it is none.
    mutating func end(ofElementAt position: Int) -> (end: Int, isObject: Bool)? {
        scanner.position = position
        guard let isObject = scan() else { return nil }
        return (scanner.position, isObject)
    }

    /// The record that was passed over last.
    mutating func record(_ range: Range<Int>, isObject: Bool) throws(RecordFailure) -> Record {
        guard isObject else { throw RecordFailure(fault: .notAnObject) }
        // Its text, the bulk of a record, is checked as it becomes a String.
        let unchecked =
            if case .string(let text) = values.text { text.range } else {
                range.upperBound..<range.upperBound
            }
        for part in [range.lowerBound..<unchecked.lowerBound, unchecked.upperBound..<range.upperBound] {
            if let fault = UTF8Check.firstFault(in: bytes, part) { throw notUTF8(fault, range) }
        }
        guard let text = try text(values.text, fields.text, range) else {
            throw RecordFailure(fault: .missingField(fields.text))
        }
        return Record(
            id: try id(range), title: try self.text(values.title, fields.title, range) ?? "", text: text)
    }

    private func notUTF8(_ at: Int, _ range: Range<Int>) -> RecordFailure {
        RecordFailure(fault: .notUTF8(byteOffset: at - range.lowerBound, byte: bytes[at]))
    }

    /// Passes over a value and the white space around it, and keeps the wanted members if it is an object; nil where it is
    /// no JSON.
    private mutating func scan() -> Bool? {
        scanner.skipSpace()
        guard scanner.skip(UInt8(ascii: "{")) else {
            guard scanner.value() != nil else { return nil }
            scanner.skipSpace()
            return false
        }
        values = Values()
        scanner.skipSpace()
        if !scanner.skip(UInt8(ascii: "}")) {
            repeat {
                guard scanMember() else { return nil }
            } while scanner.skip(UInt8(ascii: ","))
            guard scanner.skip(UInt8(ascii: "}")) else { return nil }
        }
        scanner.skipSpace()
        return true
    }

    private mutating func scanMember() -> Bool {
        scanner.skipSpace()
        guard let name = scanner.string() else { return false }
        scanner.skipSpace()
        guard scanner.skip(UInt8(ascii: ":")) else { return false }
        scanner.skipSpace()
        guard let value = scanner.value() else { return false }
        scanner.skipSpace()
        if texts.isEqual(name, in: bytes, to: names.text) { values.text = value }
        if texts.isEqual(name, in: bytes, to: names.id) { values.id = value }
        if texts.isEqual(name, in: bytes, to: names.title) { values.title = value }
        return true
    }

    private mutating func text(
        _ value: JSONScanner.Value?, _ field: String, _ range: Range<Int>
    ) throws(RecordFailure) -> String? {
        switch value {
        case nil, .null: return nil
        case .string(let string):
            if let text = texts.text(of: string, in: bytes) { return text }
            guard let fault = UTF8Check.firstFault(in: bytes, string.range) else {
                preconditionFailure("what is UTF-8 becomes text")
            }
            throw notUTF8(fault, range)
        case .number, .other: throw RecordFailure(fault: .notText(field: field))
        }
    }

    /// An id that is a number stays as it is written.
    private mutating func id(_ range: Range<Int>) throws(RecordFailure) -> String? {
        guard case .number(let digits) = values.id else { return try text(values.id, fields.id, range) }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[digits]), as: UTF8.self)
    }
}
