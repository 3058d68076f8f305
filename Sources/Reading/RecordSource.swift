/// Where the bytes of a record file come from: nothing is read before it is opened.
public struct RecordSource: Sendable, Equatable {
    private let origin: Origin
    /// How the file's name says it is packed; nil leaves it to its first bytes.
    private let compression: Compression?

    private enum Origin {
        case file(path: [UInt8], opening: FileOpening)
        case standardInput(first: [UInt8], next: StandardInput)
        case memory([UInt8])
    }

    /// The bytes of a file.
    init(path: [UInt8], opening: FileOpening, compression: Compression?) {
        origin = .file(path: path, opening: opening)
        self.compression = compression
    }

    /// What comes in on standard input. Its first bytes are asked for now: a stream that can't be read is no input at all.
    init(standardInput next: @escaping StandardInput) throws(ReadingError) {
        origin = .standardInput(first: try next(), next: next)
        compression = nil
    }

    /// Bytes at hand, packed or not.
    public init(bytes: [UInt8]) { self.init(bytes: bytes, compression: nil) }

    /// Bytes at hand of a file whose name says how it is packed; nil leaves it to the first bytes.
    package init(bytes: [UInt8], compression: Compression?) {
        origin = .memory(bytes)
        self.compression = compression
    }

    /// The bytes from the beginning; those of standard input from where they were left.
    package func open() -> ByteStream {
        do throws(SkipReason) {
            switch origin {
            case .file(let path, let opening):
                let file = try OpenFile(path: path, opening: opening)
                return ByteStream(UnpackedBytes(compression: compression, input: file.read))
            case .standardInput(let first, let next): return stream(of: PartReader(first, then: next))
            case .memory(let bytes):
                return stream(of: PartReader(bytes) { () throws(ReadingError) -> [UInt8] in [] })
            }
        } catch {
            return ByteStream(UnpackedBytes(fault: error))
        }
    }

    private func stream(of parts: PartReader) -> ByteStream {
        ByteStream(UnpackedBytes(compression: compression, input: parts.read))
    }

    /// Whether both are the same file or the same bytes. There is one standard input.
    public static func == (a: RecordSource, b: RecordSource) -> Bool {
        switch (a.origin, b.origin) {
        case (.file(let path, let opening), .file(let other, let otherOpening)):
            path == other && opening == otherOpening && a.compression == b.compression
        case (.memory(let bytes), .memory(let other)): bytes == other
        case (.standardInput, .standardInput): true
        default: false
        }
    }
}

/// Gives the next bytes of standard input, none at its end.
public typealias StandardInput = @Sendable () throws(ReadingError) -> [UInt8]

/// Deals parts of any size out in the sizes that are asked for.
private final class PartReader {
    private let next: () throws(ReadingError) -> [UInt8]
    private var part: ArraySlice<UInt8>

    init(_ first: [UInt8], then next: @escaping () throws(ReadingError) -> [UInt8]) {
        self.part = first[...]
        self.next = next
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SkipReason) -> Int {
        if part.isEmpty {
            do throws(ReadingError) {
                part = try next()[...]
            } catch {
                throw error.skipReason
            }
        }
        let count = min(part.count, buffer.count)
        buffer.copyBytes(from: part.prefix(count))
        part = part.dropFirst(count)
        return count
    }
}
