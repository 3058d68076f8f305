/// Text put into HTML as it reads, in elements and in attributes between double quotes.
enum HTMLMarkup {
    /// `text` with every sign that HTML could take for mark-up as a reference. Control characters but line ends and tabs are
    /// written out: HTML has no way to hold them.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in ControlCharacters.escaped(text, keeping: ["\n", "\t"]).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// `text` with the stretches `marked`, which stand in it in this order, between `<mark>` and `</mark>`.
    static func escaped(_ text: String, marking marked: [String]) -> String {
        var (result, rest) = ("", text[...].unicodeScalars)
        for stretch in marked where !stretch.isEmpty {
            guard let range = rest.firstRange(of: stretch.unicodeScalars) else { continue }
            result += escaped(String(rest[..<range.lowerBound])) + element("mark", String(rest[range]))
            rest = rest[range.upperBound...]
        }
        return result + escaped(String(rest))
    }

    /// An element that holds `text`.
    static func element(_ name: String, class style: String? = nil, _ text: String) -> String {
        element(name, class: style, html: escaped(text))
    }

    /// An element that holds mark-up.
    static func element(_ name: String, class style: String? = nil, html: String) -> String {
        "<\(name)\(style.map { " class=\"\($0)\"" } ?? "")>\(html)</\(name)>"
    }
}
