/// A folder that holds `.git`, as far as ignore rules depend on it.
struct Repository {
    /// The real path, with a slash at the end.
    let folder: [UInt8]
    private let tree: any FileTree

    /// The repository around a folder: the folder itself or its nearest ancestor that holds `.git`.
    ///
    /// - Parameter path: a real path with a slash at the end.
    init?(around path: [UInt8], in tree: any FileTree) {
        var folder = path
        while !Self.exists(folder + Self.gitName, in: tree) {
            guard let slash = folder.dropLast().lastIndex(of: UInt8(ascii: "/")) else { return nil }
            folder.removeSubrange((slash + 1)...)
        }
        self.folder = folder
        self.tree = tree
    }

    /// A repository known to be here.
    init(folder: [UInt8], in tree: any FileTree) {
        self.folder = folder
        self.tree = tree
    }

    /// The name `.git`.
    static let gitName = Array(".git".utf8)

    /// The file with the repository's own rules, which may not exist. In a linked working tree or a submodule
    /// `.git` is a file that says where the repository is, and `commondir` there says where its main one is.
    var excludeFile: [UInt8] {
        var gitFolder = folder + Self.gitName
        if let target = firstLine(ofFile: gitFolder), target.starts(with: "gitdir: ".utf8) {
            gitFolder = Self.path(Array(target.dropFirst(8)), from: folder)
        }
        gitFolder = ShownPath.prefix(ofFolder: gitFolder)
        if let common = firstLine(ofFile: gitFolder + Array("commondir".utf8)) {
            gitFolder = ShownPath.prefix(ofFolder: Self.path(common, from: gitFolder))
        }
        return gitFolder + Array("info/exclude".utf8)
    }

    private static func path(_ path: [UInt8], from folder: [UInt8]) -> [UInt8] {
        path.first == UInt8(ascii: "/") ? path : folder + path
    }

    private static func exists(_ path: [UInt8], in tree: any FileTree) -> Bool {
        (try? tree.kind(of: path, followingLinks: true)) != nil
    }

    /// The first line of a small file; `nil` if it is empty, not a file, larger than two paths can be, or holds
    /// a NUL.
    private func firstLine(ofFile path: [UInt8]) -> [UInt8]? {
        let bytes = try? tree.contents(of: path, opening: .regularFileOnly, limitBytes: 8192)
        guard let line = bytes?.prefix(while: { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }),
            !line.isEmpty, !line.contains(0)
        else { return nil }
        return Array(line)
    }
}
