/// Finds the title in front matter written in TOML.
///
/// Reads no more of TOML than it takes to tell keys from what stands in strings, arrays and comments: the parsers
/// at hand stop the whole program on some texts that are not TOML. Does not recurse; O(length).
struct TOMLTitle {
    private var rest: Substring.UnicodeScalarView

    /// What `content` says of the title: a `title` before the first table, if there is one.
    static func find(in content: String) -> FrontMatterTitle {
        var reader = TOMLTitle(rest: content[...].unicodeScalars)
        while true {
            reader.skipSpaceAndComments()
            // A table begins at a bracket, and what follows is no longer about the page as a whole.
            if reader.rest.isEmpty || reader.rest.first == "[" { return .keys(title: nil) }
            guard let key = reader.readKey() else { return .unreadable }
            if key == "title" { return .keys(title: reader.readText()) }
            reader.skipValue()
        }
    }

    private mutating func skipSpaceAndComments() {
        while let first = rest.first, first.isSpace || first == "#" {
            rest = first == "#" ? rest.drop { $0 != "\n" } : rest.dropFirst()
        }
    }

    /// The key up to the next `=`, which is skipped; nil where there is none on this line.
    private mutating func readKey() -> String? {
        let key = rest.prefix { $0 != "=" && $0 != "\n" }
        guard !key.isEmpty, key.endIndex < rest.endIndex, rest[key.endIndex] == "=" else { return nil }
        rest = rest[key.endIndex...].dropFirst().drop { $0 == " " || $0 == "\t" }
        return String(
            String.UnicodeScalarView(key.filter { !$0.isSpace && $0 != "\"" && $0 != "'" }))
    }

    /// The string, number or date that comes next; nil where it is an array, a table or a string without an end.
    private mutating func readText() -> String? {
        if let string = readString() { return string }
        guard let first = rest.first, !"[{\"'".unicodeScalars.contains(first) else { return nil }
        return String(Substring(rest.prefix { $0 != "\n" && $0 != "#" }))
    }

    /// Skips a value: to the end of its line, or of the line that its last bracket closes on.
    private mutating func skipValue() {
        var depth = 0
        while let first = rest.first, depth > 0 || first != "\n" {
            if readString() != nil { continue }
            switch first {
            case "\"", "'":
                // A string without an end: what follows on its line, or after three quotes at all, is in it.
                rest =
                    Self.quotes.prefix(2).contains { rest.starts(with: $0.unicodeScalars) }
                    ? rest.suffix(0) : rest.drop { $0 != "\n" }
                continue
            case "[", "{": depth += 1
            case "]", "}": depth -= 1
            case "#":
                rest = rest.drop { $0 != "\n" }
                continue
            default: break
            }
            rest.removeFirst()
        }
    }

    /// What strings stand between, the longer first.
    private static let quotes = ["\"\"\"", "'''", "\"", "'"]

    /// The string that begins here; nil where none begins, or none ends.
    private mutating func readString() -> String? {
        guard rest.first == "\"" || rest.first == "'" else { return nil }
        return Self.quotes.first { rest.starts(with: $0.unicodeScalars) }.flatMap { readString(between: $0) }
    }

    private mutating func readString(between quote: String) -> String? {
        var (text, body) = (String.UnicodeScalarView(), rest.dropFirst(quote.unicodeScalars.count))
        while let scalar = body.first, scalar != "\n" || quote.unicodeScalars.count == 3 {
            if body.starts(with: quote.unicodeScalars) {
                rest = body.dropFirst(quote.unicodeScalars.count)
                return String(text)
            }
            body.removeFirst()
            if scalar == "\\", quote.unicodeScalars.first == "\"" {
                text.append(contentsOf: Self.unescaped(&body).unicodeScalars)
            } else {
                text.append(scalar)
            }
        }
        return nil
    }

    /// What the scalars after a backslash stand for.
    private static func unescaped(_ body: inout Substring.UnicodeScalarView) -> String {
        guard let scalar = body.popFirst() else { return "" }
        switch scalar {
        case "n", "t", "r", "b", "f", "\n": return " "
        case "u", "U":
            let digits = body.prefix(scalar == "u" ? 4 : 8)
            body = body.dropFirst(digits.count)
            return UInt32(Substring(digits), radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
        default: return String(scalar)
        }
    }
}
