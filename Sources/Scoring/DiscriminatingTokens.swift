internal import Vectorizing

/// The tokens that make two sections differ in what they are about, as words.
public struct DiscriminatingTokens: Sendable, Equatable {
    /// Those that the first and the second section have more often, by their first place, in normalized form; ideographs that
    /// follow each other there are one.
    public let first, second: [String]
    /// What they cost: the similarity is multiplied by one less this, 0 … 0.5.
    public let penalty: Double

    /// Finds them. O(length of both texts).
    package init(headings: ([String], [String]), bodies: (String, String)) {
        var buffer = ScalarBuffer()
        let a = SectionTokens(headings: headings.0, body: bodies.0, buffer: &buffer)
        let b = SectionTokens(headings: headings.1, body: bodies.1, buffer: &buffer)
        penalty = TokenGuard.penalty(a, b)
        let sides = TokenGuard.marked(a, b).sides.map { side in
            Set(side.filter { !$0.reasons.isEmpty }.map(\.token))
        }
        first = Self.words(sides[0], of: headings.0 + [bodies.0], buffer: &buffer)
        second = Self.words(sides[1], of: headings.1 + [bodies.1], buffer: &buffer)
    }

    /// The first place of each of `tokens` in `texts`, as text.
    private static func words(
        _ tokens: Set<TokenIdentity>, of texts: [String], buffer: inout ScalarBuffer
    ) -> [String] {
        buffer.fill(texts.joined(separator: "\n"), normalization: .unicode)
        let scalars = buffer.scalars
        var (words, left): ([Range<Int>], Set<TokenIdentity>) = ([], tokens)
        TokenScanner.scan(scalars) { range, kind in
            guard left.remove(TokenIdentity(scalars[range], kind: kind)) != nil else { return }
            // Only ideographs stand side by side with nothing between; a name beside one is a word of its own.
            if let last = words.last, last.upperBound == range.lowerBound, range.count == 1,
                TokenScanner.isHan(scalars[range.lowerBound]),
                TokenScanner.isHan(scalars[last.upperBound - 1])
            {
                words[words.count - 1] = last.lowerBound..<range.upperBound
            } else {
                words.append(range)
            }
        }
        return words.map { range in
            var word = String.UnicodeScalarView()
            for scalar in scalars[range] { word.append(Unicode.Scalar(scalar) ?? "\u{FFFD}") }
            return String(word)
        }
    }
}
