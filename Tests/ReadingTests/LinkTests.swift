import Testing

@testable import Reading

/// Symbolic links, in walks and named explicitly.
struct LinkTests {
    @Test func linksIntoTheTreeAreNoLossAndALoopEndsNowhere() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: ["docs/a.md"])
        try folder.link("b.md", to: "docs/a.md")
        try folder.link("docs/up", to: "..")
        try folder.link("docs/here", to: ".")
        #expect(try folder.read() == folder.read(["docs/a.md"]))
    }

    @Test func linksOutOfTheTreeAreSkippedIfTheirTargetWouldCount() throws {
        let outside = try TemporaryFolder()
        try outside.write(files: ["a.md", "a.png"])
        let folder = try TemporaryFolder()
        try folder.link("a.md", to: outside.path + "/a.md")
        try folder.link("a.png", to: outside.path + "/a.png")
        try folder.link("docs", to: outside.path)
        try folder.link("node_modules", to: outside.path)
        try folder.link(".hidden.md", to: outside.path + "/a.md")
        let result = try folder.read()
        #expect(result.paths.isEmpty)
        #expect(
            result.skipped == [
                SkippedInput(path: "a.md", reason: .linkOutOfTree(target: outside.path + "/a.md")),
                SkippedInput(path: "docs", reason: .linkOutOfTree(target: outside.path)),
            ])
    }

    @Test func aFolderBesideTheTreeWithALongerNameIsOutOfIt() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: ["docs-old/a.md"])
        try folder.makeFolder("docs")
        try folder.link("docs/old", to: "../docs-old")
        let skipped = try folder.read(["docs"]).skipped
        #expect(skipped == [SkippedInput(path: "docs/old", reason: .linkOutOfTree(target: "../docs-old"))])
    }

    @Test func aLinkIntoAnotherArgumentsTreeIsNoLoss() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: ["x/a.md", "y/b.md"])
        try folder.link("x/b.md", to: "../y/b.md")
        let result = try folder.read(["x", "y"])
        #expect(result.paths == ["x/a.md", "y/b.md"])
        #expect(result.skipped.isEmpty)
    }

    @Test func aLinkToAFileThatIsNamedTooIsNoLoss() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: ["a.md"])
        try folder.link("docs/b.md", to: "../a.md")
        #expect(try folder.read(["docs", "a.md"]) == folder.read(["a.md"]))
    }

    @Test func brokenLinksAreSkippedIfNamedLikeADocument() throws {
        let folder = try TemporaryFolder()
        try folder.link("a.md", to: "gone.md")
        try folder.link("a.png", to: "gone.png")
        try folder.link("circle.md", to: "circle.md")
        #expect(
            try folder.read().skipped == [
                SkippedInput(path: "a.md", reason: .brokenLink(target: "gone.md")),
                SkippedInput(path: "circle.md", reason: .brokenLink(target: "circle.md")),
            ])
    }

    @Test func excludedAndIgnoredLinksAreNotSkipped() throws {
        let folder = try TemporaryFolder()
        try folder.write("ignored.md\n", to: ".gitignore")
        try folder.link("ignored.md", to: "gone")
        try folder.link("excluded.md", to: "gone")
        try folder.link("old", to: "/")
        #expect(try folder.read(ReadingSettings(exclude: ["excluded.*", "old/"])).skipped.isEmpty)
    }

    @Test func linksNamedExplicitlyAreFollowed() throws {
        let folder = try TemporaryFolder()
        try folder.write(files: ["real/a.md"])
        try folder.link("link", to: "real")
        try folder.link("b.txt", to: "real/a.md")
        #expect(try folder.read(["link"]).paths == ["link/a.md"])
        #expect(
            try folder.read(["b.txt", "real"]).documents
                == [Document(path: "b.txt", format: .plainText, text: "real/a.md")])
    }
}
