/// Text as XML 1.0 takes it.
enum XMLText {
    /// Attributes with a space between them.
    static func attributes(_ attributes: [(name: String, value: String)]) -> String {
        attributes.map { "\($0.name)=\"\(escaped($0.value))\"" }.joined(separator: " ")
    }

    /// `text` between tags or quotation marks: line breaks and tabs as references, so that they are not read as spaces, and what
    /// XML 1.0 has no way to hold written out.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\r": result += "&#13;"
            case "\t": result += "&#9;"
            case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            case "\u{0}"..."\u{1F}": result += ControlCharacters.escaped(String(scalar))
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
