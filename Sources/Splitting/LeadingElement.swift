/// The heading or summary that raw HTML begins with: `<h2>`, or `<summary>`, in `<details>` or without.
struct LeadingElement {
    /// What the element is.
    enum Kind: Equatable {
        /// `<h1>` to `<h6>`.
        case heading(level: Int)
        /// `<summary>`.
        case summary
    }

    let kind: Kind
    /// Its words.
    let text: String
    /// How many lines it takes, with those above it.
    let lineCount: Int
    /// How many lines stand above it that close what another element opened: the end of the answer before.
    let closingLineCount: Int

    /// The element that `html` begins with, of a `<summary>` that blank lines cut what stands above the first of them; nil where it begins with another, with words, or where words follow on the line
    /// that the element ends on. O(length up to the element's end).
    init?(_ html: Substring) {
        let bytes = Array(html.utf8)
        var index = Self.skippingSpace(bytes, 0)
        while Self.closesAround(bytes, index), let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) {
            index = Self.skippingSpace(bytes, end + 1)
        }
        closingLineCount =
            bytes[..<index].contains(UInt8(ascii: ">")) ? bytes[..<index].count { $0 == 0x0A } : 0
        var openings = 0
        // Tags around the element: `<details>`, `<div>`; nothing else.
        while index < bytes.count, openings < 2, Self.kind(bytes, index) == nil,
            Self.mayStandAround(bytes, index),
            let end = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
        {
            (index, openings) = (Self.skippingSpace(bytes, end + 1), openings + 1)
        }
        guard let (kind, name) = Self.kind(bytes, index),
            let open = bytes[index...].firstIndex(of: UInt8(ascii: ">")),
            let close = Self.closing(name, bytes, after: open + 1)
                ?? (kind == .summary ? (bytes.count, bytes.count) : nil)
        else { return nil }
        let lineEnd = bytes[close.end...].firstIndex(of: 0x0A) ?? bytes.count
        let behind = String(decoding: bytes[close.end..<lineEnd], as: UTF8.self)
        guard HTMLText.withoutTags(behind).isEmpty else { return nil }
        self.kind = kind
        text = HTMLText.withoutTags(String(decoding: bytes[(open + 1)..<close.start], as: UTF8.self))
        lineCount = bytes[..<lineEnd].count { $0 == 0x0A } + 1
    }

    private static func skippingSpace(_ bytes: [UInt8], _ start: Int) -> Int {
        bytes[start...].firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A } ?? bytes.count
    }

    private static func kind(_ bytes: [UInt8], _ index: Int) -> (Kind, name: [UInt8])? {
        if begins(bytes, index, "<summary") { return (.summary, Array("summary".utf8)) }
        guard begins(bytes, index, "<h"), index + 3 < bytes.count, (0x31...0x36).contains(bytes[index + 2]),
            [0x20, 0x09, 0x0A, UInt8(ascii: ">")].contains(bytes[index + 3])
        else { return nil }
        return (.heading(level: Int(bytes[index + 2]) - 0x30), [UInt8(ascii: "h"), bytes[index + 2]])
    }

    private static func mayStandAround(_ bytes: [UInt8], _ index: Int) -> Bool {
        ["<details", "<div", "<center"].contains { begins(bytes, index, $0) }
    }

    private static func closesAround(_ bytes: [UInt8], _ index: Int) -> Bool {
        ["</details", "</div", "</center"].contains { begins(bytes, index, $0) }
    }

    private static func closing(
        _ name: [UInt8], _ bytes: [UInt8], after start: Int
    ) -> (start: Int, end: Int)? {
        let tag = [UInt8(ascii: "<"), UInt8(ascii: "/")] + name
        var index = start
        while let found = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            if found + tag.count < bytes.count,
                zip(tag, bytes[found...]).allSatisfy({ $0 == $1 || $1 | 0x20 == $0 }),
                let end = bytes[found...].firstIndex(of: UInt8(ascii: ">"))
            {
                return (found, end + 1)
            }
            index = found + 1
        }
        return nil
    }

    /// Whether `bytes` have `word`, in upper or lower case, at `index`.
    private static func begins(_ bytes: [UInt8], _ index: Int, _ word: StaticString) -> Bool {
        guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<word.utf8CodeUnitCount).allSatisfy { offset in
            let (byte, expected) = (bytes[index + offset], word.utf8Start[offset])
            return byte == expected || (0x41...0x5A).contains(byte) && byte | 0x20 == expected
        }
    }
}
