package import Vectorizing

/// How often each token stands in a section, and how often of that in its headings: 8 bytes a distinct token.
package struct SectionTokens: Sendable, Equatable {
    /// A token and its counts; counts above 255 are 255.
    struct Entry: Sendable, Equatable {
        let token: TokenIdentity
        /// How often in the section's own heading and text, and how often in the headings above.
        var ownCount: UInt8 = 0
        var aboveCount: UInt8 = 0
        /// How often in all headings.
        var headingCount: UInt8 = 0
        /// How often in all.
        var count: Int { Int(ownCount) + Int(aboveCount) }
    }

    /// Where a token stands.
    fileprivate enum Place {
        /// In a heading above the section's own, in its own, in its text.
        case above, heading, body
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
        let heading = headings.last ?? Self.opening(of: body)
        let ofBody = headings.isEmpty ? body.dropFirst(heading.count) : body[...]
        var tokens: [(token: TokenIdentity, place: Place)] = []
        let parts: [(String, Place)] = [
            (headings.dropLast().joined(separator: "\n"), .above), (heading, .heading),
            (String(ofBody), .body),
        ]
        for (text, place) in parts {
            tokens += Self.tokens(of: text, buffer: &buffer).map { ($0, place) }
        }
        tokens.sort { $0.token < $1.token }
        var entries: [Entry] = []
        for (token, place) in tokens {
            if entries.last?.token != token {
                entries.append(Entry(token: token))
            }
            entries[entries.count - 1].add(place)
        }
        self.entries = entries
        total = entries.reduce(0) { $0 + $1.count }
    }

    private init(entries: [Entry]) {
        self.entries = entries
        total = entries.reduce(0) { $0 + $1.count }
    }

    /// The same without the headings above the section's own.
    var withoutHeadingsAbove: SectionTokens {
        SectionTokens(
            entries: entries.filter { $0.ownCount > 0 }.map { entry in
                Entry(
                    token: entry.token, ownCount: entry.ownCount,
                    headingCount: entry.headingCount - min(entry.headingCount, entry.aboveCount))
            })
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

extension SectionTokens.Entry {
    /// Counts one more.
    fileprivate mutating func add(_ place: SectionTokens.Place) {
        if place == .above { Self.count(&aboveCount) } else { Self.count(&ownCount) }
        if place != .body { Self.count(&headingCount) }
    }

    private static func count(_ count: inout UInt8) { if count < .max { count += 1 } }
}
