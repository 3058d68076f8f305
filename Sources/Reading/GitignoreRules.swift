/// The `.gitignore` files that bear on one folder, from the repository's root down.
///
/// A value: each folder of a walk has its own, the parent's and one more. Rules say what is ignored by a
/// match of its own; that an ignored folder's content stays ignored is the walk's part, which does not enter.
struct GitignoreRules: Sendable {
    private struct Scope: Sendable {
        let globs: GlobList
        /// The length of the real path, with the slash at its end, of the folder the globs are anchored at.
        let folderLength: Int
    }

    /// The weakest first: `info/exclude`, then the files from the root down.
    private var scopes: [Scope] = []

    /// Adds the rules of a file, stronger than those there are, anchored at a folder.
    mutating func add(_ contents: [UInt8], anchoredAt folder: [UInt8]) {
        let globs = GlobList(gitignore: contents)
        if !globs.isEmpty { scopes.append(Scope(globs: globs, folderLength: folder.count)) }
    }

    /// Whether a real path, inside every folder that rules were added for, is ignored. The closest file with
    /// a match decides, and in it the last match. A link is a file here, as it is to git.
    func ignores(_ path: [UInt8], isFolder: Bool) -> Bool {
        for scope in scopes.reversed() {
            if let match = scope.globs.lastMatch(path[scope.folderLength...], isFolder: isFolder) {
                return !match.isNegated
            }
        }
        return false
    }
}
