import Foundation
import Testing

/// `lint --staged`: what would be committed is read, not what stands in the folder.
struct StagedLintTests {
    private static let (kettle, cups, broom) = (Household.kettle, Household.cups, Household.broom)
    private static let copy = "c.md:1:1: error: “Kettle” repeats a.md:1 word for word [identical-section]"

    private func repository() throws -> GitFolder {
        try GitFolder(["a.md": Self.kettle + "\n" + Self.cups])
    }

    @Test(arguments: ["rm c.md", "echo '# Other' > c.md", "rm a.md c.md", "echo '# Other' > a.md"])
    func aStagedCopyIsFoundWhateverTheFolderHolds(change: String) throws {
        let repository = try repository()
        try repository.folder.write(Self.kettle, to: "c.md")
        try repository.git("add c.md")
        try repository.shell(change)
        let linted = try repository.lint("--staged")
        #expect(linted.findings == [Self.copy] && linted.status == 1 && linted.messages == "")
    }

    @Test func aCopyThatIsNotStagedIsNotFound() throws {
        let repository = try repository()
        try repository.folder.write(Self.broom, to: "c.md")
        try repository.git("add c.md")
        try repository.folder.write(Self.kettle, to: "c.md")
        try repository.folder.write(Self.cups, to: "d.md")
        #expect(try repository.lint("--staged").status == 0)
        #expect(try repository.lint().findings.count == 2)
    }

    @Test func linesAreThoseOfWhatIsStaged() throws {
        let repository = try repository()
        try repository.folder.write(Self.broom + "\n" + Self.kettle, to: "c.md")
        try repository.git("add c.md")
        try repository.folder.write(Self.kettle + "\nMore.\n\n" + Self.broom, to: "c.md")
        #expect(try repository.lint("--staged").findingPlaces == ["c.md:5"])
    }

    @Test func pathsAreNamedAsEver() throws {
        let repository = try repository()
        try repository.folder.write(Self.kettle, to: "sub/c.md")
        try repository.git("add sub && rm -r sub/c.md")
        #expect(try repository.lint("a.md", "./sub", "--staged").findingPlaces == ["sub/c.md:1"])
        try repository.folder.makeFolder("sub")
        #expect(try repository.lint("..", "--staged", at: "sub").findingPlaces == ["../sub/c.md:1"])
        #expect(try repository.lint("../a.md", "c.md", "--staged", at: "sub").findingPlaces == ["c.md:1"])
        let absolute = repository.folder.url("sub/c.md").path()
        #expect(try repository.lint("a.md", absolute, "--staged").findingPlaces == [absolute + ":1"])
        #expect(try repository.lint("--staged", "--exclude", "sub/").status == 0)
    }

    @Test func aNamedPathOfWhichNothingIsStagedIsAFailure() throws {
        let repository = try repository()
        try repository.folder.write(Self.kettle, to: "c.md")
        try expectFailure(
            ["lint", "--staged", "a.md", "c.md"], in: repository.folder,
            "refrain: c.md: nothing of it is staged, so nothing of it would be committed; git add it, or leave out --staged"
        )
        try expectFailure(
            ["lint", "--staged", "nowhere.md"], in: repository.folder,
            "refrain: nowhere.md: there is no such file or folder")
    }

    @Test func whatIsOnlyIntendedToBeAddedIsNotStaged() throws {
        let repository = try repository()
        try repository.folder.write(Self.kettle, to: "c.md")
        try repository.git("add -N c.md")
        #expect(try repository.lint("--staged").status == 0)
    }

