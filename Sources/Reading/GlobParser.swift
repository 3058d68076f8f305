/// The text of a glob → its tokens, as git's `wildmatch` reads them.
struct GlobParser {
    private let glob: ArraySlice<UInt8>
    private var position: Int
    /// Where the first of `*?[\` stands. git compares what comes before with the path byte by byte and matches
    /// the rest as a glob of its own, so a `**` just here counts as standing at the start.
    private let literalEnd: Int

    /// The tokens of a glob without `!`, without a slash at its start and without the one at its end.
    ///
    /// - Parameter glob: offsets in faults are its indices.
    /// - Throws: the first fault.
    static func tokens(of glob: ArraySlice<UInt8>) throws(GlobFault) -> [GlobToken] {
        var parser = GlobParser(glob)
        var tokens: [GlobToken] = []
        while let byte = parser.next() {
            switch byte {
            case UInt8(ascii: "\\"): tokens.append(.byte(try parser.escapedByte()))
            case UInt8(ascii: "?"): tokens.append(.anyByte)
            case UInt8(ascii: "*"): tokens.append(parser.asterisks())
            case UInt8(ascii: "["): tokens.append(.oneOf(try parser.bracket()))
            default: tokens.append(.byte(byte))
            }
        }
        return tokens
    }

    private init(_ glob: ArraySlice<UInt8>) {
        self.glob = glob
        self.position = glob.startIndex
        self.literalEnd = glob.firstIndex { "*?[\\".utf8.contains($0) } ?? glob.endIndex
    }

    private func peek(ahead: Int = 0) -> UInt8? {
        position + ahead < glob.endIndex ? glob[position + ahead] : nil
    }

    private mutating func next() -> UInt8? {
        guard let byte = peek() else { return nil }
        position += 1
        return byte
    }

    private mutating func escapedByte() throws(GlobFault) -> UInt8 {
        guard let byte = next() else { throw .trailingBackslash }
        return byte
    }

    /// One or more asterisks, of which one is read. Two or more cross slashes if a slash or the glob's end is
    /// on either side of them; else they are one.
    private mutating func asterisks() -> GlobToken {
        let start = position - 1
        while peek() == UInt8(ascii: "*") { position += 1 }
        let opensComponent =
            start == literalEnd || start == glob.startIndex || glob[start - 1] == UInt8(ascii: "/")
        guard position - start > 1, opensComponent else { return .anyRun }
        switch peek() {
        case nil:
            return .anything
        case UInt8(ascii: "/"):
            position += 1
            return .folders
        case UInt8(ascii: "\\") where peek(ahead: 1) == UInt8(ascii: "/"):
            return .anything
        default:
            return .anyRun
        }
    }

    /// A bracket whose `[` is read, up to its `]`, which stands for itself if it comes first.
    private mutating func bracket() throws(GlobFault) -> ByteSet {
        let unclosed = GlobFault.unclosedBracket(byteOffset: position - 1)
        let isNegated = peek() == UInt8(ascii: "!") || peek() == UInt8(ascii: "^")
        if isNegated { position += 1 }
        var set = ByteSet()
        var rangeStart: UInt8?
        repeat {
            rangeStart = try member(of: &set, rangeStart: rangeStart, unclosed: unclosed)
        } while peek() != UInt8(ascii: "]")
        position += 1
        return isNegated ? set.inverted : set
    }

    /// Puts one byte, named class, or the rest of a range into the set of a bracket.
    ///
    /// - Parameter rangeStart: the byte before, if a range may start with it.
    /// - Returns: the byte that a range may start with next; none after a range or a named class.
    private mutating func member(
        of set: inout ByteSet, rangeStart: UInt8?, unclosed: GlobFault
    ) throws(GlobFault) -> UInt8? {
        guard let byte = next() else { throw unclosed }
        if byte == UInt8(ascii: "-"), let rangeStart, let last = peek(), last != UInt8(ascii: "]") {
            position += 1
            guard let end = last == UInt8(ascii: "\\") ? next() : last else { throw unclosed }
            set.insertAll { $0 >= rangeStart && $0 <= end }
            return nil
        }
        if byte == UInt8(ascii: "["), let named = try characterClass(unclosed: unclosed) {
            set.insertAll(where: named.contains)
            return nil
        }
        guard let member = byte == UInt8(ascii: "\\") ? next() : byte else { throw unclosed }
        set.insert(member)
        return member
    }

    /// `[:name:]`, of which the `[` is read; `nil`, and nothing more read, if it is none.
    private mutating func characterClass(unclosed: GlobFault) throws(GlobFault) -> CharacterClass? {
        guard peek() == UInt8(ascii: ":") else { return nil }
        let start = position + 1
        guard let end = glob[start...].firstIndex(of: UInt8(ascii: "]")) else { throw unclosed }
        guard end > start, glob[end - 1] == UInt8(ascii: ":") else { return nil }
        let name = String(decoding: glob[start..<(end - 1)], as: UTF8.self)
        guard let found = CharacterClass(rawValue: name) else { throw .unknownCharacterClass(name: name) }
        position = end + 1
        return found
    }
}
