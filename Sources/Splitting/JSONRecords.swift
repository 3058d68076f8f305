internal import Reading

/// Makes records of JSON objects. Members that are not wanted are checked and passed over; of several with one name the
/// last counts.
struct JSONRecords {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let fields: RecordFields
    private let names: (texts: [[UInt8]], id: [UInt8], title: [UInt8])
    private var texts = JSONText()
    private var scanner: JSONScanner
    private var values: Values
    /// Which fields of the text a record had, where several make it up.
    private(set) var seenTexts: [Bool]

    /// The wanted values of one object.
    private struct Values {
        /// In the order of the fields.
        var texts: [JSONScanner.Value?]
        var id: JSONScanner.Value?
        var title: JSONScanner.Value?
    }

    /// Makes a reader of the records in `range`.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, fields: RecordFields) {
        self.bytes = bytes
        self.fields = fields
        names = (fields.texts.map { Array($0.utf8) }, Array(fields.id.utf8), Array(fields.title.utf8))
        values = Values(texts: fields.texts.map { _ in nil })
        seenTexts = fields.texts.map { _ in false }
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
        // A single text, the bulk of a record, is checked as it becomes a String.
        let unchecked =
            if values.texts.count == 1, case .string(let text) = values.texts[0] { text.range } else {
                range.upperBound..<range.upperBound
            }
        for part in [range.lowerBound..<unchecked.lowerBound, unchecked.upperBound..<range.upperBound] {
            if let fault = UTF8Check.firstFault(in: bytes, part) { throw notUTF8(fault, range) }
        }
        let text = try fields.texts.count == 1 ? singleText(range) : joinedText(range)
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
        for index in values.texts.indices { values.texts[index] = nil }
        (values.id, values.title) = (nil, nil)
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
        for index in names.texts.indices where texts.isEqual(name, in: bytes, to: names.texts[index]) {
            values.texts[index] = value
        }
        if texts.isEqual(name, in: bytes, to: names.id) { values.id = value }
        if texts.isEqual(name, in: bytes, to: names.title) { values.title = value }
        return true
    }
}

// What the values hold.
extension JSONRecords {
    private mutating func singleText(_ range: Range<Int>) throws(RecordFailure) -> String {
        let text =
            switch values.texts[0] {
            case .container(let part): try text(ofContainer: part, fields.texts[0], range)
            case let value: try text(value, fields.texts[0], range)
            }
        guard let text else { throw RecordFailure(fault: .missingField(fields.texts)) }
        return text
    }

    /// The texts of several fields. One that a record has not, or null, is left out, unless it has none.
    private mutating func joinedText(_ range: Range<Int>) throws(RecordFailure) -> String {
        var found: [String] = []
        for (index, field) in fields.texts.enumerated() {
            let value = values.texts[index]
            let text =
                switch value {
                case .container(let part): try text(ofContainer: part, field, range)
                case .number(let part), .flag(let part): text(part)
                default: try text(value, field, range)
                }
            guard let text else { continue }
            found.append(text)
            seenTexts[index] = true
        }
        guard !found.isEmpty else { throw RecordFailure(fault: .missingField(fields.texts)) }
        return found.joined(separator: "\n")
    }

    /// The texts and numbers of a list, or of an object without its names, a line each; nil where there is none.
    private mutating func text(
        ofContainer part: Range<Int>, _ field: String, _ range: Range<Int>
    ) throws(RecordFailure) -> String? {
        var scanner = JSONScanner(bytes, part)
        let isObject = bytes[part.lowerBound] == UInt8(ascii: "{")
        scanner.position += 1
        var found: [String] = []
        repeat {
            scanner.skipSpace()
            if isObject, scanner.string() != nil {
                scanner.skipSpace()
                _ = scanner.skip(UInt8(ascii: ":"))
                scanner.skipSpace()
            }
            // An empty list has no value.
            guard let value = scanner.value() else { break }
            switch value {
            case .number(let digits): found.append(text(digits))
            case .container, .flag: throw RecordFailure(fault: .notText(field: field))
            case .string, .null: if let text = try text(value, field, range) { found.append(text) }
            }
            scanner.skipSpace()
        } while scanner.skip(UInt8(ascii: ","))
        return found.isEmpty ? nil : found.joined(separator: "\n")
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
        case .number, .flag, .container: throw RecordFailure(fault: .notText(field: field))
        }
    }

    /// An id that is a number stays as it is written.
    private mutating func id(_ range: Range<Int>) throws(RecordFailure) -> String? {
        guard case .number(let digits) = values.id else { return try text(values.id, fields.id, range) }
        return text(digits)
    }

    /// A number, true or false as it is written.
    private func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
}
