/// Which files differ from those of a commit, by their paths from the top of the working tree.
struct GitDifference {
    /// For changed files the name of the object that each was; nil for one that was none, or no regular file.
    private(set) var changed: [[UInt8]: [UInt8]?] = [:]
    /// Files that are gone, in git's order, and what they were.
    private(set) var gone: [(path: [UInt8], object: [UInt8])] = []
    private var submodules: Set<[UInt8]> = []

    private static let submodule = Array("160000".utf8)

    /// Compares.
    ///
    /// - Parameter sides: what `git diff` is to compare.
    init(_ sides: [String], in repository: GitRepository) throws(GitFault) {
        // Settings of git's user must not bear on what is found. Pages that are copied are new, so copies are not looked for.
        let options = [
            "--raw", "-z", "-M", "--no-abbrev", "--no-ext-diff", "--no-relative", "--ignore-submodules=none",
        ]
        var fields = try repository.fields(["diff"] + options + sides + ["--"])[...]
        while let words = fields.popFirst(), let path = fields.popFirst() {
            add(Self.entry(words), at: Array(path), movedTo: &fields)
        }
    }

    /// What stands before a path: ":100644 100644 OLD NEW M".
    private struct Entry {
        let newMode: [UInt8]
        /// The object that it was; nil where it was no regular file.
        let old: [UInt8]?
        /// The status's letter.
        let status: UInt8
    }

    private static func entry(_ words: ArraySlice<UInt8>) -> Entry {
        let words = words.split(separator: UInt8(ascii: " ")).map(Array.init)
        guard words.count == 5 else { return Entry(newMode: [], old: nil, status: 0) }
        let wasFile = words[0].starts(with: ":100".utf8)
        return Entry(newMode: words[1], old: wasFile ? words[2] : nil, status: words[4].first ?? 0)
    }

    private mutating func add(
        _ entry: Entry, at path: [UInt8], movedTo fields: inout ArraySlice<ArraySlice<UInt8>>
    ) {
        switch entry.status {
        case UInt8(ascii: "R"):
            if let new = fields.popFirst() { changed[Array(new)] = .some(entry.old) }
        case UInt8(ascii: "C"):
            if let new = fields.popFirst() { changed[Array(new)] = .some(nil) }
        case UInt8(ascii: "D"):
            if let object = entry.old { gone.append((path, object)) }
        case UInt8(ascii: "U"):
            // A file in conflict has a line more, with what it was.
            if changed[path] == nil { changed[path] = .some(nil) }
        default:
            changed[path] = .some(entry.old)
            if entry.newMode == Self.submodule { submodules.insert(path) }
        }
    }

    /// The files that git has been told not to look at, as changed ones: their sections are compared in any case.
    static func unwatched(
        since commit: String, in repository: GitRepository
    ) throws(GitFault) -> [[UInt8]: [UInt8]?] {
        // "H path": a small letter for what is assumed to be unchanged, S for what a sparse checkout leaves out.
        let paths = try repository.fields(["ls-files", "-v", "-z"]).filter {
            $0.first == UInt8(ascii: "S") || $0.first.map { $0 >= UInt8(ascii: "a") } ?? false
        }.map { Array($0.dropFirst(2)) }
        guard !paths.isEmpty else { return [:] }
        var objects: [[UInt8]: [UInt8]] = [:]
        for field in try repository.fields(["ls-tree", "-r", "-z", "--full-tree", commit]) {
            guard let tab = field.firstIndex(of: UInt8(ascii: "\t")) else { continue }
            let words = field[..<tab].split(separator: UInt8(ascii: " "))
            if words[0].starts(with: "100".utf8) { objects[Array(field[(tab + 1)...])] = Array(words[2]) }
        }
        return Dictionary(paths.map { ($0, objects[$0]) }, uniquingKeysWith: { first, _ in first })
    }

    /// The difference with more changed files, where it does not have them already.
    func adding(_ more: [[UInt8]: [UInt8]?]) -> GitDifference {
        var result = self
        result.changed.merge(more) { own, _ in own }
        return result
    }

    /// Whether a file lies in a repository within the repository that is not as it was.
    func isInChangedSubmodule(_ path: [UInt8]) -> Bool {
        !submodules.isEmpty
            && path.indices.contains {
                path[$0] == UInt8(ascii: "/") && submodules.contains(Array(path[..<$0]))
            }
    }
}
