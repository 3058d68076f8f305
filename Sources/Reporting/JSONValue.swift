/// A JSON value whose objects keep their keys in the order given, so that reports read in the order of their schema.
enum JSONValue {
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
        let lines = members.map { name, value in "  \(Self.quoted(name)): \(value.member)" }
        return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
    }

    /// The text on one line.
    var line: String {
        switch self {
        case .string(let text): Self.quoted(text)
        case .integer(let number): String(number)
        case .decimal(let number): SixDecimals.text(number)
        case .boolean(let flag): flag ? "true" : "false"
        case .array(let elements): "[" + elements.map(\.line).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { "\(Self.quoted($0)): \($1.line)" }.joined(separator: ", ") + "}"
        }
    }

    private var member: String {
        guard case .array(let elements) = self, !elements.isEmpty else { return line }
        return "[\n" + elements.map { "    " + $0.line }.joined(separator: ",\n") + "\n  ]"
    }

    /// `text` between quotation marks; only what JSON demands is escaped (RFC 8259, section 7), and U+2028 and U+2029,
    /// which JavaScript once took for line breaks.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{00}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// Numbers between 0 and 1 with six decimals.
enum SixDecimals {
    /// `number` as "0.978123", halves rounded up.
    static func text(_ number: Double) -> String {
        let millionths = Int((number * 1_000_000).rounded())
        let digits = String(millionths % 1_000_000)
        return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// `number` as "0.98", for people. Rounded down, so that only what is equal reads 1.00 and nothing below a threshold
    /// of two decimals reads as if it reached it.
    static func shortText(_ number: Double) -> String {
        let hundredths = Int(number * 100 + 1e-4)
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
