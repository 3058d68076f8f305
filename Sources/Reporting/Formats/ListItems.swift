internal import Outlining
internal import Refrain
internal import Splitting

/// Which points follow each other as items of one list, and what each begins with.
///
/// An item keeps the number and sign that it is written with. Where Markdown would count otherwise, an empty comment ends the
/// list and begins another. A list that holds items of several sections is counted anew: no number of it stands for all.
struct ListItems {
    /// The last numbered list, which goes on behind what breaks it.
    private var list: NumberedList?
    /// The bullet of the open list; nil where none is open.
    private var bullet: ListMarker?
    /// Whether the point before is an item of `list`.
    private var isOpen = false
    /// What an indented point behind the last one would become a part of.
    private var takesIndented = false
    private var isIndentedCode = false

    /// Items of one list in each of the sections that they come from.
    private struct NumberedList {
        /// What the first item of each section begins with there.
        var first: [Int: ListMarker]
        /// What the last item that was written begins with.
        var written: ListMarker

        /// Whether an item of `section` goes on with the section's list; nil where it has none here.
        func goesOn(with own: ListMarker, of section: Int) -> Bool? {
            first[section].map { $0.sign == own.sign && own.number ?? 0 > $0.number ?? 0 }
        }
    }

    /// The marker of the item that `separator` was last asked about.
    var marker: String { (bullet ?? list?.written ?? .bullet).text }

    /// The number of that item; nil for a bullet, and for what is no item.
    var number: Int? { isOpen ? list?.written.number : nil }

    /// The lines between the point before and `point`: none between items of one list, else a blank one.
    ///
    /// - Parameter own: the marker that an item has where it comes from; the first bullet of a list is that of all. Without,
    ///   lists have hyphens, or numbers from 1 on.
    mutating func separator(before point: Point, own: ListMarker? = nil) -> [String] {
        let wasIndentedCode = isIndentedCode
        let isIndented = point.text.unicodeScalars.first?.isBlank ?? false
        isIndentedCode = point.kind == .code && isIndented
        guard case .listItem(let isNumbered) = point.kind else {
            // Indented lines would belong to what stands before them; a comment stands between the two.
            let needsComment = isIndented && (takesIndented || wasIndentedCode)
            (bullet, isOpen) = (nil, false)
            takesIndented = point.kind == .footnote || point.kind == .definition
            return needsComment ? Self.comment : [""]
        }
        takesIndented = true
        let own = own ?? (isNumbered ? .counting : .bullet)
        return own.isNumbered
            ? separator(beforeNumbered: own, of: point.sources.first?.section ?? -1)
            : separator(beforeBullet: own)
    }

    private static let comment = ["", "<!-- -->", ""]

    private mutating func separator(beforeBullet own: ListMarker) -> [String] {
        defer { (bullet, isOpen) = (bullet ?? own, false) }
        return bullet == nil ? [""] : []
    }

    private mutating func separator(beforeNumbered own: ListMarker, of section: Int) -> [String] {
        defer { (bullet, isOpen) = (nil, true) }
        guard var list, list.goesOn(with: own, of: section) ?? isOpen else {
            let follows = isOpen && self.list?.written.sign == own.sign
            self.list = NumberedList(first: [section: own], written: own.first)
            return follows ? Self.comment : [""]
        }
        list.first[section] = list.first[section] ?? own
        let next = list.written.next
        let isNext = own.number == next && own.sign == list.written.sign
        let isCounted = isNext ? own.counts : own.counts || list.first.count > 1
        list.written =
            isCounted ? own.counted(behind: list.written, isFirst: !isOpen) : own
        self.list = list
        if !isOpen { return [""] }
        return isNext || isCounted ? [] : Self.comment
    }
}

/// What a list item begins with.
struct ListMarker: Equatable {
    /// "-", "*" or "+"; behind a number "." or ")".
    let sign: Unicode.Scalar
    /// The digits as they are written; none for a bullet.
    let digits: String
    /// The number; nil for a bullet. Where Markdown counts, the one that it gives.
    let number: Int?
    /// Whether its list leaves it to Markdown to count: all items have one number.
    let counts: Bool

