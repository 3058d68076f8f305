import Foundation
import Reading

/// The working tree as it would be committed: what git's index holds, at the paths where it would stand.
///
/// Files that git does not track are not there. What lies outside of the working tree is that of the disk, git's own folder
/// too. Contents are the index's bytes: filters of attributes are not applied.
struct StagedTree: FileTree {
    private let repository: GitRepository
    private let objects: GitObjects
    private let disk = FileSystem()
    private let files: [[UInt8]: File]
    /// What folders hold, by their paths from the top.
    private let folders: [[UInt8]: [FolderEntry]]

    private struct File {
        let kind: FileKind
        /// The name of its object; nil where a merge has left several.
        let object: [UInt8]?
    }

    /// As many links as Linux follows on one way (path_resolution(7)).
    private static let mostLinks = 40
    private static let slash = UInt8(ascii: "/")

    /// Reads the index.
    init(of repository: GitRepository, objects: GitObjects) throws(GitFault) {
        var (files, folders): ([[UInt8]: File], [[UInt8]: [FolderEntry]]) = ([:], [[]: []])
        // "100644 NAME 0<tab>path", in the order of the paths' bytes, so that what a folder holds comes in one go.
        for field in try repository.fields(["ls-files", "--stage", "-z"]) {
            guard let tab = field.firstIndex(of: UInt8(ascii: "\t")) else { continue }
            let words = field[..<tab].split(separator: UInt8(ascii: " "))
            guard words.count == 3 else { continue }
            let (path, kind) = (Array(field[(tab + 1)...]), Self.kind(mode: words[0]))
            let isWhole = words[2].elementsEqual("0".utf8)
            files[path] = File(kind: kind, object: isWhole ? Array(words[1]) : nil)
            Self.add(path, kind, to: &folders)
        }
        let ownFolder = Array(".git".utf8)
        if (try? disk.kind(of: repository.top + [Self.slash] + ownFolder, followingLinks: true)) != nil {
            folders[[], default: []].append(FolderEntry(name: ownFolder, kind: .folder))
        }
        (self.repository, self.objects, self.files, self.folders) = (repository, objects, files, folders)
    }

    private static func kind(mode: ArraySlice<UInt8>) -> FileKind {
        switch String(decoding: mode, as: UTF8.self) {
        case "120000": .link
        case "160000": .submodule
        default: .file
        }
    }

    /// Puts a file into its folder, and that into its own, up to the top.
    private static func add(_ path: [UInt8], _ kind: FileKind, to folders: inout [[UInt8]: [FolderEntry]]) {
        var (path, kind) = (path[...], kind)
        while true {
            let cut = path.lastIndex(of: slash)
            let (folder, name) = (Array(path[..<(cut ?? 0)]), Array(path[(cut.map { $0 + 1 } ?? 0)...]))
            // A file in conflict comes up to three times.
            if folders[folder]?.last?.name == name { return }
            folders[folder, default: []].append(FolderEntry(name: name, kind: kind))
            guard let cut else { return }
            (path, kind) = (path[..<cut], .folder)
        }
    }

    func kind(of path: [UInt8], followingLinks: Bool) throws(SystemFailure) -> FileKind {
        switch try place(of: path, followingLast: followingLinks) {
        case .disk(let path): return try disk.kind(of: path, followingLinks: followingLinks)
        case .index(let path):
            if let file = files[path] { return file.kind }
            guard folders[path] != nil else { throw SystemFailure(errorNumber: ENOENT) }
            return .folder
        }
    }

    func realPath(of path: [UInt8]) throws(SystemFailure) -> [UInt8] {
        switch try place(of: path, followingLast: true) {
        case .disk(let path): return try disk.realPath(of: path)
        case .index(let path):
            guard files[path] != nil || folders[path] != nil else { throw SystemFailure(errorNumber: ENOENT) }
            return path.isEmpty ? repository.top : repository.top + [Self.slash] + path
        }
    }

    func linkTarget(of path: [UInt8]) throws(SystemFailure) -> [UInt8] {
        switch try place(of: path, followingLast: false) {
        case .disk(let path): return try disk.linkTarget(of: path)
        case .index(let path):
            guard let target = target(ofLink: path) else { throw SystemFailure(errorNumber: EINVAL) }
            return target
        }
    }

