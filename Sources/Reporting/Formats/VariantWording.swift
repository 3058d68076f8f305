internal import Outlining

/// Says how a variant differs.
enum VariantWording {
    /// "24 hours / 12 hours" as Markdown; what only one side says stands alone.
    static func contradiction(_ difference: Difference) -> String {
        MarkdownText.escaped(plainContradiction(difference))
    }

    /// The same as it reads.
    static func plainContradiction(_ difference: Difference) -> String {
        let (a, b) = (excerpt(difference.canonical), excerpt(difference.variant))
        return "\(a.isEmpty ? "(nothing)" : a) / \(b.isEmpty ? "(nothing)" : b)"
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
        excerpt(point.text.filter { $0 != "*" && $0 != "`" }, to: longestPoint)
    }

    /// More differences than this make the two worth reading side by side.
    private static let mostDifferences = 6
    private static let longestExcerpt = 60
    /// Enough of a point to find it by.
    private static let longestPoint = 30

    private static func excerpt(_ text: String, to width: Int = longestExcerpt) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return ControlCharacters.escaped(DisplayWidth.shortened(words, to: width))
    }
}
