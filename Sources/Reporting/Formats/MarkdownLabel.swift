internal import Splitting

/// The label of a link reference or a footnote ("^1"), as CommonMark 0.31, section 4.7, reads it.
enum MarkdownLabel {
    /// A label as labels are compared: without regard to case, white space collapsed. What is not ASCII is written out: Markdown
    /// tells apart what Unicode calls equivalent, and `String` does not.
    static func normalized(_ label: String) -> String {
        // Lower, upper, lower: ẞ, ß, ss and SS are one.
        let folded = label.lowercased().uppercased().lowercased().onOneLine
        guard folded.utf8.contains(where: { $0 >= 0x80 }) else { return folded }
        return folded.unicodeScalars.map { $0.isASCII ? String($0) : $0.escaped(asASCII: true) }.joined()
    }

    /// The bytes between the bracket at `open` and the one that closes it; nil where a bracket stands between them
    /// or nothing closes it before `end`.
    static func content(of bytes: [UInt8], from open: Int, to end: Int) -> Range<Int>? {
        var index = open + 1
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "]"): return open + 1..<index
            case UInt8(ascii: "["): return nil
            case UInt8(ascii: "\\"): index += 2
            default: index += 1
            }
        }
        return nil
    }

    /// The label in `range`; nil where it is blank, and where white space beside a footnote's mark keeps it from being
    /// one: "[ ^1]" would be taken for the footnote "^1".
    static func label(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
        let label = normalized(String(decoding: bytes[range], as: UTF8.self))
        guard !label.isEmpty else { return nil }
        return isFootnote(label) && bytes[range].contains(where: InlineSpan.isSpace) ? nil : label
    }

    /// Whether a label is a footnote's.
    static func isFootnote(_ label: String) -> Bool {
        label.begins(with: "^") && label.utf8.count > 1 && !label.utf8.contains(0x20)
    }
}

/// A place in a block of Markdown that names a label.
struct LabelPlace: Equatable {
    /// How the place names the label, and what renaming it takes.
    enum Form: Equatable {
        /// The label stands by itself between brackets: a definition, a footnote's mark, or the second pair of a link.
        case named
        /// The second pair of brackets is empty.
        case collapsed
        /// There is no second pair of brackets.
        case shortcut
    }

    /// How the label is named.
    let form: Form
    /// The label, normalized.
    let label: String
    /// The bytes that a new name replaces; empty where it is put in.
    let range: Range<Int>

    /// What stands in `range` where the label is called `name`.
    func replacement(_ name: String) -> String {
        form == .shortcut ? "[\(name)]" : name
    }
}
