/// Looks for bytes that are not UTF-8, by table 3-7 of the Unicode Standard.
enum UTF8Check {
    /// Where the first ill-formed sequence in `range` begins; nil where there is none. O(bytes), eight ASCII ones a step.
    static func firstFault(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        let end = range.upperBound
        var at = range.lowerBound
        precondition(at >= 0 && end <= bytes.count, "the range lies in the bytes")
        while at < end {
            if at + 8 <= end, ByteWord(bytes, at).isASCII {
                at += 8
                continue
            }
            let length = lengthOfSequence(bytes, at, end)
            if length == 0 { return at }
            at += length
        }
        return nil
    }

    /// The length of the well-formed sequence at `at`, 0 where there is none.
    private static func lengthOfSequence(
        _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int
    ) -> Int {
        let lead = bytes[at]
        if lead < 0x80 { return 1 }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard lead >= 0xC2, lead <= 0xF4, at + length <= end else { return 0 }
        let second: ClosedRange<UInt8> =
            switch lead {
            case 0xE0: 0xA0...0xBF
            case 0xED: 0x80...0x9F
            case 0xF0: 0x90...0xBF
            case 0xF4: 0x80...0x8F
            default: 0x80...0xBF
            }
        guard second.contains(bytes[at + 1]) else { return 0 }
        for offset in 2..<max(2, length) where bytes[at + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
