/// Reads what `ByteWriter` wrote, each value as it was written. Every read is checked against the end: bytes that are something
/// else give nil, never a wrong address.
///
/// Invariant: `place` lies in `0...bytes.count`, and the bytes are valid for as long as the closure runs that has the reader.
struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    /// Makes a reader of bytes that outlive it.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Whether everything is read.
    var isAtEnd: Bool { place == bytes.count }

    /// The next number.
    mutating func number() -> Int? {
        var (result, shift): (UInt, UInt) = (0, 0)
        while place < bytes.count, shift < 63 {
            let byte = bytes[place]
            place += 1
            result |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(exactly: result) }
            shift += 7
        }
        return nil
    }

    /// The next text.
    mutating func text() -> String? {
        guard let count = number(), let part = take(count) else { return nil }
        return String(decoding: part, as: UTF8.self)
    }

    /// The next text that may be none: nil where it can't be read, `.some(nil)` where it is none.
    mutating func optionalText() -> String?? {
        guard let isThere = number() else { return nil }
        guard isThere == 1 else { return .some(nil) }
        return text().map { .some($0) }
    }

    /// The next list of numbers of a fixed size.
    mutating func list<Element: BitwiseCopyable>(of type: Element.Type = Element.self) -> [Element]? {
        let stride = MemoryLayout<Element>.stride
        guard let count = number(), count <= bytes.count / stride, let part = take(count * stride) else {
            return nil
        }
        return [Element](unsafeUninitializedCapacity: count) { output, initialized in
            UnsafeMutableRawBufferPointer(output).copyMemory(from: part)
            initialized = count
        }
    }

    private mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
        guard count <= bytes.count - place else { return nil }
        defer { place += count }
        return UnsafeRawBufferPointer(rebasing: bytes[place..<place + count])
    }
}
