/// Finds what two wordings of a point say differently.
enum TextDifferences {
    /// Stretches that less than this weight of common text separates are one: a single ideograph or a short word between
    /// two changes says nothing by itself.
    private static let lightestIsland = 3

    /// The differences between the point's text and a variant's, in order; none where they differ in punctuation or
    /// white space only. Of a variant that is only a part of the point, what it leaves out before its first
    /// word and behind its last is no difference.
    static func between(_ canonical: TokenizedText, _ variant: TokenizedText, isPart: Bool = false)
        -> [Difference]
    {
        let (a, b, alignment) = canonical.aligned(with: variant)
        var hunks = hunks(a, b, alignment.matches)
        if isPart {
            hunks.removeAll {
                $0.second.isEmpty && ($0.first.lowerBound == 0 || $0.first.upperBound == a.tokens.count)
            }
        }
        return hunks.compactMap { difference(a, $0.first, b, $0.second) }
    }

    private typealias Hunk = (first: Range<Int>, second: Range<Int>)

    private static func hunks(_ a: TokenizedText, _ b: TokenizedText, _ matches: [(Int, Int)]) -> [Hunk] {
        var hunks: [Hunk] = []
        var (i, j) = (0, 0)
        for (nextI, nextJ) in matches + [(a.tokens.count, b.tokens.count)] {
            if nextI > i || nextJ > j { add((i..<nextI, j..<nextJ), to: &hunks, weights: a.weights) }
            (i, j) = (nextI + 1, nextJ + 1)
        }
        return hunks
    }

    private static func add(_ hunk: Hunk, to hunks: inout [Hunk], weights: [Int32]) {
        if let last = hunks.last {
            let between = weights[last.first.upperBound..<hunk.first.lowerBound].reduce(0, +)
            if between < lightestIsland {
                hunks[hunks.count - 1] = (
                    last.first.lowerBound..<hunk.first.upperBound,
                    last.second.lowerBound..<hunk.second.upperBound
                )
                return
            }
        }
        hunks.append(hunk)
    }

    /// The difference of two stretches of tokens; nil where they hold nothing but punctuation.
    private static func difference(
        _ a: TokenizedText, _ first: Range<Int>, _ b: TokenizedText, _ second: Range<Int>
    ) -> Difference? {
        let (tokensA, tokensB) = (a.tokens[first], b.tokens[second])
        guard (tokensA + tokensB).contains(where: { $0.kind != .punctuation }) else { return nil }
        return Difference(
            kind: kind(tokensA, tokensB), canonical: a.words(first), variant: b.words(second))
    }

    /// What differs, the gravest first. An address, date or number counts where both say one; a negation where only one
    /// does.
    private static func kind(_ a: ArraySlice<Token>, _ b: ArraySlice<Token>) -> Difference.Kind {
        func keys(_ tokens: ArraySlice<Token>, _ kind: Token.Kind) -> [String] {
            tokens.filter { $0.kind == kind }.map(\.key)
        }
        for (token, kind) in [
            (Token.Kind.url, Difference.Kind.url), (.date, .date), (.version, .version),
        ] {
            let (first, second) = (keys(a, token), keys(b, token))
            if first != second, !first.isEmpty, !second.isEmpty { return kind }
        }
        var (first, second) = (keys(a, .number), keys(b, .number))
        if first.isEmpty || second.isEmpty {
            first.removeAll(where: Units.articles.contains)
            second.removeAll(where: Units.articles.contains)
        }
        if first != second, !a.isEmpty, !b.isEmpty, !first.isEmpty || !second.isEmpty {
            return differsInUnitOnly(a, b) ? .unit : .number
        }
        if keys(a, .negation).count != keys(b, .negation).count { return .negation }
        return .wording
    }

    private static func differsInUnitOnly(_ a: ArraySlice<Token>, _ b: ArraySlice<Token>) -> Bool {
        func amounts(_ tokens: ArraySlice<Token>) -> [Substring] {
            tokens.filter { $0.kind == .number }.map { $0.key.dropLast($0.unit.count) }
        }
        func units(_ tokens: ArraySlice<Token>) -> [String] {
            tokens.filter { $0.kind == .number }.map(\.unit)
        }
        return amounts(a) == amounts(b) && units(a) != units(b)
    }
}
