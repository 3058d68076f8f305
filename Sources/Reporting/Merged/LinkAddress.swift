/// The address of a link as it is meant: references to characters and backslashes of its mark-up are taken away, percent signs
/// stay.
struct LinkAddress: Equatable {
    /// What stands before a question mark or number sign.
    let path: [UInt8]
    /// The question mark and what follows it, up to a number sign.
    let query: [UInt8]
    /// What follows the number sign; nil without one.
    let fragment: [UInt8]?

    /// The address that is written as `bytes`.
    init(_ bytes: ArraySlice<UInt8>, isInTag: Bool) {
        let plain = Self.withoutMarkup(bytes, isInTag: isInTag)
        let sign = plain.firstIndex(of: UInt8(ascii: "#")) ?? plain.endIndex
        let question = plain[..<sign].firstIndex(of: UInt8(ascii: "?")) ?? sign
        path = Array(plain[..<question])
        query = Array(plain[question..<sign])
        fragment = sign < plain.endIndex ? Array(plain[(sign + 1)...]) : nil
    }

    /// Whether it leads from the place of its document: it has neither a scheme nor a server, does not begin at the root of a
    /// site, and no template makes it.
    var isRelative: Bool {
        guard let first = path.first else { return query.isEmpty }
        if first == UInt8(ascii: "/") || first == UInt8(ascii: "\\") || hasScheme { return false }
        return !zip(path, path.dropFirst()).contains { Self.beginsTemplate($0, $1) }
    }

    private var hasScheme: Bool {
        let scheme = path.prefix {
            Self.isLetter($0) || (0x30...0x39).contains($0) || "+-.".utf8.contains($0)
        }
        return scheme.endIndex < path.endIndex && path[scheme.endIndex] == UInt8(ascii: ":")
            && scheme.first.map(Self.isLetter) ?? false
    }

    /// Whether two bytes begin what a template fills in: `{{`, `{%`, `<%`, `${`.
    private static func beginsTemplate(_ first: UInt8, _ second: UInt8) -> Bool {
        switch second {
        case UInt8(ascii: "{"): first == UInt8(ascii: "{") || first == UInt8(ascii: "$")
        case UInt8(ascii: "%"): first == UInt8(ascii: "{") || first == UInt8(ascii: "<")
        default: false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func withoutMarkup(_ bytes: ArraySlice<UInt8>, isInTag: Bool) -> [UInt8] {
        let isPlain = !bytes.contains { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "\\") }
        if isPlain { return Array(bytes) }
        var (result, index): ([UInt8], Int) = ([], bytes.startIndex)
        while index < bytes.endIndex {
            let rest = bytes[index...]
            if !isInTag, bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex,
                isPunctuation(bytes[index + 1])
            {
                result.append(bytes[index + 1])
                index += 2
            } else if let reference = references.first(where: { rest.starts(with: $0.name.utf8) }) {
                result += reference.text.utf8
                index += reference.name.utf8.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    /// The references that addresses are written with.
    private static let references: [(name: String, text: String)] = [
        ("&amp;", "&"), ("&#38;", "&"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"),
    ]

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }
}

/// Bytes of addresses with percent signs for what can't stand for itself.
enum PercentEncoding {
    /// What `bytes` stands for; a percent sign that begins no code stands for itself.
    static func decoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let bytes = Array(bytes)
        var (result, index): ([UInt8], Int) = ([], 0)
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let code = code(bytes[index + 1], bytes[index + 2])
            {
                result.append(code)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    /// A part of a path as an address has it: what would end it, begin a query or fragment, or be read as mark-up is encoded.
    static func encoded(part: some Sequence<UInt8>) -> [UInt8] {
        let part = Array(part)
        let isText = String(validating: part, as: UTF8.self) != nil
        return part.flatMap {
            isPlain($0) && !"#%&?".utf8.contains($0) && ($0 < 0x80 || isText) ? [$0] : code(of: $0)
        }
    }

    /// A piece of an address as Markdown and HTML have it: what steers addresses stays as it is.
    static func encoded(address: some Sequence<UInt8>) -> [UInt8] {
        address.flatMap { $0 == UInt8(ascii: "&") ? Array("&amp;".utf8) : isPlain($0) ? [$0] : code(of: $0) }
    }

    /// Whether a byte is no mark-up and ends no address.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7F && !"\"'()<>\\|`".utf8.contains(byte)
    }

    private static func code(of byte: UInt8) -> [UInt8] {
        let digits = String(byte, radix: 16, uppercase: true)
        return Array("%\(digits.count < 2 ? "0" : "")\(digits)".utf8)
    }

    private static func code(_ high: UInt8, _ low: UInt8) -> UInt8? {
        guard let high = digit(high), let low = digit(low) else { return nil }
        return high << 4 | low
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
