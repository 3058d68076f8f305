internal import Outlining
internal import Splitting

/// Says how a variant differs.
enum VariantWording {
    /// "24 hours / 12 hours"; what only one side says stands alone. Of two addresses what they begin with alike is left out.
    static func plainContradiction(_ difference: Difference) -> String {
        let skipped = difference.kind == .url ? sharedPath(difference.canonical, difference.variant) : 0
        let (a, b) = (
            excerpt(difference.canonical, from: skipped), excerpt(difference.variant, from: skipped)
        )
        return "\(a.isEmpty ? "(nothing)" : a) / \(b.isEmpty ? "(nothing)" : b)"
    }

    /// How many scalars two addresses begin with alike, up to a slash; 0 where they differ before the path.
    private static func sharedPath(_ a: String, _ b: String) -> Int {
        let shared = Array(zip(a.unicodeScalars, b.unicodeScalars).prefix { $0 == $1 }.map(\.0))
        guard let end = shared.lastIndex(of: "/"), shared.count(where: { $0 == "/" }) > 2 else { return 0 }
        return end
    }

    /// "variant; number: 24 hours / 12 hours; wording: …" as Markdown.
    ///
    /// - Parameter points: those of the topic, some of which the variant may join.
    static func remark(on variant: Variant, among points: [Point]) -> String {
        MarkdownText.escaped(plainRemark(on: variant, among: points))
    }

    /// The same as it reads.
    static func plainRemark(on variant: Variant, among points: [Point]) -> String {
        let differences = variant.differences.prefix(mostDifferences).map { difference in
            "\(difference.kind.rawValue): \(plainContradiction(difference))"
        }
        let rest = variant.differences.count - differences.count
        return ([extent(of: variant, among: points)] + differences + (rest > 0 ? ["\(rest) more"] : []))
            .joined(separator: "; ")
    }

    /// How much of its point a variant says: "variant", "part", or what it joins.
    static func extent(of variant: Variant, among points: [Point]) -> String {
        switch variant.extent {
        case .whole:
            variant.differences.isEmpty ? "variant; only spaces, punctuation or capitals differ" : "variant"
        case .part: "part"
        case .joined:
            "joined with "
                + variant.others.map { "“\(name(of: points[$0]))”" }.joined(
                    separator: ", ")
        }
    }

    /// How a point begins, without signs of emphasis and code.
    private static func name(of point: Point) -> String {
        excerpt(
            String(String.UnicodeScalarView(point.text.unicodeScalars.filter { $0 != "*" && $0 != "`" })),
            to: longestPoint)
    }

    /// More differences than this make the two worth reading side by side.
    private static let mostDifferences = 6
    private static let longestExcerpt = 60
    /// Enough of a point to find it by.
    private static let longestPoint = 30

    private static func excerpt(_ text: String, from start: Int = 0, to width: Int = longestExcerpt) -> String
    {
        let words =
            (start > 0 ? "…" : "")
            + Substring(text.unicodeScalars.dropFirst(start)).onOneLine
        return ControlCharacters.escaped(DisplayWidth.shortened(withoutBoldSigns(words), to: width))
    }

    /// A difference may take in one of the two signs around bold words; alone neither says anything.
    private static func withoutBoldSigns(_ words: String) -> String {
        var rest = words[...].utf8
        let signs = "**".utf8
        while rest.count > 2, rest.starts(with: signs) { rest = rest.dropFirst(2) }
        while rest.count > 2, rest.suffix(2).elementsEqual(signs) { rest = rest.dropLast(2) }
        return String(Substring(rest))
    }
}
