internal import Splitting

/// The title of a heading as a reader sees it.
struct HeadingTitle: Equatable {
    /// Its words without mark-up, numbering included.
    let text: String
    /// The anchor that it names itself; nil for none.
    let anchor: String?

    /// The title that is written as `title`, Markdown on one line.
    init(markdown title: String) {
        text = HeadingText.of(markdown: HeadingWords.of(title))
        anchor = HeadingWords.anchor(of: title)
    }

    /// A title without mark-up.
    init(text: String) { (self.text, anchor) = (text, nil) }
}

/// The anchors that headings of one document have, as GitHub makes them: letters, digits, hyphens and underscores in lower
/// case, spaces as hyphens, and "-1", "-2" and so on behind those that stand already.
struct HeadingAnchors {
    /// How often each anchor was taken, by its bytes: GitHub holds no two spellings for one.
    private var counts: [[UInt8]: Int] = [:]

    /// The anchor of the next heading, from its words as Markdown.
    mutating func next(markdown title: String) -> String { next(HeadingTitle(markdown: title)) }

    /// The anchor of the next heading: the one that it names itself (`{#anchor}`), or that of its words.
    mutating func next(_ title: HeadingTitle) -> String {
        let slug = Array((title.anchor ?? Self.slug(title.text)).utf8)
        var anchor = slug
        while counts[anchor] != nil {
            let number = (counts[slug] ?? 0) + 1
            counts[slug] = number
            anchor = slug + Array("-\(number)".utf8)
        }
        counts[anchor] = 0
        return String(decoding: anchor, as: UTF8.self)
    }

    /// Whether a heading has this anchor, given as bytes.
    func has(_ anchor: [UInt8]) -> Bool { !anchor.isEmpty && counts[anchor] != nil }

    private static func slug(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            if scalar.isBlank {
                result.append("-")
            } else if scalar == "-" || scalar == "_" || isWordPart(scalar) {
                result.append(scalar)
            }
        }
        return String(result)
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
