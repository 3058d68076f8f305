internal import Reading
internal import Splitting

/// A record file of any bytes gives records in the order of their lines, and says what it skipped.
enum RecordFuzz {
    static func faults(of bytes: [UInt8], format: DocumentFormat) -> [String] {
        guard let document = Document(path: "a", format: format, bytes: bytes) else { return [] }
        let splitter = Splitter()
        var (line, faults): (Int, [String]) = (0, [])
        var pieces = splitter.pieces(of: [document])
        while let piece = pieces.next() {
            for section in splitter.split(piece).sections {
                if section.startLine < line || section.endLine < section.startLine {
                    faults.append(
                        "a record on lines \(section.startLine)-\(section.endLine) follows line \(line)")
                }
                line = section.startLine
                // Rows of JSON may share a line; a block's lines are its record's.
                if section.blocks.contains(where: {
                    $0.startLine != section.startLine || $0.endLine != section.endLine
                }) {
                    faults.append("the text of the record on line \(line) stands on other lines")
                }
            }
        }
        return faults
    }
}
