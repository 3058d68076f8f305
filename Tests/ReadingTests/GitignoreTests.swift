import Glibc
import Testing

@testable import Reading

/// The rules of gitignore(5) one by one; `GitignoreOracleTests` compares them all with git.
struct GitignoreTests {
    @Test func theLastMatchingRuleDecides() throws {
        try expectRead(["a.md"], rules: [".gitignore": "*.md\n!a.md\n"], files: ["a.md", "b.md"])
        try expectRead([], rules: [".gitignore": "!a.md\n*.md\n"], files: ["a.md", "b.md"])
    }

    @Test func anIgnoredFoldersContentCannotBeReincluded() throws {
        try expectRead([], rules: [".gitignore": "x/\n!x/a.md\n", "x/.gitignore": "!*\n"], files: ["x/a.md"])
        try expectRead(["x/a.md"], rules: [".gitignore": "x/*\n!x/a.md\n"], files: ["x/a.md", "x/b.md"])
    }

    @Test func aCloserFileWins() throws {
        try expectRead(
            ["x/a.md"], rules: [".gitignore": "a.md\n", "x/.gitignore": "!/a.md\n"],
            files: ["a.md", "x/a.md", "x/y/a.md"])
        try expectRead(
            ["x/a.md"], rules: [".gitignore": "x/b.md\n", "x/.gitignore": "/y\n"],
            files: ["x/a.md", "x/b.md", "x/y/c.md"])
    }

    @Test func aSlashAnchorsARule() throws {
        try expectRead(["x/a.md"], rules: [".gitignore": "/a.md\n"], files: ["a.md", "x/a.md"])
        try expectRead(["y/x/a.md"], rules: [".gitignore": "x/a.md\n"], files: ["x/a.md", "y/x/a.md"])
    }

    @Test func aSlashAtTheEndMeansFoldersOnly() throws {
        try expectRead(["a.md"], rules: [".gitignore": "*.md/\n"], files: ["a.md", "x.md/b.md"])
    }

    @Test func commentsEmptyLinesAndTrailingSpacesAreNoRules() throws {
        try expectRead(
            ["#a.md"], rules: [".gitignore": "#a.md\n\n   \nb.md  \n\\#c.md"],
            files: ["#a.md", "b.md", "#c.md"])
    }

    @Test func aByteOrderMarkAndCarriageReturnsAreNoPartOfRules() throws {
        try expectRead(
            ["c.md"], rules: [".gitignore": "\u{FEFF}a.md\r\nb.md\r\n"], files: ["a.md", "b.md", "c.md"])
    }

    @Test func rulesThatCanNeverMatchArePassedOver() throws {
        try expectRead(
            ["a.md"], rules: [".gitignore": "a[.md\n[[:x:]]*\n*\\\nb.md\n"], files: ["a.md", "b.md"])
    }

    @Test func rulesCountWithoutARepositoryToo() throws {
        let folder = try TemporaryFolder()
        try folder.write("b.md\n", to: "x/.gitignore")
        try folder.write(files: ["x/a.md", "x/b.md", "b.md"])
        #expect(try folder.read().paths == ["b.md", "x/a.md"])
        #expect(
            try folder.read(ReadingSettings(honoursGitignore: false)).paths == ["b.md", "x/a.md", "x/b.md"])
    }

    @Test func rulesAboveTheWalkedFolderCountUpToTheRepositorysRoot() throws {
        let folder = try TemporaryFolder()
        try folder.write("*\n", to: ".gitignore")
        try folder.makeFolder("repository/.git")
        try folder.write("/x/y/a.md\n*.txt\n", to: "repository/.gitignore")
        try folder.write("!y/b.txt\n", to: "repository/x/.gitignore")
        try folder.write(files: ["a.md", "a.txt", "b.txt", "c.md"].map { "repository/x/y/" + $0 })
        #expect(try folder.read(["repository/x/y"]).paths == ["repository/x/y/b.txt", "repository/x/y/c.md"])
        #expect(try folder.read(["repository"]).paths == ["repository/x/y/b.txt", "repository/x/y/c.md"])
    }

    @Test func theRepositorysOwnRulesCountLeast() throws {
        try expectRead(
            ["b.md"], rules: [".git/info/exclude": "*.md\n", ".gitignore": "!b.md\n"],
            files: ["a.md", "b.md"])
    }

    @Test func aLinkedWorkingTreeTakesTheRulesOfItsMainRepository() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.md\n", to: "main/.git/info/exclude")
        try folder.write("../..\n", to: "main/.git/worktrees/tree/commondir")
        try folder.write("gitdir: \(folder.path)/main/.git/worktrees/tree\n", to: "tree/.git")
        try folder.write(files: ["tree/a.md", "tree/x/b.md", "tree/x/a.md"])
        #expect(try folder.read(["tree"]).paths == ["tree/x/b.md"])
        #expect(try folder.read(["tree/x"]).paths == ["tree/x/b.md"])
    }

    @Test func aRepositoryWithinARepositoryStartsAnew() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder(".git")
        try folder.write("a.md\nignored/\n", to: ".gitignore")
        try folder.write("b.md\n", to: "inner/.git/info/exclude")
        try folder.makeFolder("ignored/.git")
        try folder.write(files: ["a.md", "inner/a.md", "inner/b.md", "ignored/c.md"])
        #expect(try folder.read().paths == ["inner/a.md"])
        #expect(try folder.read(["inner"]).paths == ["inner/a.md"])
    }

    @Test func rulesThatCannotBeReadAreReported() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.md\n", to: "rules")
        try folder.link(".gitignore", to: "rules")
        try folder.makeFolder("x/.gitignore")
        try folder.write(files: ["a.md", "x/b.md"])
        let result = try folder.read()
        #expect(result.paths == ["a.md", "x/b.md"])
        #expect(result.skipped == [SkippedInput(path: ".gitignore", reason: .unreadable(errorNumber: ELOOP))])
    }

    /// Writes rules and files into a repository, and expects these files to be read.
    private func expectRead(
        _ paths: [String], rules: [String: String], files: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder(".git")
        for (file, lines) in rules { try folder.write(lines, to: file) }
        try folder.write(files: files)
        #expect(try folder.read().paths == paths, sourceLocation: sourceLocation)
    }
}
