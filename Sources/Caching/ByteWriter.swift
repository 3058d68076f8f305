/// Values as bytes in a row, for `ByteReader`: numbers in the machine's own order, text and lists behind their count.
///
/// What is written is read by the same program on the same kind of machine, or not at all: see `CacheKey`.
struct ByteWriter {
    /// What was written.
    private(set) var bytes: [UInt8] = []

    /// Adds a number that is not negative, in as few bytes of seven bits as it takes.
    mutating func write(_ number: Int) {
        precondition(number >= 0, "counts, places and lengths are not negative")
        var rest = UInt(number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Adds a text.
    mutating func write(_ text: String) {
        var text = text
        text.withUTF8 {
            write($0.count)
            bytes.append(contentsOf: $0)
        }
    }

    /// Adds a text that may be none.
    mutating func write(_ text: String?) {
        write(text == nil ? 0 : 1)
        if let text { write(text) }
    }

    /// Adds numbers of a fixed size as they stand in memory.
    mutating func write<Element: BitwiseCopyable>(_ list: [Element]) {
        list.withUnsafeBufferPointer { write($0) }
    }

    /// Adds numbers of a fixed size as they stand in memory.
    mutating func write<Element: BitwiseCopyable>(_ list: UnsafeBufferPointer<Element>) {
        write(list.count)
        bytes.append(contentsOf: UnsafeRawBufferPointer(list))
    }
}
