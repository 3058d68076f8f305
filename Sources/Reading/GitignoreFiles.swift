import Glibc

/// Finds and reads the files that hold ignore rules.
///
/// A file that is there and can't be read is reported, since documents that it would have left out are then
/// read. As in git, a `.gitignore` that is a link is not followed; that counts as unreadable (`ELOOP`).
struct GitignoreFiles: Sendable {
    /// The size in bytes above which a file is reported and not read.
    let maximumFileBytes: Int
    let tree: any FileTree

    private static let gitignoreName = Array(".gitignore".utf8)

    /// The rules that bear on a folder from above: those of the repository around it, its `info/exclude` and
    /// the files from its root down to the folder's parent. None if the folder is in no repository, or is one.
    ///
    /// - Parameter path: the real path, with a slash at the end.
    func rules(above path: [UInt8], skipped: inout [WalkEntry]) -> GitignoreRules {
        var rules = GitignoreRules()
        guard let repository = Repository(around: path, in: tree), repository.folder != path else {
            return rules
        }
        addExcludeFile(of: repository, to: &rules, skipped: &skipped)
        for end in (repository.folder.count - 1)..<(path.count - 1) where path[end] == UInt8(ascii: "/") {
            let folder = Array(path[...end])
            let file = folder + Self.gitignoreName
            add(file, shownPath: file, anchoredAt: folder, to: &rules, skipped: &skipped)
        }
        return rules
    }

    /// Adds what a walked folder itself says. A repository within a repository starts anew: the rules around
    /// it end at its border.
    func add(
        to rules: inout GitignoreRules, in folder: [UInt8], shownPrefix: [UInt8], entries: [FolderEntry],
        skipped: inout [WalkEntry]
    ) {
        if entries.contains(where: { $0.name == Repository.gitName }) {
            rules = GitignoreRules()
            addExcludeFile(of: Repository(folder: folder, in: tree), to: &rules, skipped: &skipped)
        }
        if entries.contains(where: { $0.name == Self.gitignoreName }) {
            add(
                folder + Self.gitignoreName, shownPath: shownPrefix + Self.gitignoreName, anchoredAt: folder,
                to: &rules, skipped: &skipped)
        }
    }

    /// Here a link is followed, as in git: nothing in the working tree could have put it there.
    private func addExcludeFile(
        of repository: Repository, to rules: inout GitignoreRules, skipped: inout [WalkEntry]
    ) {
        guard let file = try? tree.realPath(of: repository.excludeFile) else { return }
        add(file, shownPath: file, anchoredAt: repository.folder, to: &rules, skipped: &skipped)
    }

    private func add(
        _ file: [UInt8], shownPath: [UInt8], anchoredAt folder: [UInt8], to rules: inout GitignoreRules,
        skipped: inout [WalkEntry]
    ) {
        do throws(SkipReason) {
            let contents = try tree.contents(
                of: file, opening: .regularFileOnly, limitBytes: maximumFileBytes)
            rules.add(contents, anchoredAt: folder)
        } catch .unreadable(errorNumber: ENOENT), .notARegularFile {
            return
        } catch {
            skipped.append(WalkEntry(path: file, shownPath: shownPath, outcome: .skipped(error)))
        }
    }
}
