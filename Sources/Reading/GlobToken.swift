/// One step of a compiled glob.
enum GlobToken: Sendable, Equatable {
    /// This byte.
    case byte(UInt8)

    /// `?`: one byte, not a slash.
    case anyByte

    /// `[…]`: one byte of the set, never a slash.
    case oneOf(ByteSet)

    /// `*`: any number of bytes, none of them a slash.
    case anyRun

    /// `**` that stands for whole path components at the end: any number of bytes.
    case anything

    /// `**/`: nothing, or any bytes that end in a slash.
    case folders

    /// Whether the token stands for this one byte. `false` for the tokens of any length.
    func accepts(_ byte: UInt8) -> Bool {
        switch self {
        case .byte(let expected): byte == expected
        case .anyByte: byte != UInt8(ascii: "/")
        case .oneOf(let set): byte != UInt8(ascii: "/") && set.contains(byte)
        case .anyRun, .anything, .folders: false
        }
    }
}
