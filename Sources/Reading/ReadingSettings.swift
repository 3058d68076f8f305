/// What a walk through folders takes in. Files named explicitly are read whatever the settings say, but for
/// `maximumFileBytes`.
///
/// `include` and `exclude` are lists of globs in the language of `.gitignore` lines:
/// without a slash a glob matches at any depth, with one it is anchored where `includeBase` and `excludeBase` say; a
/// trailing slash means folders only; `*` and `?` stop at slashes, `**` between slashes does not; `?` and
/// `[…]` match one UTF-8 byte. A leading `./` is dropped, `#` starts no comment, and as in a `.gitignore` the
/// last glob that matches decides, so `!drafts/keep.md` takes back part of an earlier glob.
public struct ReadingSettings: Sendable, Equatable {
    /// If not empty, the only files that are documents: those that match, and those below a folder that does.
    ///
    /// A glob that says what a file is called (`*.rst`, `docs/CHANGES`) makes plain text of a file whose
    /// extension is unknown. One that only says where it is (`docs/`, `docs/**`) does not: the images there
    /// are still not documents, and record files are not read. Includes narrow a walk; they do not bring back what
    /// is hidden, vendored, ignored or excluded.
    public let include: [String]

    /// Files that are no documents and folders that are not entered. Wins over `include`.
    public let exclude: [String]

    /// Where `include` is anchored: the path from there to the current folder, ending in a slash, or empty for the current
    /// folder itself. With "docs/" the shown path `a.md` is matched as `docs/a.md`, and `../b.md` as `b.md`.
    public let includeBase: String

    /// Where `exclude` is anchored, as `includeBase` says it.
    public let excludeBase: String

    /// Whether files and folders whose name begins with a dot count. `.git` never does.
    public let readsHidden: Bool

    /// Whether folders named in `vendoredFolderNames` are entered.
    public let readsVendored: Bool

    /// Whether `.gitignore` files and the repository's `info/exclude` count, with git's own semantics.
    ///
    /// Rules come from the nearest repository around a walked folder, or, outside one, from the walked folder
    /// down. The user's global excludes file is not read, so that the result does not depend on who runs, nor
    /// is the index: a file that is tracked in spite of a rule is left out.
    public let honoursGitignore: Bool

    /// The format of files named explicitly and of standard input; nil goes by the extension, and takes standard input for
    /// Markdown.
    public let inputFormat: DocumentFormat?

    /// The size in bytes above which a file is skipped; record files are of any size. 64 MiB by default, a
    /// limit against mistakes and not a measured one: twenty times War and Peace, and a 32nd of the memory of a CI machine with 2 GiB.
    public let maximumFileBytes: Int

    /// Makes settings; what is not given takes the default of a plain `refrain find`.
    public init(
        include: [String] = [], exclude: [String] = [], readsHidden: Bool = false,
        readsVendored: Bool = false,
        honoursGitignore: Bool = true, maximumFileBytes: Int = 64 << 20,
        inputFormat: DocumentFormat? = nil, includeBase: String = "", excludeBase: String = ""
    ) {
        self.include = include
        self.exclude = exclude
        self.readsHidden = readsHidden
        self.readsVendored = readsVendored
        self.honoursGitignore = honoursGitignore
        self.maximumFileBytes = maximumFileBytes
        self.inputFormat = inputFormat
        self.includeBase = includeBase
        self.excludeBase = excludeBase
    }

    /// The folders that hold other people's files, fetched by a tool or copied in, by exact name, sorted by
    /// their bytes: repeats in them are not the reader's to mend.
    public static let vendoredFolderNames: [String] = [
        ".build", ".bundle", ".bzr", ".eggs", ".gradle", ".hg", ".jj", ".nox", ".pnpm-store", ".svn", ".tox",
        ".venv", ".yarn", "Carthage", "DerivedData", "Godeps", "Pods", "__pycache__", "bower_components",
        "elm-stuff", "jspm_packages", "node_modules", "site-packages", "third-party", "third_party", "vendor",
        "vendored", "venv", "virtualenv",
    ]
}