    private init(sign: Unicode.Scalar, digits: String = "", number: Int? = nil, counts: Bool = false) {
        (self.sign, self.digits, self.number, self.counts) = (sign, digits, number, counts)
    }

    /// A hyphen.
    static let bullet = ListMarker(sign: "-")
    /// The number 1 with a full stop, in a list that Markdown counts.
    static let counting = ListMarker(sign: ".", digits: "1", number: 1, counts: true)

    /// The marker that the first line of an item begins with; nil for none.
    init?(line: Substring) {
        let text = line.unicodeScalars.drop(while: \.isBlank)
        let digits = text.prefix(while: \.isDigit)
        guard let sign = text.dropFirst(digits.count).first else { return nil }
        if digits.isEmpty, "-*+".unicodeScalars.contains(sign) {
            self.init(sign: sign)
        } else if let number = Int(String(digits)), digits.count <= 9, sign == "." || sign == ")" {
            self.init(sign: sign, digits: String(digits), number: number)
        } else {
            return nil
        }
    }

    /// Whether it has a number.
    var isNumbered: Bool { number != nil }

    /// The marker as it is written.
    var text: String { digits + String(sign) }

    /// A hyphen in the place of another bullet.
    var plain: ListMarker { isNumbered ? self : .bullet }

    /// The number that Markdown gives the item behind it; a marker has nine digits at most.
    var next: Int { min((number ?? 0) + 1, 999_999_999) }

    /// The same as item `place` of a list that Markdown counts, 0-based.
    func counting(place: Int) -> ListMarker {
        ListMarker(sign: sign, digits: digits, number: number.map { $0 + place }, counts: true)
    }

    /// The same where it begins a list: there it says its number.
    var first: ListMarker {
        guard counts, let number else { return self }
        let digits = Int(digits) == number ? digits : String(number)
        return ListMarker(sign: sign, digits: digits, number: number, counts: true)
    }

    /// The marker of the next item behind `other`: as it is written where both lists count and it does not begin one.
    func counted(behind other: ListMarker, isFirst: Bool) -> ListMarker {
        let digits = counts && other.counts && sign == other.sign && !isFirst ? digits : String(other.next)
        return ListMarker(
            sign: other.sign, digits: digits, number: other.next, counts: counts && other.counts)
    }
}

/// The markers that list items have where they come from.
struct ListMarkers {
    private let sections: [Section]
    /// For each section the items that Markdown counts, by their first lines: their places in their lists.
    private let places: [Int: [Int: Int]]

    /// Finds the lists of `analysis` whose items all have one number. O(blocks).
    init(_ analysis: Analysis) {
        sections = analysis.sections
        var places: [Int: [Int: Int]] = [:]
        for (index, section) in analysis.sections.enumerated() {
            for list in Self.lists(in: section.blocks) where list.count > 1 {
                guard list.allSatisfy({ $0.marker == list[0].marker }) else { continue }
                for (place, item) in list.enumerated() { places[index, default: [:]][item.line] = place }
            }
        }
        self.places = places
    }

    /// The marker that an item has where it stands first; nil for what is none.
    func marker(of point: Point) -> ListMarker? { marker(kind: point.kind, sources: point.sources) }

    /// The marker of an item of `kind` in the first of `sources`; nil for what is none.
    func marker(kind: Block.Kind, sources: [PointSource]) -> ListMarker? {
        guard case .listItem = kind, let source = sources.first,
            let block = sections[source.section].block(atLine: source.startLine),
            let marker = ListMarker(line: block.source)
        else { return nil }
        return places[source.section]?[source.startLine].map(marker.counting) ?? marker
    }

    /// Neighbouring numbered items with one sign.
    private static func lists(in blocks: [Block]) -> [[(line: Int, marker: ListMarker)]] {
        var (lists, open): ([[(line: Int, marker: ListMarker)]], Bool) = ([], false)
        for block in blocks {
            guard block.kind == .listItem(isNumbered: true), let marker = ListMarker(line: block.source)
            else {
                open = false
                continue
            }
            if open, lists[lists.count - 1][0].marker.sign == marker.sign {
                lists[lists.count - 1].append((block.startLine, marker))
            } else {
                lists.append([(block.startLine, marker)])
            }
            open = true
        }
        return lists
    }
}
