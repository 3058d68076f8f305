/// Bytes that others take the place of.
struct TextEdit {
    /// The bytes; an empty range puts something in.
    let range: Range<Int>
    /// What stands there afterwards.
    let text: [UInt8]

    /// The same with its range so many bytes further on.
    func moved(by offset: Int) -> TextEdit {
        TextEdit(range: range.lowerBound + offset..<range.upperBound + offset, text: text)
    }

    /// `bytes` with the edits, which do not overlap. O(n + m log m).
    static func apply(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
        var (result, next): ([UInt8], Int) = ([], 0)
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            result += bytes[next..<edit.range.lowerBound]
            result += edit.text
            next = edit.range.upperBound
        }
        return result + bytes[next...]
    }
}
