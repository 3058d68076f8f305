/// Texts by number, as bytes one after the other: what a report says of each section, made once.
struct TextTable: Sendable {
    private(set) var bytes: [UInt8] = []
    private var starts = [0]

    /// Makes a table of what `write` adds for each number in `0 ..< count`.
    init(count: Int, _ write: (Int, inout [UInt8]) -> Void) {
        starts.reserveCapacity(count + 1)
        for number in 0..<count {
            write(number, &bytes)
            starts.append(bytes.count)
        }
    }

    /// Where the text with this number stands in `bytes`.
    func range(of number: Int) -> Range<Int> { starts[number]..<starts[number + 1] }

    /// The bytes of the text with this number.
    subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(of: number)] }
}
