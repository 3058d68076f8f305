internal import Splitting

/// A comment that says what is to be ignored: `<!-- refrain-ignore RULE, RULE: reason -->`.
struct SuppressionComment: Equatable {
    /// What it is for.
    enum Kind: String, CaseIterable {
        // The longer of two that begin alike come first.
        case file = "refrain-ignore-file"
        case begin = "refrain-ignore-begin"
        case end = "refrain-ignore-end"
        case section = "refrain-ignore"
    }

    let kind: Kind
    /// The rules as they are named; none names all.
    let rules: [String]
    /// What stands behind the colon; nil without any.
    let reason: String?
    /// How many lines below the first one of the text it begins.
    let lineOffset: Int

    /// The comments in a piece of HTML, in order.
    static func comments(in html: Substring) -> [SuppressionComment] {
        var comments: [SuppressionComment] = []
        var rest = html.utf8
        while let start = rest.firstRange(of: "<!--".utf8) {
            let body = rest[start.upperBound...]
            guard let end = body.firstRange(of: "-->".utf8) else { break }
            let lineOffset = html.utf8[..<start.lowerBound].count { $0 == UInt8(ascii: "\n") }
            if let comment = SuppressionComment(
                Substring(body[..<end.lowerBound]), lineOffset: lineOffset)
            {
                comments.append(comment)
            }
            rest = body[end.upperBound...]
        }
        return comments
    }

    private init?(_ body: Substring, lineOffset: Int) {
        let text = body.dropScalars(while: \.isSpace)
        guard let kind = Kind.allCases.first(where: { text.begins(with: $0.rawValue) }) else { return nil }
        let content = text.unicodeScalars.dropFirst(kind.rawValue.unicodeScalars.count)
        guard content.first.map({ $0.isSpace || $0 == ":" }) ?? true else { return nil }
        let colon = content.firstIndex { $0 == ":" || $0 == "：" } ?? content.endIndex
        let reason = Substring(content[colon...].dropFirst()).onOneLine
        self.kind = kind
        rules = Substring(content[..<colon]).parts { $0.isSpace || $0 == "," || $0 == "，" }.map(String.init)
        self.reason = reason.isEmpty ? nil : reason
        self.lineOffset = lineOffset
    }
}
