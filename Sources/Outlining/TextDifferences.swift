/// Finds what two wordings of a point say differently.
enum TextDifferences {
    /// Stretches that less than this weight of common text separates are one: a single ideograph or a short word between
    /// two changes says nothing by itself.
    private static let lightestIsland = 3

    /// The differences between the point's text and a variant's, in order; none where they differ in punctuation or
    /// white space only.
    static func between(_ canonical: TokenizedText, _ variant: TokenizedText) -> [Difference] {
        let (a, b, alignment) = canonical.aligned(with: variant)
        return between(
            a, 0..<a.tokens.count, b, 0..<b.tokens.count, matches: alignment.matches)
    }

    /// The differences between stretches of tokens of which `matches` are equal.
    static func between(
        _ canonical: TokenizedText, _ first: Range<Int>, _ variant: TokenizedText, _ second: Range<Int>,
        matches: [(Int, Int)]
    ) -> [Difference] {
        var hunks: [Hunk] = []
        var (i, j) = (first.lowerBound, second.lowerBound)
        for (nextI, nextJ) in matches + [(first.upperBound, second.upperBound)] {
            if nextI > i || nextJ > j { add((i..<nextI, j..<nextJ), to: &hunks, weights: canonical.weights) }
            (i, j) = (nextI + 1, nextJ + 1)
        }
        return hunks.compactMap { difference(canonical, $0.first, variant, $0.second) }
    }

    private typealias Hunk = (first: Range<Int>, second: Range<Int>)

    private static func add(_ hunk: Hunk, to hunks: inout [Hunk], weights: [Int32]) {
        if let last = hunks.last {
            let between = weights[last.first.upperBound..<hunk.first.lowerBound].reduce(0, +)
            // Two additions with a full stop between stay two: as one they would replace the full stop.
            let isOneSided =
                last.first.isEmpty && hunk.first.isEmpty || last.second.isEmpty && hunk.second.isEmpty
            if between < lightestIsland, between > 0 || !isOneSided {
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

    /// In letters, an ideograph as two: a longer stretch says something more, or something else, rather than the opposite.
    private static let longestStatement = 24

    /// What differs, the gravest first. An address or date counts where both say one; a number where both say as many, or
    /// one an amount in the place of a few words; a negation where only one of a few words has it.
    private static func kind(_ a: ArraySlice<Token>, _ b: ArraySlice<Token>) -> Difference.Kind {
        for (token, kind) in [
            (Token.Kind.url, Difference.Kind.url), (.date, .date), (.version, .version),
        ] {
            let (first, second) = (keys(a, token), keys(b, token))
            if first != second, !first.isEmpty, !second.isEmpty { return kind }
        }
        let isShort = max(weight(a), weight(b)) <= longestStatement
        if differInNumber(a, b, isShort: isShort) { return differsInUnitOnly(a, b) ? .unit : .number }
        if isShort, keys(a, .negation).count != keys(b, .negation).count { return .negation }
        return .wording
    }

    private static func keys(_ tokens: ArraySlice<Token>, _ kind: Token.Kind) -> [String] {
        tokens.filter { $0.kind == kind }.map(\.key)
    }

    private static func weight(_ tokens: ArraySlice<Token>) -> Int { tokens.reduce(0) { $0 + $1.weight } }

    private static func differInNumber(_ a: ArraySlice<Token>, _ b: ArraySlice<Token>, isShort: Bool) -> Bool
    {
        let (first, second) = (keys(a, .number), keys(b, .number))
        guard first != second, !a.isEmpty, !b.isEmpty else { return false }
        guard first.isEmpty || second.isEmpty else { return isShort || first.count == second.count }
        // "2 hours" for "some hours" and "two spares" for "one spare" are a change, "cn-north-1" for "us" is none.
        let others = first.isEmpty ? a : b
        return isShort
            && ((a + b).contains { $0.kind == .number && !$0.unit.isEmpty && !Units.saysNoNumber($0.key) }
                || others.contains { $0.kind == .word && Units.numerals[$0.key] != nil })
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
