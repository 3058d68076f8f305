/// A pattern that says which folders are trees of their own.
public struct FolderPattern: Sendable {
    private let pattern: GlobPattern
    private let base: [UInt8]

    /// Compiles `glob`, a pattern as in .gitignore.
    ///
    /// - Parameter base: as for `PreferredPaths`.
    /// - Throws: `ReadingError.invalidGlob` where it can never match.
    public init(_ glob: String, base: String = "") throws(ReadingError) {
        do throws(GlobFault) {
            pattern = try GlobPattern(argument: glob)
        } catch {
            throw .invalidGlob(pattern: glob, fault: error)
        }
        self.base = Array(base.utf8)
    }

    /// The outermost folder of `path`, as it is shown, that matches: the start of the path up to the folder's end; nil where
    /// none does.
    public func folder(of path: String) -> Substring? {
        let anchored = GlobAnchor.path(Array(path.utf8), at: base)
        for end in anchored.indices.dropFirst() where anchored[end] == UInt8(ascii: "/") {
            guard pattern.matches(anchored[..<end], isFolder: true) else { continue }
            // What stands behind the folder is the same in the anchored path and the shown one, which can begin inside it.
            let rest = path.utf8.index(
                path.utf8.endIndex, offsetBy: end - anchored.endIndex, limitedBy: path.utf8.startIndex)
            return path[..<(rest ?? path.startIndex)]
        }
        return nil
    }
}
