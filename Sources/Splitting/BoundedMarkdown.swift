/// Markdown as it is given to cmark: without what would take cmark 0.29 quadratic time or memory.
///
/// Three kinds of contrived text are changed or read otherwise; line breaks never are, so lines stay right.
/// - A line that opens more than 256 quotes and list items: the next mark is escaped, and the rest of the line is
///   text. cmark looks at every open container on every line (100,000 quotes and 10,000 lines took it 4 s).
/// - Tables, where rules under paragraphs that are no table heads, or short rows under very wide heads, would
///   cost more than `TableCost` allows: they are read as paragraphs.
/// - `<?` and `<!X` whose number times the length of the text around them exceeds 10⁹: the `<` becomes a space.
///   cmark looks for the end of each to the end of its paragraph (50,000 in 250 kB took it 2.7 s).
struct BoundedMarkdown {
    /// The text as UTF-8. Ends in a blank line.
    private(set) var bytes: [UInt8]
    /// Whether tables are to be read as such.
    let mayHoldTables: Bool

    static let mostMarksOnALine = 256
    private static let mostDeclarationSteps = 1_000_000_000

    init(_ text: Substring) {
        bytes = Array(text.utf8) + [0x0A, 0x0A]
        var (tables, declarations) = (TableCost(), DeclarationCost())
        var start = 0
        while start < bytes.count {
            var end = start
            while bytes[end] != 0x0A { end += 1 }
            let line = bytes[start..<end]
            if let mark = Self.markTooMany(in: line) { bytes[mark] = UInt8(ascii: "\\") }
            tables.add(line)
            declarations.add(line)
            start = end + 1
        }
        mayHoldTables = tables.isAffordable(byteCount: bytes.count)
        if declarations.steps > Self.mostDeclarationSteps { removeDeclarations() }
    }

    /// The index of the mark that would open the 257th container.
    private static func markTooMany(in line: ArraySlice<UInt8>) -> Int? {
        var (index, marks) = (line.startIndex, 0)
        while index < line.endIndex {
            switch line[index] {
            case UInt8(ascii: " "), 0x09: break
            case UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: ">"): marks += 1
            case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
                UInt8(ascii: ")"):
                if index + 1 == line.endIndex || line[index + 1] == 0x20 || line[index + 1] == 0x09 {
                    marks += 1
                }
            default: return nil
            }
            if marks > mostMarksOnALine { return index }
            index += 1
        }
        return nil
    }

    private mutating func removeDeclarations() {
        for index in bytes.indices where DeclarationCost.begins(at: index, in: bytes[...]) {
            bytes[index] = UInt8(ascii: " ")
        }
    }
}

/// What processing instructions and declarations (`<?`, `<!X`) may cost cmark at most: their number in a stretch of
/// lines without a blank one, times the stretch's bytes.
private struct DeclarationCost {
    private var (count, byteCount) = (0, 0)
    /// The sum over all stretches.
    private(set) var steps = 0

    mutating func add(_ line: ArraySlice<UInt8>) {
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
            steps += count * byteCount
            (count, byteCount) = (0, 0)
            return
        }
        byteCount += line.count + 1
        for index in line.indices where Self.begins(at: index, in: line) { count += 1 }
    }

    /// Whether a processing instruction, declaration or CDATA section begins at `index`; a comment is none.
    static func begins(at index: Int, in bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes[index] == UInt8(ascii: "<"), index + 2 < bytes.endIndex else { return false }
        let next = bytes[index + 1]
        return next == UInt8(ascii: "?") || next == UInt8(ascii: "!") && bytes[index + 2] != UInt8(ascii: "-")
    }
}
