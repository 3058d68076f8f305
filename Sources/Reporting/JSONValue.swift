/// A JSON value whose objects keep their keys in the order given, so that reports read in the order of their schema.
enum JSONValue: Sendable {
    case string(String)
    case integer(Int)
    /// A number written with six decimals: similarities are exact to that.
    case decimal(Double)
    case boolean(Bool)
    case array([JSONValue])
    case object([(String, JSONValue)])

    /// The text: a member of the outermost object a line, and an element of a list in it a line.
    var document: String {
        guard case .object(let members) = self else { return line + "\n" }
        return String(reporting: { buffer throws(ReportError) in
            try JSONDocument.write(members.map { ($0, .value($1)) }, to: &buffer)
        })
    }

    /// The text on one line.
    var line: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds the text on one line.
    func append(to bytes: inout [UInt8]) {
        switch self {
        case .string(let text): JSONText.append(quoted: text, to: &bytes)
        case .integer(let number): bytes += String(number).utf8
        case .decimal(let number): SixDecimals.append(number, to: &bytes)
        case .boolean(let flag): bytes += (flag ? "true" : "false").utf8
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes += ", ".utf8 }
                element.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, (name, value)) in members.enumerated() {
                if index > 0 { bytes += ", ".utf8 }
                JSONText.append(quoted: name, to: &bytes)
                bytes += ": ".utf8
                value.append(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }
}
