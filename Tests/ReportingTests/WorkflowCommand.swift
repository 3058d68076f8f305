import Foundation

/// A workflow command as GitHub's runner reads it from a line of a step's log.
struct WorkflowCommand {
    let name: String
    let properties: [String: String]
    let message: String

    /// Nil where the line is no command.
    ///
    /// Name and properties stand between two double colons, a space after the name, a comma between properties; what can't stand
    /// there is written in hexadecimal, the percent sign itself read back last.
    init?(line: String) {
        guard line.hasPrefix("::") else { return nil }
        let rest = String(line.dropFirst(2))
        guard let end = rest.range(of: "::", options: .literal) else { return nil }
        let info = rest[..<end.lowerBound]
        guard let space = info.firstIndex(of: " ") else { return nil }
        name = String(info[..<space])
        properties = Dictionary(
            info[info.index(after: space)...].components(separatedBy: ",").map { property in
                let sign = property.range(of: "=", options: .literal) ?? property.endIndex..<property.endIndex
                return (
                    String(property[..<sign.lowerBound]),
                    Self.unescaped(String(property[sign.upperBound...]), [":", ","])
                )
            }, uniquingKeysWith: { $1 })
        message = Self.unescaped(String(rest[end.upperBound...]), [])
    }

    private static func unescaped(_ text: String, _ also: [String]) -> String {
        let codes = ["\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"]
        let read = (["\r", "\n"] + also).reduce(text) { text, sign in
            text.replacingOccurrences(of: codes[sign] ?? sign, with: sign, options: .literal)
        }
        return read.replacingOccurrences(of: "%25", with: "%", options: .literal)
    }
}
