/// Folders → the documents in them, not yet read.
///
/// Entries come in ascending order of their names' bytes, the content of a folder at the folder's place. The
/// walk is a loop with a stack of its own, so that no depth of folders exhausts the thread's.
struct FolderWalk: Sendable {
    private let selection: DocumentSelection
    private let ignoreFiles: GitignoreFiles?
    private let namedPaths: [[UInt8]]
    private let tree: any FileTree

    /// Makes a walk.
    ///
    /// - Parameter namedPaths: the real paths, with a slash at the end, of all the files and folders that were
    ///   named. A link to or into any of them is no loss: its target has its own turn.
    init(
        selection: DocumentSelection, settings: ReadingSettings, namedPaths: [[UInt8]],
        tree: any FileTree = FileSystem()
    ) {
        self.selection = selection
        self.ignoreFiles =
            settings.honoursGitignore
            ? GitignoreFiles(maximumFileBytes: settings.maximumFileBytes, tree: tree) : nil
        self.namedPaths = namedPaths
        self.tree = tree
    }

    /// What there is below a folder that was named explicitly. Its own name, and those of the folders above,
    /// are not held against it; the ignore rules above bear on what is in it.
    func entries(below argument: Argument.Folder) -> [WalkEntry] {
        var entries: [WalkEntry] = []
        var pending: [Step] = [.folder(root(argument, skipped: &entries))]
        while let step = pending.popLast() {
            switch step {
            case .entry(let entry): entries.append(entry)
            case .folder(let folder): pending += steps(in: folder, skipped: &entries).reversed()
            }
        }
        return entries
    }

    private enum Step {
        case entry(WalkEntry)
        case folder(Folder)
    }

    private struct Folder {
        /// The real path, with a slash at the end.
        let path: [UInt8]
        /// What stands before the shown names of the entries.
        let shownPrefix: [UInt8]
        let isIncluded: Bool
        /// Without the rules of the `.gitignore` in the folder itself.
        var rules: GitignoreRules

        var shownPath: [UInt8] {
            shownPrefix.isEmpty
                ? [UInt8(ascii: ".")] : shownPrefix.count > 1 ? shownPrefix.dropLast() : shownPrefix
        }
    }

    private func root(_ argument: Argument.Folder, skipped: inout [WalkEntry]) -> Folder {
        Folder(
            path: argument.path, shownPrefix: ShownPath.prefix(ofFolder: argument.shownPath),
            isIncluded: selection.includes(walkedFolder: argument.shownPath),
            rules: ignoreFiles?.rules(above: argument.path, skipped: &skipped) ?? GitignoreRules())
    }

    /// What to do with a folder's entries, in order.
    private func steps(in folder: Folder, skipped: inout [WalkEntry]) -> [Step] {
        var folder = folder
        do throws(SystemFailure) {
            let entries = try tree.entries(ofFolder: folder.path)
            ignoreFiles?.add(
                to: &folder.rules, in: folder.path, shownPrefix: folder.shownPrefix, entries: entries,
                skipped: &skipped)
            return entries.compactMap { step(to: $0, in: folder) }
        } catch {
            let reason = SkipReason.unreadable(errorNumber: error.errorNumber)
            return [
                .entry(WalkEntry(path: folder.path, shownPath: folder.shownPath, outcome: .skipped(reason)))
            ]
        }
    }

    private func step(to entry: FolderEntry, in folder: Folder) -> Step? {
        let place = Place(
            name: entry.name, path: folder.path + entry.name,
            shownPath: ShownPath.path(of: entry.name, prefix: folder.shownPrefix))
        switch entry.kind {
        case .folder: return step(toFolder: place, in: folder)
        case .file: return format(of: place, in: folder).map { .entry(place.entry(.document($0))) }
        case .link: return faultOfLink(place, in: folder).map { .entry(place.entry(.skipped($0))) }
        case .submodule:
            return selection.enters(folder: place.shownPath, name: place.name)
                ? .entry(place.entry(.skipped(.submodule))) : nil
        case .other:
            return format(of: place, in: folder).map { _ in .entry(place.entry(.skipped(.notARegularFile))) }
        }
    }

    private func step(toFolder place: Place, in parent: Folder) -> Step? {
        guard selection.enters(folder: place.shownPath, name: place.name),
            !parent.rules.ignores(place.path, isFolder: true)
        else { return nil }
        let isIncluded = selection.includes(folder: place.shownPath, parentIsIncluded: parent.isIncluded)
        return .folder(
            Folder(
                path: ShownPath.prefix(ofFolder: place.path),
                shownPrefix: ShownPath.prefix(ofFolder: place.shownPath), isIncluded: isIncluded,
                rules: parent.rules))
    }

    /// The format of a document, whatever kind of entry has its name; `nil` if none is wanted here.
    private func format(of place: Place, in folder: Folder) -> DocumentFormat? {
        let format = selection.format(
            ofFile: place.shownPath, name: place.name, folderIsIncluded: folder.isIncluded)
        return format == nil || folder.rules.ignores(place.path, isFolder: false) ? nil : format
    }

    /// Why a link is a loss; `nil` if it is none: not wanted, or its target has its own turn.
    private func faultOfLink(_ place: Place, in folder: Folder) -> SkipReason? {
        let isDocument = format(of: place, in: folder) != nil
        do throws(SystemFailure) {
            let target = try ShownPath.text(tree.linkTarget(of: place.path))
            guard let kind = try? tree.kind(of: place.path, followingLinks: true) else {
                return isDocument ? .brokenLink(target: target) : nil
            }
            let isFolder =
                kind == .folder && selection.enters(folder: place.shownPath, name: place.name)
                && !folder.rules.ignores(place.path, isFolder: false)
            guard kind == .folder ? isFolder : isDocument else { return nil }
            let realPath = try ShownPath.prefix(ofFolder: tree.realPath(of: place.path))
            return namedPaths.contains { realPath.starts(with: $0) } ? nil : .linkOutOfTree(target: target)
        } catch {
            return isDocument ? .unreadable(errorNumber: error.errorNumber) : nil
        }
    }
}

/// An entry of a folder, under the three names it goes by.
private struct Place {
    let name: [UInt8]
    /// The real path of its folder, and its name.
    let path: [UInt8]
    let shownPath: [UInt8]

    func entry(_ outcome: WalkEntry.Outcome) -> WalkEntry {
        WalkEntry(path: path, shownPath: shownPath, outcome: outcome)
    }
}
