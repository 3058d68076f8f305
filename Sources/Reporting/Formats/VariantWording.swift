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

    /// "variant, number: 24 hours / 12 hours; wording: …" as Markdown.
    static func remark(on variant: Variant) -> String {
        MarkdownText.escaped(plainRemark(on: variant))
    }

    /// The same as it reads.
    static func plainRemark(on variant: Variant) -> String {
        let name =
            switch variant.extent {
            case .whole: "variant"
            case .part: "part"
            case .joined: "several points in one"
            }
        let differences = variant.differences.prefix(mostDifferences).map { difference in
            "\(difference.kind.rawValue): \(plainContradiction(difference))"
        }
        let rest = variant.differences.count - differences.count
        return ([name] + differences + (rest > 0 ? ["\(rest) more"] : [])).joined(separator: "; ")
    }

    /// More differences than this make the two worth reading side by side.
    private static let mostDifferences = 6
    private static let longestExcerpt = 60

    private static func excerpt(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return ControlCharacters.escaped(DisplayWidth.shortened(words, to: longestExcerpt))
    }
}
