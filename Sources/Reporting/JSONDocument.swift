/// An object as a document that is never whole in memory: a member a line, and an element of a list in it a line.
enum JSONDocument {
    /// What a member holds.
    enum Member {
        /// A value; the elements of a list that is not empty stand on a line each.
        case value(JSONValue)
        /// A list of this many elements, each made when it is written.
        case list(count: Int, element: (Int) -> JSONValue)
        /// A list that writes its own lines, `indentation` before each and `separator` between them; not empty.
        case lines((inout ReportBuffer) throws(ReportError) -> Void)
    }

    /// What stands before an element of a list.
    static let indentation = "    "
    /// What stands between two elements of a list.
    static let separator = ",\n"

    /// Writes the object.
    static func write(_ members: [(String, Member)], to buffer: inout ReportBuffer) throws(ReportError) {
        try buffer.append("{\n")
        for (index, (name, member)) in members.enumerated() {
            try buffer.append("\(index > 0 ? separator : "")  \(JSONText.quoted(name)): ")
            try write(member, to: &buffer)
        }
        try buffer.append("\n}\n")
    }

    private static func write(_ member: Member, to buffer: inout ReportBuffer) throws(ReportError) {
        switch member {
        case .value(.array(let elements)): try writeList(elements.count, { elements[$0] }, to: &buffer)
        case .value(let value): try buffer.append(value.line)
        case .list(let count, let element): try writeList(count, element, to: &buffer)
        case .lines(let write):
            try buffer.append("[\n")
            try write(&buffer)
            try buffer.append("\n  ]")
        }
    }

    private static func writeList(
        _ count: Int, _ element: (Int) -> JSONValue, to buffer: inout ReportBuffer
    ) throws(ReportError) {
        guard count > 0 else { return try buffer.append("[]") }
        try buffer.append("[\n")
        var line: [UInt8] = []
        for index in 0..<count {
            line.removeAll(keepingCapacity: true)
            if index > 0 { line += separator.utf8 }
            line += indentation.utf8
            element(index).append(to: &line)
            try buffer.append(line)
        }
        try buffer.append("\n  ]")
    }
}
