internal import Splitting

/// The text of a block as it stands in its document.
enum VerbatimText {
    /// The texts of a section's blocks. Where its heading stands in a list item, the blocks inside the item are without the
    /// indentation that makes them part of it.
    static func texts(of section: Section) -> [String] {
        let columns = itemColumns(of: section)
        return section.blocks.map { of($0, insideItemOf: columns) }
    }

    /// The lines of `block`; a list item without its marker, its further lines without the indentation that
    /// makes them part of the item. A line that is indented less (a lazy continuation) stays as it is.
    private static func of(_ block: Block, insideItemOf itemColumns: Int) -> String {
        guard case .listItem = block.kind else {
            return isInside(block, itemColumns)
                ? withoutIndentation(block.source, itemColumns) : String(block.source)
        }
        let lines = block.source.lines
        let width = markerWidth(lines[0])
        let rest = lines.dropFirst().map { dedented($0, by: width) }
        return ([String(lines[0].utf8.dropFirst(width)) ?? String(lines[0])] + rest).joined(separator: "\n")
    }

    /// How many bytes the indentation, the marker and the space after it take.
    private static func markerWidth(_ line: Substring) -> Int {
        let bytes = Array(line.utf8)
        var index = 0
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
        index = min(index + 1, bytes.count)
        let textStart = bytes[index...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.count
        // Five spaces or more begin indented code one space after the marker.
        return textStart - index > 4 ? index + 1 : textStart
    }

    private static func dedented(_ line: Substring, by width: Int) -> String {
        var line = line
        var removed = 0
        while removed < width, let first = line.utf8.first, first == 0x20 || first == 0x09 {
            // A byte and not a character: a mark may combine with the space.
            line = line[line.utf8.index(after: line.startIndex)...]
            removed += first == 0x09 ? width : 1
        }
        return String(line)
    }

    // MARK: Sections in list items

    /// How many columns stand before the text of the list item that a section's heading stands in; 0 for any other heading.
    private static func itemColumns(of section: Section) -> Int {
        guard section.headingEndLine >= section.startLine else { return 0 }
        let line = section.headingSource.lines[0]
        let marker = line.utf8.drop { $0 == 0x20 || $0 == 0x09 }
        let sign = marker.drop { (0x30...0x39).contains($0) }
        let hasMarker =
            sign.startIndex > marker.startIndex
            ? sign.first == UInt8(ascii: ".") || sign.first == UInt8(ascii: ")")
            : sign.first == UInt8(ascii: "-") || sign.first == UInt8(ascii: "*")
                || sign.first == UInt8(ascii: "+")
        guard hasMarker, let space = sign.dropFirst().first, space == 0x20 || space == 0x09 else { return 0 }
        return columns(of: line.utf8.prefix(markerWidth(line)), wholeOf: true)
    }

    /// Whether a block stands inside the item: it is indented as far; indented code is indented further.
    private static func isInside(_ block: Block, _ itemColumns: Int) -> Bool {
        guard itemColumns > 0 else { return false }
        let text = block.source.utf8.drop { $0 == 0x20 || $0 == 0x09 }
        let isFenced = text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8)
        let least = itemColumns + (block.kind == .code && !isFenced ? 4 : 0)
        return columns(of: block.source.utf8[...], wholeOf: false) >= least
    }

    /// The column behind white space: that at the beginning of `bytes`, or all of them with each other byte as one column.
    private static func columns(of bytes: Substring.UTF8View.SubSequence, wholeOf: Bool) -> Int {
        var column = 0
        for byte in bytes {
            if byte == 0x09 {
                column += 4 - column % 4
            } else if byte == 0x20 || wholeOf {
                column += 1
            } else {
                break
            }
        }
        return column
    }

    /// `text` without the first `columns` of white space in each line, or what a line has of them; what a tab goes beyond them is
    /// left as spaces.
    private static func withoutIndentation(_ text: Substring, _ columns: Int) -> String {
        text.lines.map { line in
            var (rest, column) = (line.utf8[...], 0)
            while column < columns, let first = rest.first, first == 0x20 || first == 0x09 {
                column += first == 0x09 ? 4 - column % 4 : 1
                rest.removeFirst()
            }
            return String(repeating: " ", count: max(0, column - columns)) + String(Substring(rest))
        }.joined(separator: "\n")
    }
}
