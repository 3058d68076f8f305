/// White space in a text of Unicode scalars, and how it collapses.
enum WhiteSpace {
    /// U+0020.
    static let space: UInt32 = 0x20

    /// Whether a scalar is white space as Python's `\s` sees it: Unicode's White_Space property and the four
    /// information separators U+001C to U+001F.
    @inline(__always)
    static func contains(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 {
            return scalar == 0x20 || (scalar >= 9 && scalar <= 13) || (scalar >= 28 && scalar <= 31)
        }
        switch scalar {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
        default: return false
        }
    }

    /// Makes every run of two or more white-space scalars one space and leaves single ones, in place. O(length).
    static func collapseLongRuns(_ scalars: inout [UInt32]) {
        var written = 0
        var read = 0
        while read < scalars.count {
            var end = read
            while end < scalars.count, contains(scalars[end]) { end += 1 }
            scalars[written] = end - read >= 2 ? 0x20 : scalars[read]
            written += 1
            read = max(end, read + 1)
        }
        scalars.removeLast(scalars.count - written)
    }
}
