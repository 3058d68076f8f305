internal import Splitting

/// The anchors that headings of one document have, as GitHub makes them: letters, digits, hyphens and underscores in lower
/// case, spaces as hyphens, and "-1", "-2" and so on behind those that stand already.
struct HeadingAnchors {
    private var counts: [String: Int] = [:]

    /// The anchor of the next heading, from its words as Markdown: the one that it names itself (`{#anchor}`), or that of its words.
    mutating func next(_ title: String) -> String {
        let slug = HeadingWords.anchor(of: title) ?? Self.slug(HeadingWords.of(title))
        var anchor = slug
        while counts[anchor] != nil {
            let number = (counts[slug] ?? 0) + 1
            counts[slug] = number
            anchor = "\(slug)-\(number)"
        }
        counts[anchor] = 0
        return anchor
    }

    private static func slug(_ title: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in words(title).lowercased().unicodeScalars {
            if scalar == " " || scalar == "\t" {
                result.append("-")
            } else if scalar == "-" || scalar == "_" || isWordPart(scalar) {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// The title without the addresses of links and without tags.
    private static func words(_ title: String) -> String {
        var (result, rest) = ("", title[...])
        while let open = rest.firstRange(of: "](") {
            result += rest[..<open.lowerBound]
            let end = rest[open.upperBound...].firstIndex(of: ")") ?? rest.endIndex
            rest = rest[(end == rest.endIndex ? end : rest.index(after: end))...]
        }
        return result + rest
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation, .decimalNumber,
            .letterNumber:
            true
        default: scalar.properties.isAlphabetic
        }
    }
}