    func entries(ofFolder path: [UInt8]) throws(SystemFailure) -> [FolderEntry] {
        switch try place(of: path, followingLast: true) {
        case .disk(let path): return try disk.entries(ofFolder: path)
        case .index(let path):
            guard let entries = folders[path] else { throw SystemFailure(errorNumber: ENOENT) }
            return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
        }
    }

    func contents(of path: [UInt8], opening: FileOpening, limitBytes: Int) throws(SkipReason) -> [UInt8] {
        switch try placeToOpen(path, opening) {
        case .disk(let path):
            return try disk.contents(of: path, opening: opening, limitBytes: limitBytes)
        case .index(let path): return try contents(ofStaged: path, limitBytes: limitBytes)
        }
    }

    func records(of path: [UInt8], opening: FileOpening, compression: Compression?) throws(SkipReason)
        -> RecordSource
    {
        switch try placeToOpen(path, opening) {
        case .disk(let path):
            return try disk.records(of: path, opening: opening, compression: compression)
        case .index(let path):
            return RecordSource(
                bytes: try contents(ofStaged: path, limitBytes: .max), compression: compression)
        }
    }

    private func contents(ofStaged path: [UInt8], limitBytes: Int) throws(SkipReason) -> [UInt8] {
        guard let file = files[path] else { throw .unreadable(errorNumber: ENOENT) }
        guard file.kind == .file else { throw .notARegularFile }
        guard let object = file.object else { throw .unmerged }
        return try objects.contents(of: object, limitBytes: limitBytes)
    }

    /// Where a path leads, be there something or not.
    private enum Place {
        /// To a path from the top.
        case index([UInt8])
        case disk([UInt8])
    }

    private func placeToOpen(_ path: [UInt8], _ opening: FileOpening) throws(SkipReason) -> Place {
        do throws(SystemFailure) { return try place(of: path, followingLast: opening == .anything) } catch {
            throw .unreadable(errorNumber: error.errorNumber)
        }
    }

    private func place(of path: [UInt8], followingLast: Bool) throws(SystemFailure) -> Place {
        var rest = Self.parts(path)
        if path.first != Self.slash { rest += Self.parts(try disk.realPath(of: Array(".".utf8))) }
        var (real, links, isThroughIndex): ([UInt8], Int, Bool) = ([], 0, false)
        while let part = rest.popLast() {
            if part.elementsEqual("..".utf8) {
                real = Array(real[..<(real.lastIndex(of: Self.slash) ?? 0)])
                continue
            }
            let next = real + [Self.slash] + part
            guard followingLast || !rest.isEmpty, let target = target(ofLinkAt: next) else {
                real = next
                continue
            }
            links += 1
            guard links <= Self.mostLinks else { throw SystemFailure(errorNumber: ELOOP) }
            isThroughIndex = isThroughIndex || staged(next) != nil
            if target.first == Self.slash { real = [] }
            rest += Self.parts(target)
        }
        if let staged = staged(real) { return .index(staged) }
        // The disk finds its own way: what a link of /dev/fd holds is no path.
        return .disk(isThroughIndex ? (real.isEmpty ? [Self.slash] : real) : path)
    }

    /// The path from the top for a real path that is the index's to answer for.
    private func staged(_ path: [UInt8]) -> [UInt8]? {
        if path == repository.top { return [] }
        guard let path = repository.path(of: path) else { return nil }
        return path.starts(with: ".git/".utf8) || path.elementsEqual(".git".utf8) ? nil : path
    }

    /// The names in a path, the last first.
    private static func parts(_ path: [UInt8]) -> [ArraySlice<UInt8>] {
        path.split(separator: slash).filter { !$0.elementsEqual(".".utf8) }.reversed()
    }

    private func target(ofLinkAt path: [UInt8]) -> [UInt8]? {
        if let staged = staged(path) { return target(ofLink: staged) }
        guard (try? disk.kind(of: path, followingLinks: false)) == .link else { return nil }
        return try? disk.linkTarget(of: path)
    }

    private func target(ofLink staged: [UInt8]) -> [UInt8]? {
        guard let file = files[staged], file.kind == .link, let object = file.object else { return nil }
        return try? objects.contents(of: object)
    }
}
