/// POSIX's named character classes, `[:alpha:]` and its like inside a bracket of a glob: ASCII only, whatever
/// the locale, and with git's idea of white space (no vertical tab, no form feed).
enum CharacterClass: String {
    case alnum, alpha, blank, cntrl, digit, graph, lower, print, punct, space, upper, xdigit

    /// Whether a byte belongs to the class.
    func contains(_ byte: UInt8) -> Bool {
        let isGraphic = (0x21...0x7E).contains(byte)
        let isAlphanumeric = Self.isLetter(byte) || Self.isDigit(byte)
        return switch self {
        case .alnum: isAlphanumeric
        case .alpha: Self.isLetter(byte)
        case .blank: byte == 0x20 || byte == 0x09
        case .cntrl: byte < 0x20 || byte == 0x7F
        case .digit: Self.isDigit(byte)
        case .graph: isGraphic
        case .lower: (0x61...0x7A).contains(byte)
        case .print: isGraphic || byte == 0x20
        case .punct: isGraphic && !isAlphanumeric
        case .space: byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
        case .upper: (0x41...0x5A).contains(byte)
        case .xdigit: Self.isDigit(byte) || (0x61...0x66).contains(byte | 0x20)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
