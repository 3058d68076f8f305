/// One glob in the language of `.gitignore` lines.
///
/// Matching is over bytes: `?` and `[…]` stand for one byte of UTF-8, as in git. Letters match in their own
/// case only. Time is O(n² · m) at worst for n bytes of path and m of glob, and O(n + m) for nearly all; no
/// glob makes it exponential.
///
/// Source: gitignore(5), and git's `dir.c` and `wildmatch.c`, whose reading of corner cases this follows.
struct GlobPattern: Sendable, Equatable {
    /// `!` in front: what matches is taken back from the globs before.
    let isNegated: Bool

    /// A slash at the end: only folders match.
    let isForFoldersOnly: Bool

    /// No other slash: the glob is matched against the name alone, at any depth.
    let isForNames: Bool

    /// Whether the last component says what a file is called: there is more to it than asterisks.
    let saysName: Bool

    private let tokens: [GlobToken]

    /// Reads a line of a `.gitignore` that is not a comment, without its line end. What comes after a NUL and
    /// spaces at the end that no backslash escapes are not part of it.
    ///
    /// - Throws: the fault of a glob that can never match.
    init(line: ArraySlice<UInt8>) throws(GlobFault) {
        try self.init(bytes: line, dropsDot: false)
    }

    /// Reads a glob that somebody gave by itself: as a line, but that `#` starts no comment, and that `./` in
    /// front anchors it as `/` does.
    ///
    /// - Throws: the fault of a glob that can never match.
    init(argument: String) throws(GlobFault) {
        try self.init(bytes: Array(argument.utf8)[...], dropsDot: true)
    }

    private init(bytes: ArraySlice<UInt8>, dropsDot: Bool) throws(GlobFault) {
        var glob = Self.withoutTrailingSpaces(bytes.prefix { $0 != 0 })
        isNegated = glob.first == UInt8(ascii: "!")
        if isNegated { glob.removeFirst() }
        if dropsDot, glob.starts(with: "./".utf8) { glob.removeFirst() }
        isForFoldersOnly = glob.last == UInt8(ascii: "/")
        if isForFoldersOnly { glob.removeLast() }
        isForNames = !glob.contains(UInt8(ascii: "/"))
        if glob.first == UInt8(ascii: "/") { glob.removeFirst() }
        guard !glob.isEmpty else { throw .empty }
        let lastComponent = glob.split(separator: UInt8(ascii: "/")).last ?? []
        saysName = lastComponent.contains { $0 != UInt8(ascii: "*") }
        tokens = try GlobParser.tokens(of: glob)
    }

    /// Whether the glob matches a path.
    ///
    /// - Parameter path: relative to the folder that the glob is anchored at, without a slash at either end.
    func matches(_ path: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
        if isForFoldersOnly && !isFolder { return false }
        guard isForNames, let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return matchesWhole(path) }
        return matchesWhole(path[(slash + 1)...])
    }

    /// A place in the glob and one in the path.
    private struct Cursor {
        var token: Int
        var position: Int
    }

    /// Goes through glob and path side by side. After a mismatch the last `*` takes one byte more, and if it
    /// has come to a slash, the last `**` takes more. Earlier asterisks need no second try: whatever they
    /// could leave to the later one, it can take by itself.
    private func matchesWhole(_ path: ArraySlice<UInt8>) -> Bool {
        var cursor = Cursor(token: 0, position: path.startIndex)
        var run: Cursor?
        var crossing: Cursor?
        while cursor.token < tokens.count || cursor.position < path.endIndex {
            switch cursor.token < tokens.count ? tokens[cursor.token] : nil {
            case .anyRun?:
                cursor.token += 1
                run = cursor
            case .anything?, .folders?:
                cursor.token += 1
                (run, crossing) = (nil, cursor)
            case let single? where cursor.position < path.endIndex && single.accepts(path[cursor.position]):
                cursor.token += 1
                cursor.position += 1
            default:
                guard let next = lengthened(&run, in: path) ?? lengthened(&crossing, in: path) else {
                    return false
                }
                cursor = next
            }
        }
        return true
    }

    /// Where to go on if a token of any length, the one before `retry`, takes the least more that it can;
    /// `nil`, and no further try, if it can't.
    private func lengthened(_ retry: inout Cursor?, in path: ArraySlice<UInt8>) -> Cursor? {
        guard let start = retry else { return nil }
        let rest = path[start.position...]
        let end: Int? =
            switch tokens[start.token - 1] {
            case .anyRun where rest.first == UInt8(ascii: "/"): nil
            case .folders: rest.firstIndex(of: UInt8(ascii: "/")).map { $0 + 1 }
            default: rest.isEmpty ? nil : start.position + 1
            }
        retry = end.map { Cursor(token: start.token, position: $0) }
        return retry
    }

    private static func withoutTrailingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = line.startIndex
        var position = line.startIndex
        while position < line.endIndex {
            let isEscape = line[position] == UInt8(ascii: "\\")
            if isEscape && position + 1 == line.endIndex { return line }
            position += isEscape ? 2 : 1
            if isEscape || line[position - 1] != UInt8(ascii: " ") { end = position }
        }
        return line[..<end]
    }
}
