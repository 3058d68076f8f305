internal import Outlining
internal import Refrain
internal import Splitting

/// Which points follow each other as items of one list.
struct ListItems {
    private var first: ListMarker?
    private var count = 0
    /// The number and part of the last numbered item.
    private var lastNumbered: (number: Int, role: String?)?
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
            note(point)
            return []
        }
        (first, count) = (beginning(own ?? (isNumbered ? .number(1, ".") : .bullet("-")), point), 1)
        note(point)
        return [""]
    }

    private mutating func note(_ point: Point) {
        guard let start = first?.number else { return }
        lastNumbered = (start + count - 1, point.role)
    }

    /// A list that is broken goes on: what is no first item where it comes from counts on from what stands before it in its
    /// part of the section.
    private func beginning(_ own: ListMarker, _ point: Point) -> ListMarker {
        guard let number = own.number, number > 1, let lastNumbered, lastNumbered.role == point.role else {
            return own
        }
        return own.counting(from: lastNumbered.number + 1)
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

    /// A hyphen, or its number with a full stop.
    var plain: ListMarker {
        switch self {
        case .bullet: .bullet("-")
        case .number(let start, _): .number(start, ".")
        }
    }

    /// Its number; nil for a bullet.
    var number: Int? {
        switch self {
        case .bullet: nil
        case .number(let start, _): start
        }
    }

    /// The same with at least this number; a bullet stays one.
    func counting(from least: Int) -> ListMarker {
        switch self {
        case .bullet: self
        case .number(let start, let sign): .number(max(start, least), sign)
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

extension Analysis {
    /// The marker that an item has where it stands first; nil for what is none.
    func listMarker(of point: Point) -> ListMarker? {
        guard case .listItem = point.kind, let source = point.sources.first else { return nil }
        return sections[source.section].block(atLine: source.startLine).flatMap {
            ListMarker(line: $0.source)
        }
    }
}
