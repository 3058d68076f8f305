internal import Outlining
internal import Splitting

/// Which points follow each other as items of one list.
struct ListItems {
    private var first: ListMarker?
    private var count = 0
    /// What an indented point behind the last one would become a part of.
    private var takesIndented = false
    private var isIndentedCode = false

    /// The marker of the item that `separator` was last asked about.
    var marker: String { (first ?? .bullet("-")).text(ofItem: count) }

    /// The lines between the point before and `point`: none between items of one list, else a blank one.
    ///
    /// - Parameter own: the marker that an item has where it comes from; the first of a list gives that of all. Without,
    ///   lists have hyphens, or numbers from 1 on.
    mutating func separator(before point: Point, own: ListMarker? = nil) -> [String] {
        let wasIndentedCode = isIndentedCode
        let isIndented = point.text.first == " " || point.text.first == "\t"
        isIndentedCode = point.kind == .code && isIndented
        guard case .listItem(let isNumbered) = point.kind else {
            // Indented lines would belong to what stands before them; a comment stands between the two.
            let needsComment = isIndented && (takesIndented || wasIndentedCode)
            (first, count) = (nil, 0)
            takesIndented = point.kind == .footnote || point.kind == .definition
            return needsComment ? ["", "<!-- -->", ""] : [""]
        }
        takesIndented = true
        if let first, first.isNumbered == isNumbered {
            count += 1
            return []
        }
        (first, count) = (own ?? (isNumbered ? .number(1, ".") : .bullet("-")), 1)
        return [""]
    }
}

/// What a list item begins with.
enum ListMarker: Equatable {
    /// "-", "*" or "+".
    case bullet(Character)
    /// A number with the full stop or parenthesis behind it.
    case number(Int, Character)

    /// The marker that the first line of an item begins with; nil for none.
    init?(line: Substring) {
        let text = line.drop { $0 == " " || $0 == "\t" }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let sign = text.dropFirst(digits.count).first else { return nil }
        if digits.isEmpty, "-*+".contains(sign) {
            self = .bullet(sign)
        } else if let number = Int(digits), digits.count <= 9, ".)".contains(sign) {
            self = .number(number, sign)
        } else {
            return nil
        }
    }

    /// Whether it counts.
    var isNumbered: Bool {
        switch self {
        case .bullet: false
        case .number: true
        }
    }

    /// The marker of the item with this place in the list, 1-based.
    func text(ofItem place: Int) -> String {
        switch self {
        case .bullet(let sign): String(sign)
        // A marker has nine digits at most.
        case .number(let start, let sign): "\(min(start + max(1, place) - 1, 999_999_999))\(sign)"
        }
    }
}
