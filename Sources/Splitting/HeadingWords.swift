/// The words of a heading apart from what it carries for tools: comments, and an anchor or classes in braces behind the words
/// (`{#anchor}`, `{: .class}`, `{.class}`, `{/* #anchor */}`).
public enum HeadingWords {
    /// `title` without comments and braces, and without white space at its ends. Braces that are all there is stay, and so do those
    /// that stand behind a backslash, or within others.
    ///
    /// - Parameter source: the heading as it is written, where `title` is what it says.
    public static func of(_ title: String, writtenAs source: Substring? = nil) -> String {
        if let source, zip(source.utf8, source.utf8.dropFirst()).contains(where: isEscapedBrace) {
            return String(trimmed(withoutComments(title[...])[...]))
        }
        guard title.utf8.last != nil else { return title }
        var words = trimmed(withoutComments(title[...])[...])
        while let braces = bracesBehind(words) {
            let rest = trimmed(words[..<braces.start])
            guard !rest.isEmpty else { break }
            words = rest
        }
        return String(words)
    }

    /// The anchor that `title` names itself, if any.
    public static func anchor(of title: String) -> String? {
        var words = trimmed(withoutComments(title[...])[...])
        while let braces = bracesBehind(words) {
            if let anchor = braces.anchor { return anchor }
            words = trimmed(words[..<braces.start])
        }
        return nil
    }

    /// The braces that `words` end in: where they begin, and the anchor in them; nil where none belong to a tool.
    private static func bracesBehind(_ words: Substring) -> (start: String.Index, anchor: String?)? {
        guard words.utf8.last == UInt8(ascii: "}"), let start = words.utf8.lastIndex(of: UInt8(ascii: "{"))
        else {
            return nil
        }
        let before = words.utf8[..<start].last
        guard before != UInt8(ascii: "{"), before != UInt8(ascii: "\\"),
            words.utf8.dropLast().last != UInt8(ascii: "\\")
        else { return nil }
        let inner = trimmed(Substring(words.utf8[words.utf8.index(after: start)...].dropLast()))
        // Emphasis is taken from the stars of a comment where mark-up gives way.
        let slash = UInt8(ascii: "/")
        if inner.utf8.count > 2, inner.utf8.first == slash, inner.utf8.last == slash {
            let comment = trimmed(
                Substring(
                    String(
                        decoding: inner.utf8.filter { $0 != slash && $0 != UInt8(ascii: "*") }, as: UTF8.self)
                ))
            let isOneWord =
                !comment.isEmpty && !comment.unicodeScalars.contains(where: \.properties.isWhitespace)
            return (start, isOneWord ? String(comment.drop { $0 == "#" }) : nil)
        }
        let isList = inner.utf8.first == UInt8(ascii: ":")
        let names = inner.unicodeScalars.dropFirst(isList ? 1 : 0).split(
            whereSeparator: \.properties.isWhitespace)
        guard let first = names.first, isList || first.count > 1 && (first.first == "#" || first.first == ".")
        else {
            return nil
        }
        if first.first == ".", !isList, start > words.startIndex,
            words.utf8[words.utf8.index(before: start)] != 0x20
        {
            return nil
        }
        return (start, names.first { $0.first == "#" && $0.count > 1 }.map { String($0.dropFirst()) })
    }

    private static func isEscapedBrace(_ first: UInt8, _ second: UInt8) -> Bool {
        first == UInt8(ascii: "\\") && (second == UInt8(ascii: "{") || second == UInt8(ascii: "}"))
    }

    private static func withoutComments(_ title: Substring) -> String {
        guard title.utf8.contains(UInt8(ascii: "<")) else { return String(title) }
        var (result, rest) = ("", title)
        while let open = rest.utf8.firstRange(of: "<!--".utf8),
            let close = rest[open.upperBound...].utf8.firstRange(of: "-->".utf8)
        {
            result += rest[..<open.lowerBound]
            rest = rest[close.upperBound...]
            if result.utf8.last == 0x20 { rest = rest.drop { $0 == " " } }
        }
        return result + rest
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var scalars = text.unicodeScalars.drop(while: \.properties.isWhitespace)
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return Substring(scalars)
    }
}
