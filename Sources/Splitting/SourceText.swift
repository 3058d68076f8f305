/// A document's text with its lines numbered, for cutting verbatim pieces by line.
///
/// Lines end at LF and count from 1. A last line without LF counts; nothing after a final LF does.
struct SourceText: Sendable {
    private let text: String
    /// Byte offset of each line's first byte, and after the last line the number of bytes.
    private let starts: [Int]

    init(_ text: String) {
        var text = text
        text.makeContiguousUTF8()
        self.text = text
        var starts = [0]
        text.withUTF8 { bytes in
            for offset in 0..<bytes.count where bytes[offset] == 0x0A && offset + 1 < bytes.count {
                starts.append(offset + 1)
            }
            if !bytes.isEmpty { starts.append(bytes.count) }
        }
        self.starts = starts
    }

    /// How many lines there are.
    var lineCount: Int { starts.count - 1 }

    /// The lines `first ... last` verbatim, without the last one's line break; empty where `last < first`.
    func lines(_ first: Int, _ last: Int) -> Substring {
        guard first <= last else { return "" }
        let utf8 = text.utf8
        var end = starts[last]
        let begin = starts[first - 1]
        if end > begin, utf8[utf8.index(utf8.startIndex, offsetBy: end - 1)] == 0x0A { end -= 1 }
        return text[utf8.index(utf8.startIndex, offsetBy: begin)..<utf8.index(utf8.startIndex, offsetBy: end)]
    }

    /// Line `number` verbatim, without its line break.
    func line(_ number: Int) -> Substring { lines(number, number) }

    /// Whether line `number` holds nothing but white space, Unicode's included.
    func isBlank(_ number: Int) -> Bool {
        // Scalars, not characters: a space with a combining accent is something to see.
        line(number).unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    /// The lines from the first to the last in `first ... last` that are not blank; nil where all are.
    func linesWithText(_ first: Int, _ last: Int) -> ClosedRange<Int>? {
        var (first, last) = (first, last)
        while first <= last, isBlank(first) { first += 1 }
        while first < last, isBlank(last) { last -= 1 }
        return first <= last ? first...last : nil
    }
}
