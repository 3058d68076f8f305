internal import Splitting

/// How a section's heading stands in its document: as Markdown's own, in a list item, in bold, as HTML or as a line of text.
struct WrittenHeading {
    /// The ways of writing a heading.
    enum Form: Equatable {
        /// There are no lines of a heading.
        case none
        /// With `#`, or underlined.
        case markdown
        /// A Markdown heading in a list item; what is inside the item is indented by as many columns.
        case listed(columns: Int)
        /// Words in bold that are a paragraph.
        case bold
        /// A heading or `<summary>` in HTML.
        case html
        /// A line of text.
        case text
    }

    /// How it is written.
    let form: Form
    /// Its lines as they stand.
    let lines: [String]
    private let section: Section

    /// The heading of a section.
    init(_ section: Section) {
        self.section = section
        guard section.headingEndLine >= section.startLine else {
            (form, lines) = (.none, [])
            return
        }
        let lines = section.headingSource.lines.map(String.init)
        self.lines = lines
        let words = lines[0].utf8.drop { $0 == 0x20 }
        let columns = ListMarker(line: lines[0][...]) == nil ? nil : Self.markerColumns(lines[0])
        let isUnderlined = lines.count > 1 && Self.isUnderline(lines[lines.count - 1])
        if words.first == UInt8(ascii: "#") || isUnderlined && columns == nil {
            form = .markdown
        } else if words.first == UInt8(ascii: "<") {
            form = .html
        } else if words.starts(with: "**".utf8) || words.starts(with: "__".utf8) {
            form = .bold
        } else if let columns,
            isUnderlined || Self.rest(lines[0], behind: columns).utf8.first == UInt8(ascii: "#")
        {
            form = .listed(columns: columns)
        } else {
            form = .text
        }
    }

    /// The words as Markdown, without what makes them a heading, with the number of a list item.
    var title: String {
        switch form {
        case .none: ""
        case .markdown: PointMarkdown.title(ofHeading: lines)
        case .listed(let columns):
            (section.number.map { "\($0). " } ?? "")
                + PointMarkdown.title(ofHeading: [Self.rest(lines[0], behind: columns)] + lines.dropFirst())
        case .bold: Self.withoutBold(lines.joined(separator: " "))
        case .html:
            MarkdownText.escaped(
                [section.number, section.heading].compactMap { $0 }.joined(separator: " "))
        case .text: MarkdownText.escaped(lines.joined(separator: " "))
        }
    }

    /// The words that the anchor is made of; nil where a renderer makes no heading of it, which links could lead to. A list item's
    /// number is no part of them.
    var anchorTitle: String? {
        switch form {
        case .none: nil
        case .listed(let columns):
            PointMarkdown.title(ofHeading: [Self.rest(lines[0], behind: columns)] + lines.dropFirst())
        case .markdown, .text, .bold, .html: isHeading ? title : nil
        }
    }

    /// Whether a renderer makes a heading of it; a line of text becomes one where it is written as Markdown.
    private var isHeading: Bool {
        switch form {
        case .markdown, .listed, .text: true
        case .html: !lines.contains { $0.lowercased().utf8.contains("<summary".utf8) }
        case .none, .bold: false
        }
    }

    private static func isUnderline(_ line: String) -> Bool {
        let signs = line.utf8.filter { $0 != 0x20 && $0 != 0x09 }
        return signs.allSatisfy { $0 == UInt8(ascii: "=") } || signs.allSatisfy { $0 == UInt8(ascii: "-") }
    }

    /// The words between the stars or lines, where these stand around all of them.
    private static func withoutBold(_ line: String) -> String {
        let words = line.utf8.drop { $0 == 0x20 }
        let mark = words.prefix(2)
        var inner = words.dropFirst(2)
        while let last = inner.last, last == 0x20 || last == 0x09 || last == UInt8(ascii: "\\") {
            inner.removeLast()
        }
        guard inner.count > 2, inner.suffix(2).elementsEqual(mark) else { return line }
        let result = inner.dropLast(2)
        let isClosedBefore = zip(result, result.dropFirst()).contains { mark.elementsEqual([$0, $1]) }
        return isClosedBefore ? line : String(Substring(result))
    }

    /// The columns of white space that a text begins with.
    static func indentation(of text: Substring) -> Int {
        var column = 0
        for byte in text.utf8 {
            guard byte == 0x20 || byte == 0x09 else { break }
            column += byte == 0x09 ? 4 - column % 4 : 1
        }
        return column
    }

    /// The columns that the indentation, the marker and the white space behind it take.
    private static func markerColumns(_ line: String) -> Int {
        var bytes = line.utf8[...]
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        bytes = bytes.drop(while: isSpace).drop { (0x30...0x39).contains($0) }.dropFirst().drop(
            while: isSpace)
        return line.utf8.count - bytes.count
    }

    private static func rest(_ line: String, behind columns: Int) -> String {
        String(Substring(line.utf8.dropFirst(columns)))
    }
}
