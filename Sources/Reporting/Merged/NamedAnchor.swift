internal import Splitting

/// The anchor that a heading names itself: `{#name}`, `{: #name .class}`, `{/* #name */}` behind its words.
enum NamedAnchor {
    /// What makes the heading name `anchor`; nil where it names none, or this one.
    ///
    /// - Parameter heading: its lines as they stand; the anchor stands in the first.
    static func edit(in heading: [UInt8], to anchor: String) -> TextEdit? {
        let line = heading.prefix { $0 != 0x0A }
        let text = String(decoding: line, as: UTF8.self)
        guard !anchor.isEmpty, let name = HeadingWords.anchor(of: text),
            !name.utf8.elementsEqual(anchor.utf8), let open = line.lastIndex(of: UInt8(ascii: "{"))
        else { return nil }
        let sign = [UInt8(ascii: "#")] + name.utf8
        guard let start = line.indices.last(where: { $0 > open && line[$0...].starts(with: sign) }) else {
            return nil
        }
        return TextEdit(range: start..<start + sign.count, text: [UInt8(ascii: "#")] + anchor.utf8)
    }
}
