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
        let lines = members.map { name, value in "  \(JSONText.quoted(name)): \(value.member)" }
        return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
    }

    /// The text on one line.
    var line: String {
        switch self {
        case .string(let text): JSONText.quoted(text)
        case .integer(let number): String(number)
        case .decimal(let number): SixDecimals.text(number)
        case .boolean(let flag): flag ? "true" : "false"
        case .array(let elements): "[" + elements.map(\.line).joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { "\(JSONText.quoted($0)): \($1.line)" }.joined(separator: ", ") + "}"
        }
    }

    private var member: String {
        guard case .array(let elements) = self, !elements.isEmpty else { return line }
        return "[\n" + elements.map { "    " + $0.line }.joined(separator: ",\n") + "\n  ]"
    }
}
