import Testing

@testable import Reading

struct DocumentSelectionTests {
    private static let files = [
        "README", "a.md", "a.rst", "docs/a.md", "docs/b.png", "docs/old/c.md", "docs/old/d.rst",
        "x/docs/e.txt",
    ]

    @Test(arguments: [
        ([], ["a.md", "docs/a.md", "docs/old/c.md", "x/docs/e.txt"]),
        (["*.rst"], ["a.rst", "docs/old/d.rst"]),
        (["*.rst", "README"], ["README", "a.rst", "docs/old/d.rst"]),
        (["a.*"], ["a.md", "a.rst", "docs/a.md"]),
        (["/a.*"], ["a.md", "a.rst"]),
        (["./a.md"], ["a.md"]),
        (["docs/**"], ["docs/a.md", "docs/old/c.md"]),
        (["docs/"], ["docs/a.md", "docs/old/c.md", "x/docs/e.txt"]),
        (["/docs", "*.rst"], ["a.rst", "docs/a.md", "docs/old/c.md", "docs/old/d.rst"]),
        (["docs/", "!old/"], ["docs/a.md", "x/docs/e.txt"]),
        (["*.md", "!a.md"], ["docs/old/c.md"]),
        (["*.nothing"], []),
    ])
    func includesNarrowAWalk(include: [String], paths: [String]) throws {
        #expect(try walk(ReadingSettings(include: include)) == paths)
    }

    @Test(arguments: [
        (["*.md"], ["x/docs/e.txt"]),
        (["docs"], ["a.md"]),
        (["docs/"], ["a.md"]),
        (["docs/*"], ["a.md", "x/docs/e.txt"]),
        (["docs/old"], ["a.md", "docs/a.md", "x/docs/e.txt"]),
        (["*.md", "!/a.md"], ["a.md", "x/docs/e.txt"]),
        (["docs/", "!docs/a.md"], ["a.md"]),
    ])
    func excludesTakeAway(exclude: [String], paths: [String]) throws {
        #expect(try walk(ReadingSettings(exclude: exclude)) == paths)
    }

    @Test func anExcludeWinsOverAnInclude() throws {
        #expect(try walk(ReadingSettings(include: ["*.md", "*.rst"], exclude: ["a.*", "old/"])).isEmpty)
    }

    @Test func anIncludeDoesNotBringBackWhatIsHiddenOrIgnored() throws {
        let folder = try TemporaryFolder()
        try folder.write("b.md\n", to: ".gitignore")
        try folder.write(files: [".a.md", "b.md", "vendor/c.md"])
        #expect(try folder.read(ReadingSettings(include: ["*.md", "vendor/"])).paths.isEmpty)
    }

    @Test func filesWithAnUnknownExtensionArePlainText() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: ["a.md", "b.rst"])
        let formats = try folder.read(ReadingSettings(include: ["?.*"])).documents.map(\.format)
        #expect(formats == [.markdown, .plainText])
    }

    @Test(arguments: [
        ([], ["a.md"]), (["docs/"], []), (["docs/**"], []), (["*"], ["a.md"]),
        (["*.json*"], ["a.jsonl", "docs/b.json", "docs/c.jsonl.gz"]), (["b.*"], ["docs/b.json"]),
        (["*.csv"], ["docs/d.csv"]),
    ])
    func recordFilesAreTakenWhereAnIncludeNamesThem(include: [String], paths: [String]) throws {
        let folder = try TemporaryFolder()
        try folder.write(files: ["a.jsonl", "a.md", "docs/b.json", "docs/c.jsonl.gz", "docs/d.csv"])
        #expect(try folder.read(ReadingSettings(include: include)).paths == paths)
    }

    @Test func globsSeeTheShownPathOfAWalkedFolder() throws {
        #expect(try walk(ReadingSettings(include: ["docs/old/"]), below: "docs") == ["docs/old/c.md"])
        #expect(try walk(ReadingSettings(include: ["docs/"]), below: "docs/old") == ["docs/old/c.md"])
        #expect(try walk(ReadingSettings(exclude: ["docs/a.md"]), below: "docs") == ["docs/old/c.md"])
        #expect(
            try walk(ReadingSettings(exclude: ["/a.md"]), below: "docs") == ["docs/a.md", "docs/old/c.md"])
    }

    @Test func globsAnchoredAtTheRootMatchAbsolutePaths() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: ["a.md", "x/a.md"])
        #expect(try folder.read(ReadingSettings(exclude: [folder.path + "/a.md"])).paths == ["x/a.md"])
        #expect(try folder.read(ReadingSettings(include: [folder.path + "/x/"])).paths == ["x/a.md"])
    }

    /// The paths of the documents, shown as if the folder that holds `files` were the current one.
    private func walk(_ settings: ReadingSettings, below name: String = "") throws -> [String] {
        let folder = try TemporaryFolder()
        try folder.write(files: Self.files)
        let path = Array((folder.path + (name.isEmpty ? "/" : "/" + name + "/")).utf8)
        let walk = FolderWalk(
            selection: try DocumentSelection(settings: settings), settings: settings, namedPaths: [path])
        let entries = walk.entries(below: Argument.Folder(path: path, shownPath: Array(name.utf8)))
        return entries.map { ShownPath.text($0.shownPath) }
    }
}
