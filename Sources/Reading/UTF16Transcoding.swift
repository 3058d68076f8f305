/// UTF-16 → UTF-8, piece by piece.
struct UTF16Transcoding {
    private let isBigEndian: Bool
    /// The first byte of a unit whose second is still to come.
    private var firstByte: UInt8?
    /// The first unit of a surrogate pair whose second is still to come.
    private var leadingSurrogate: UInt16?
    /// How many bytes were taken, the byte order mark included.
    private var offset = 2
    /// Where the bytes are not UTF-16; nothing after that is transcoded.
    private(set) var fault: SkipReason?

    /// Begins after the byte order mark.
    init(isBigEndian: Bool) {
        self.isBigEndian = isBigEndian
    }

    /// The text of the next bytes as far as its characters are complete.
    mutating func utf8(of bytes: ArraySlice<UInt8>, isAtEnd: Bool) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 3 / 2)
        for byte in bytes {
            guard fault == nil else { break }
            offset += 1
            if let first = firstByte {
                firstByte = nil
                let (high, low) = isBigEndian ? (first, byte) : (byte, first)
                add(UInt16(high) << 8 | UInt16(low), to: &text)
            } else {
                firstByte = byte
            }
        }
        if isAtEnd, fault == nil {
            if leadingSurrogate != nil {
                fault = .invalidUTF16(byteOffset: offset - 2 - (firstByte == nil ? 0 : 1))
            } else if firstByte != nil {
                fault = .invalidUTF16(byteOffset: offset - 1)
            }
        }
        return text
    }

    private mutating func add(_ unit: UInt16, to text: inout [UInt8]) {
        let isTrailing = unit & 0xFC00 == 0xDC00
        guard isTrailing == (leadingSurrogate != nil) else {
            fault = .invalidUTF16(byteOffset: offset - (leadingSurrogate == nil ? 2 : 4))
            return
        }
        if unit & 0xFC00 == 0xD800 {
            leadingSurrogate = unit
            return
        }
        let lead = leadingSurrogate.map { 0x10000 + (UInt32($0 & 0x3FF) << 10) - 0xDC00 } ?? 0
        leadingSurrogate = nil
        guard let scalar = Unicode.Scalar(lead + UInt32(unit)) else {
            preconditionFailure("surrogates are paired")
        }
        text += UTF8.encode(scalar).map(Array.init) ?? []
    }
}
