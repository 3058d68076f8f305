/// How a record file is packed.
public enum Compression: String, Sendable {
    /// DEFLATE in gzip's frame, any number of members one after the other: `.gz`.
    case gzip

    /// Zstandard, any number of frames one after the other: `.zst`.
    case zstd

    /// What the extension of a file name stands for, upper or lower case; nil for any other.
    init?(extension name: String) {
        switch name.lowercased() {
        case "gz": self = .gzip
        case "zst": self = .zstd
        default: return nil
        }
    }

    /// What the first bytes of a file say; nil where neither begins so. No text in UTF-8 does.
    init?(firstBytes bytes: ArraySlice<UInt8>) {
        if bytes.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
            self = .zstd
        } else {
            return nil
        }
    }

    /// What unpacks it.
    var decoder: any StreamDecoder {
        switch self {
        case .gzip: GzipDecoder()
        case .zstd: ZstdDecoder()
        }
    }
}

/// Unpacks a stream piece by piece.
protocol StreamDecoder: AnyObject {
    /// Whether the packed data may end here: between two members or frames.
    var isBetweenMembers: Bool { get }

    /// Unpacks as much of `input` as `output` has room for. Where neither moves, more input is needed.
    func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> DecodingStep
}

/// How far one call of a decoder got.
struct DecodingStep {
    /// How many bytes of the input were taken.
    var consumed: Int
    /// How many bytes were written.
    var produced: Int
    /// Whether the input goes on with what is not packed data; what was written before that is sound.
    var isCorrupt = false
}
