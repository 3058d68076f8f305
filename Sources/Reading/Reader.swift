/// READ: paths → documents.
public struct Reader: Sendable {
    private let selection: DocumentSelection
    private let settings: ReadingSettings

    /// Makes a reader.
    ///
    /// - Throws: `ReadingError.invalidGlob` for the first include or exclude pattern that could never match.
    public init(settings: ReadingSettings = ReadingSettings()) throws(ReadingError) {
        self.settings = settings
        self.selection = try DocumentSelection(settings: settings)
    }

    /// The documents at the paths, in the order of their own paths, whatever the order in which they are named.
    ///
    /// A file is read whatever its name (`plainText` if its extension is unknown), through links, and to its
    /// end if it is a pipe. A folder is walked: entries in ascending order of their names' UTF-8 bytes, the
    /// content of a folder at the folder's own place; all documents come in this order. Links in it are not followed: one to something that is
    /// named or walked in this run is passed over without a word, even if the target is no document there (it
    /// may be ignored, or lack the extension that the link has), and one out of it is skipped. `-` is
    /// standard input, Markdown unless the settings say otherwise. No path at all means the current folder. A file that is reached twice (by its real path)
    /// is read once, under the path of its first mention; hard links under two names are two documents.
    ///
    /// A record file is only looked at: its bytes are read when it is split. Memory: all other documents, and one file's
    /// bytes besides.
    ///
    /// - Parameters:
    ///   - paths: files, folders and `-`, relative to the current folder unless absolute; where a name is not UTF-8 as
    ///     `PathText` writes it.
    ///   - standardInput: called until it gives no more bytes, and only if `-` is among the paths; for records when they are
    ///     split.
    /// - Throws: `ReadingError.pathNotFound` for the first path at which there is nothing, before anything is read; what
    ///   `standardInput` throws.
    public func read(
        paths: [String], standardInput: @escaping StandardInput
    ) throws(ReadingError) -> ReadResult {
        try read(paths: paths, from: FileSystem(), standardInput: standardInput)
    }

    /// The documents at the paths in a tree that need not be the disk.
    package func read(
        paths: [String], from tree: any FileTree, standardInput: @escaping StandardInput
    ) throws(ReadingError) -> ReadResult {
        var arguments: [Argument] = []
        for path in paths.isEmpty ? ["."] : paths {
            arguments.append(try Argument(path: path, in: tree))
        }
        let walk = FolderWalk(
            selection: selection, settings: settings, namedPaths: arguments.compactMap(\.namedPath),
            tree: tree)
        var run = ReadingRun(settings: settings, tree: tree)
        for argument in arguments {
            switch argument {
            case .standardInput: try run.readStandardInput(standardInput)
            case .skipped(let argument): run.skip(argument)
            case .file(let file): run.read(file)
            case .folder(let folder): for entry in walk.entries(below: folder) { run.take(entry) }
            }
        }
        return ReadResult(
            documents: PathOrder.sorted(run.documents, by: \.path),
            skipped: PathOrder.sorted(run.skipped, by: \.path))
    }
}
