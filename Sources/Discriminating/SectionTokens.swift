package import Vectorizing

/// How often each token stands in a section, and how often of that in its headings: some 6 bytes a distinct token.
package struct SectionTokens: Sendable, Equatable {
    /// A token and its counts; counts above 255 are 255.
    struct Entry: Sendable, Equatable {
        let token: TokenIdentity
        var count: UInt8
        var headingCount: UInt8
    }

    /// The distinct tokens, rising.
    let entries: [Entry]
    /// How many tokens there are, headings included.
    let total: Int

    /// Counts the tokens of a section.
    ///
    /// - Parameters:
    ///   - headings: the headings that the section lies under, its own last; without any, the body's opening stands for them.
    ///   - body: its text without mark-up and heading.
    ///   - buffer: working memory for normalization.
    package init(headings: [String], body: String, buffer: inout ScalarBuffer) {
        let heading = headings.isEmpty ? Self.opening(of: body) : headings.joined(separator: "\n")
        var tokens = Self.tokens(of: heading, buffer: &buffer).map { (token: $0, isHeading: true) }
        let ofBody = headings.isEmpty ? body.dropFirst(heading.count) : body[...]
        tokens += Self.tokens(of: String(ofBody), buffer: &buffer).map { (token: $0, isHeading: false) }
        tokens.sort { $0.token < $1.token }
        var entries: [Entry] = []
        for (token, isHeading) in tokens {
            if entries.last?.token != token { entries.append(Entry(token: token, count: 0, headingCount: 0)) }
            let last = entries.count - 1
            if entries[last].count < .max { entries[last].count += 1 }
            if isHeading, entries[last].headingCount < .max { entries[last].headingCount += 1 }
        }
        self.entries = entries
        total = entries.reduce(0) { $0 + Int($1.count) }
    }

    /// How many characters of a text without headings can stand for one: a long line of a page.
    private static let longestOpening = 80

    /// The first sentence of `body`, or as much of it as a heading could hold.
    private static func opening(of body: String) -> String {
        let start = body.prefix(longestOpening)
        let end = start.firstIndex { $0.isNewline || "。！？!?".contains($0) }
        return String(end.map { start[...$0] } ?? start)
    }

    private static func tokens(of text: String, buffer: inout ScalarBuffer) -> [TokenIdentity] {
        buffer.fill(text, normalization: .unicode)
        let scalars = buffer.scalars
        var tokens: [TokenIdentity] = []
        TokenScanner.scan(scalars) { tokens.append(TokenIdentity(scalars[$0], kind: $1)) }
        return tokens
    }
}