    @Test func renamedAndRemovedPagesAreNoChange() throws {
        let repository = try GitFolder([
            "a.md": Self.kettle + "\n" + Self.cups, "b.md": Self.kettle + "\n" + Self.broom,
        ])
        try repository.git("mv b.md c.md")
        #expect(
            try repository.lint("--staged", "--select", "identical-section").output
                == "no findings in 4 sections; not counted: 1 touch no change\n")
        try repository.git("rm -q --cached c.md")
        #expect(try repository.lint("--staged").output == "no findings in 2 sections\n")
    }

    @Test func everythingIsNewBeforeTheFirstCommit() throws {
        let repository = try GitFolder()
        try repository.folder.write(Self.kettle, to: "a.md")
        try repository.folder.write(Self.kettle, to: "b.md")
        try repository.git("add -A")
        #expect(try repository.lint("--staged").findingPlaces == ["b.md:1"])
    }

    @Test func aPageInConflictIsSkipped() throws {
        let repository = try repository()
        try repository.git("checkout -q -b topic")
        try repository.folder.write(Self.broom + "\nOne.\n", to: "c.md")
        try repository.commit()
        try repository.git("checkout -q main")
        try repository.folder.write(Self.broom + "\nTwo.\n", to: "c.md")
        try repository.commit()
        try repository.shell("! git merge -q topic > merged")
        let linted = try repository.lint("--staged")
        #expect(
            linted.messages
                == "refrain: skipped c.md: it is in conflict, so nothing of it is staged until the merge is finished\n"
        )
        #expect(linted.status == 0)
        #expect(try repository.lint("--staged", "--strict").status == 2)
    }

    @Test func linksAreThoseThatAreStaged() throws {
        let repository = try repository()
        try repository.folder.link("docs/b.md", to: "../a.md")
        try repository.folder.link("docs/out.md", to: "/etc/hostname")
        try repository.folder.link("way", to: "docs/../sub")
        try repository.folder.write(Self.kettle, to: "sub/c.md")
        try repository.git("add -A && rm -r way docs sub a.md")
        let linted = try repository.lint("--staged")
        #expect(linted.findingPlaces == ["sub/c.md:1"])
        #expect(
            linted.messages
                == "refrain: skipped docs/out.md: it is a link that leads out of the tree (/etc/hostname)\n")
        #expect(try repository.lint("--staged", "docs/b.md", "way/c.md").findingPlaces == ["way/c.md:1"])
    }

    @Test func ofASubmoduleOnlyTheCommitIsStagedAndThatIsSaid() throws {
        let (repository, other) = (try repository(), try GitFolder(["c.md": Self.kettle]))
        try repository.git(
            "-c protocol.file.allow=always submodule --quiet add '\(other.folder.url.path())' lib")
        let linted = try repository.lint("--staged")
        #expect(
            linted.messages
                == "refrain: skipped lib: it is a submodule, of which only the commit is staged\n")
        #expect(linted.status == 0)
        #expect(try repository.lint("--staged", "--exclude", "lib/").messages == "")
    }

    @Test func ignoreFilesAreThoseThatAreStaged() throws {
        let repository = try repository()
        try repository.folder.write(Self.kettle, to: "c.md")
        try repository.git("add -A")
        try repository.folder.write("c.md\n", to: ".gitignore")
        #expect(try repository.lint("--staged").findingPlaces == ["c.md:1"])
        try repository.git("add .gitignore")
        #expect(try repository.lint("--staged").findings == [])
    }

    /// git keeps such files in another encoding and with other ends of lines than the folder has.
    @Test func endsOfLinesAndEncodingsAreNoChange() throws {
        let repository = try GitFolder()
        try repository.git("config core.autocrlf true")
        try repository.folder.write(
            "wide.md working-tree-encoding=UTF-16\n*.md text\n", to: ".gitattributes")
        let text = (Self.kettle + "\n" + Self.kettle).replacing("\n", with: "\r\n")
        try repository.folder.write(text, to: "a.md")
        try repository.folder.write(try #require(text.data(using: .utf16)), to: "wide.md")
        try repository.git("add -A && git commit -q -m wide 2> /dev/null")
        try repository.shell("touch a.md wide.md && git update-index --really-refresh > /dev/null")
        #expect(try repository.lint("--staged").findings == [])
        #expect(try repository.lint("--since", "HEAD").findings == [])
        try repository.folder.write(Self.kettle, to: "d.md")
        try repository.git("add d.md")
        #expect(try repository.lint("--staged").findingPlaces == ["d.md:1"])
    }

    @Test func recordsAreReadAsTheyAreStagedPackedOrNot() throws {
        let repository = try repository()
        let record = #"{"text": "Six cups hang over the sink; the blue one has lost its handle."}"# + "\n"
        try repository.folder.write(record + record, to: "r.jsonl")
        try repository.shell("gzip -k r.jsonl && git add r.jsonl r.jsonl.gz && rm r.jsonl r.jsonl.gz")
        #expect(try repository.lint("--staged", "r.jsonl").findingPlaces == ["r.jsonl:2"])
        #expect(try repository.lint("--staged", "r.jsonl.gz").findingPlaces == ["r.jsonl.gz:2"])
    }

    @Test func pathsOutsideOfTheRepositoryAndStandardInputCountAsChanged() throws {
        let (repository, other) = (try repository(), try WorkFolder(["c.md": Self.kettle]))
        let path = other.url("c.md").path()
        let linted = try repository.lint("--staged", ".", path)
        #expect(linted.findingPlaces == ["\(path):1"])
        #expect(
            linted.messages
                == "refrain: git can't tell what changed in \(path), so all that stands there counts as changed\n"
        )
        let input = try Program.run(
            ["lint", "--staged", ".", "-"], in: repository.folder, input: Self.kettle)
        #expect(input.findingPlaces == ["-:1"])
        #expect(
            input.messages
                == "refrain: git can't tell what changed in standard input, so all that stands there counts as changed\n"
        )
    }

    /// `git commit -a` and `git commit PATH` have an index of their own while the hook runs.
    @Test(arguments: ["-a", "a.md c.md", "--amend -a"])
    func aHookSeesWhatIsAboutToBeCommitted(what: String) throws {
        let repository = try GitFolder(["a.md": Self.kettle, "c.md": Self.broom, "d.md": Self.cups])
        try repository.folder.write(
            "#!/bin/sh\nexec '\(Program.executable.path())' lint --staged --no-cache\n",
            to: ".git/hooks/pre-commit")
        try repository.shell("chmod +x .git/hooks/pre-commit")
        try repository.folder.write(Self.kettle, to: "c.md")
        // Not staged, and with a path not committed either.
        try repository.folder.write(Self.cups, to: "d.md")
        let committed = try Program.shell("git commit -q -m copy \(what)", in: repository.folder)
        #expect(committed.status != 0)
        #expect((committed.output + committed.messages).contains(Self.copy))
        try repository.folder.write(Self.broom + "\nNow in the shed.\n", to: "c.md")
        try repository.git("commit -q -m other \(what)")
    }
}
