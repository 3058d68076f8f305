/// Where globs start: the paths that they see.
enum GlobAnchor {
    /// A shown path from the folder that globs are anchored in, without the slash of an absolute one.
    ///
    /// - Parameter base: the path from that folder to the current one, ending in a slash, or empty.
    static func path(_ shownPath: [UInt8], at base: [UInt8]) -> ArraySlice<UInt8> {
        if shownPath.first == UInt8(ascii: "/") { return shownPath.dropFirst() }
        if base.isEmpty { return shownPath[...] }
        var (base, path) = (base[...], shownPath[...])
        while !base.isEmpty, path.starts(with: Array("../".utf8)) {
            path = path.dropFirst(3)
            let parent = base.dropLast().lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? base.startIndex
            base = base[..<parent]
        }
        return Array(base + path)[...]
    }
}
