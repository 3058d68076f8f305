/// Where stretches of inline Markdown end in which brackets mean nothing.
enum InlineSpan {
    /// Behind the code span that the backticks at `start` open; behind the backticks where nothing closes them.
    static func endOfCode(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
        let opening = run(bytes, from: start, to: end)
        var index = opening
        while index < end {
            guard bytes[index] == UInt8(ascii: "`") else {
                index += 1
                continue
            }
            let closing = run(bytes, from: index, to: end)
            if closing - index == opening - start { return closing }
            index = closing
        }
        return opening
    }

    /// Behind the autolink, tag or comment that begins at `start`; nil where none does.
    static func endOfTag(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
        guard start + 1 < end, isTagStart(bytes[start + 1]) else { return nil }
        let isAutolink = bytes[(start + 1)..<end].prefix { !"<>".utf8.contains($0) && !isSpace($0) }
            .contains(UInt8(ascii: ":"))
        var quote: UInt8?
        for index in start + 1..<end {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return index + 1
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), !isAutolink {
                quote = byte
            } else if byte == UInt8(ascii: "<") || (byte == UInt8(ascii: "[") && !isAutolink) {
                // No tag holds a bracket outside of quotes.
                return nil
            } else if isAutolink, isSpace(byte) {
                return nil
            }
        }
        return nil
    }

    /// Behind the destination and title in parentheses that begin at `start`; nil where they are none.
    static func endOfDestination(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
        var index = afterSpace(bytes, from: start + 1, to: end)
        guard let behind = endOfAddress(bytes, from: index, to: end) else { return nil }
        index = afterSpace(bytes, from: behind, to: end)
        if index < end, index > behind, let closing = titleEnd(bytes[index]) {
            var title = index + 1
            while title < end, bytes[title] != closing { title += bytes[title] == UInt8(ascii: "\\") ? 2 : 1 }
            index = afterSpace(bytes, from: title + 1, to: end)
        }
        return index < end && bytes[index] == UInt8(ascii: ")") ? index + 1 : nil
    }

    /// The address of the destination whose parenthesis stands at `start`, without angle brackets.
    static func address(_ bytes: [UInt8], from start: Int, to end: Int) -> Range<Int> {
        let first = afterSpace(bytes, from: start + 1, to: end)
        return inAngles(bytes, first..<(endOfAddress(bytes, from: first, to: end) ?? first))
    }

    /// `address` without the angle brackets around it, if any.
    static func inAngles(_ bytes: [UInt8], _ address: Range<Int>) -> Range<Int> {
        guard address.count > 1, bytes[address.lowerBound] == UInt8(ascii: "<") else { return address }
        return address.lowerBound + 1..<address.upperBound - 1
    }

    /// Behind the address at `start`: one in angle brackets, or one without spaces and with even parentheses.
    static func endOfAddress(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
        var (index, depth) = (start, 0)
        if index < end, bytes[index] == UInt8(ascii: "<") {
            let length = bytes[(start + 1)..<end].prefix { !"<>\n".utf8.contains($0) }.count
            index += length + 1
            return index < end && bytes[index] == UInt8(ascii: ">") ? index + 1 : nil
        }
        while index < end, !isSpace(bytes[index]) {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")") where depth == 0: return index
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            index += 1
        }
        return depth == 0 ? min(index, end) : nil
    }

    /// The first byte from `start` on that is no white space.
    static func afterSpace(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
        guard start < end else { return end }
        return bytes[start..<end].firstIndex { !isSpace($0) } ?? end
    }

    /// The sign that ends a title that begins with `opening`; nil where no title begins so.
    static func titleEnd(_ opening: UInt8) -> UInt8? {
        switch opening {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): opening
        case UInt8(ascii: "("): UInt8(ascii: ")")
        default: nil
        }
    }

    /// Whether `byte` is a space, tab or line end.
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private static func isTagStart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
            || (0x61...0x7A).contains(byte | 0x20)
    }

    private static func run(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
        bytes[start..<end].firstIndex { $0 != UInt8(ascii: "`") } ?? end
    }
}
