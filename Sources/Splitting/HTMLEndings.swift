/// Where tags, comments, scripts and styles end. Remembers what has no end any more, so that looking for it stays linear.
struct HTMLEndings {
    private var (hasComments, hasTags, hasQuotedTags) = (true, true, true)
    private var namesWithoutEnd: Set<String> = []

    /// The index behind the `-->` at `start` or later.
    mutating func comment(after start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard hasComments else { return nil }
        var from = start
        while let dash = bytes.firstIndex(of: UInt8(ascii: "-"), in: min(from, bytes.count)..<bytes.count) {
            if bytes.holds("-->", at: dash) { return dash + 3 }
            from = dash + 1
        }
        hasComments = false
        return nil
    }

    /// The index behind the `>` that ends a tag whose name ends at `start`. One between the quotes of an attribute ends none, unless
    /// no tag would end then: a quote may stand alone.
    mutating func tag(after start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard hasTags else { return nil }
        if hasQuotedTags {
            if let end = Self.quotedTag(after: start, in: bytes) { return end }
            hasQuotedTags = false
        }
        let end = bytes.firstIndex(of: UInt8(ascii: ">"), in: start..<bytes.count)
        hasTags = end != nil
        return end.map { $0 + 1 }
    }

    private static func quotedTag(after start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var (index, isValue) = (start, false)
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: ">"): return index + 1
            case UInt8(ascii: "\"") where isValue, UInt8(ascii: "'") where isValue:
                guard let quote = bytes.firstIndex(of: byte, in: index + 1..<bytes.count) else { return nil }
                index = quote
                isValue = false
            case 0x20, 0x09, 0x0A, 0x0D: break
            default: isValue = byte == UInt8(ascii: "=")
            }
            index += 1
        }
        return nil
    }

    /// Where the closing tag of a script or style begins, at `start` or later.
    mutating func code(after start: Int, named name: String, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !namesWithoutEnd.contains(name) else { return nil }
        var from = start
        while let bracket = bytes.firstIndex(of: UInt8(ascii: "<"), in: from..<bytes.count) {
            if let tag = HTMLTag(bytes, at: bracket), tag.isClosing, tag.name == name { return bracket }
            from = bracket + 1
        }
        namesWithoutEnd.insert(name)
        return nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether `text` stands at `index`.
    func holds(_ text: StaticString, at index: Int) -> Bool {
        index + text.utf8CodeUnitCount <= count
            && (0..<text.utf8CodeUnitCount).allSatisfy { self[index + $0] == text.utf8Start[$0] }
    }
}
