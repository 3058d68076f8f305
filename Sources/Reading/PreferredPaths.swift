/// Patterns that say which paths are preferred to others: the earlier the pattern, the more.
public struct PreferredPaths: Sendable {
    private let patterns: [GlobList]
    private let base: [UInt8]

    /// Compiles `globs`, patterns as in .gitignore.
    ///
    /// - Parameter base: the path from the folder that the patterns start in to the current one, ending in a slash, or
    ///   empty.
    /// - Throws: `ReadingError.invalidGlob` for the first that can never match.
    public init(_ globs: [String], base: String = "") throws(ReadingError) {
        var patterns: [GlobList] = []
        for glob in globs { patterns.append(try GlobList(arguments: [glob])) }
        self.patterns = patterns
        self.base = Array(base.utf8)
    }

    /// The index of the first pattern that matches `path`, as it is shown, or a folder that it lies in; nil where none
    /// does.
    public func rank(of path: String) -> Int? {
        let path = GlobAnchor.path(Array(path.utf8), at: base)
        let folderEnds = path.indices.dropFirst().filter { path[$0] == UInt8(ascii: "/") }
        return patterns.firstIndex { pattern in
            pattern.matches(path, isFolder: false)
                || folderEnds.contains { pattern.matches(path[..<$0], isFolder: true) }
        }
    }
}

extension GlobList {
    fileprivate func matches(_ path: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
        lastMatch(path, isFolder: isFolder).map { !$0.isNegated } ?? false
    }
}
