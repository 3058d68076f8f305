internal import Splitting

/// The text of a block as it stands in its document.
enum VerbatimText {
    /// The lines of `block`; a list item without its marker, its further lines without the indentation that
    /// makes them part of the item. A line that is indented less (a lazy continuation) stays as it is.
    static func of(_ block: Block) -> String {
        guard case .listItem = block.kind else { return String(block.source) }
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
            // The byte, not the character: a mark that combines with the space is text.
            line = Substring(line.utf8.dropFirst())
            removed += first == 0x09 ? width : 1
        }
        return String(line)
    }
}
