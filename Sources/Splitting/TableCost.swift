/// What a text's tables may cost cmark at most.
///
/// cmark fills short rows up to the width of the head, so that cells can number columns × lines. And on every line
/// that looks like the rule under a head (`--|--`), it takes all of the paragraph before it for the head (200 kB
/// under 50 such lines took it 5 s).
struct TableCost {
    private var lineCount = 0
    private var columns = 0
    private var headSteps = 0
    /// The bytes since the last blank line, and whether a table has begun among them.
    private var (stretch, isInTable) = (0, false)
    private var previousCells: Int?

    /// Head steps that take cmark about half a second.
    private static let mostHeadSteps = 1_000_000

    /// Takes account of the next line.
    mutating func add(_ line: ArraySlice<UInt8>) {
        lineCount += 1
        let row = Row(line)
        if row.isBlank {
            (stretch, isInTable) = (0, false)
        } else if row.isRule, !isInTable {
            columns = max(columns, min(row.dashes, row.pipes + 1))
            // Where the line before has as many cells the table begins, and no further head is looked for.
            isInTable = row.cells != nil && row.cells == previousCells
            if !isInTable { headSteps += stretch }
        }
        if !row.isBlank { stretch += line.count + 1 }
        previousCells = row.cells
    }

    /// Whether tables can be read: no more cells than bytes or a million, no more than a million head steps.
    func isAffordable(byteCount: Int) -> Bool {
        headSteps <= Self.mostHeadSteps && columns * lineCount <= max(byteCount, 1_000_000)
    }

    /// What a line looks like as a row of a table.
    private struct Row {
        var (isBlank, isRule) = (true, true)
        var (pipes, dashes) = (0, 0)
        /// The number of cells; nil where a backslash makes it hard to tell.
        var cells: Int?

        init(_ line: ArraySlice<UInt8>) {
            var (first, last): (UInt8?, UInt8?) = (nil, nil)
            var hasBackslash = false
            for byte in line where byte != 0x20 && byte != 0x09 {
                switch byte {
                case UInt8(ascii: "|"): pipes += 1
                case UInt8(ascii: "-"): dashes += 1
                // A rule may stand in a quote or begin an item.
                case UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "*"): break
                case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
                default: isRule = false
                }
                hasBackslash = hasBackslash || byte == UInt8(ascii: "\\")
                (first, last) = (first ?? byte, byte)
            }
            isBlank = first == nil
            isRule = isRule && dashes > 0
            let outer = (first == UInt8(ascii: "|") ? 1 : 0) + (last == UInt8(ascii: "|") ? 1 : 0)
            cells = hasBackslash ? nil : max(0, pipes - outer) + 1
        }
    }
}
