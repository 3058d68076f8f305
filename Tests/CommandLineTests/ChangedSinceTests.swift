import Foundation
import Testing

/// `lint --since`: paths are bytes, and what git does not vouch for counts as changed.
struct ChangedSinceTests {
    private static let (kettle, cups, broom) = (Household.kettle, Household.cups, Household.broom)

    private func repository() throws -> GitFolder {
        try GitFolder(["a.md": Self.kettle + "\n" + Self.cups])
    }

    private func unknown(_ names: String) -> String {
        "refrain: git can't tell what changed in \(names), so all that stands there counts as changed\n"
    }

    /// The same characters, composed in one name and taken apart in the other.
    @Test func namesThatLookAlikeAreTwoFiles() throws {
        let repository = try repository()
        try repository.folder.write(Self.broom, to: "caf\u{E9}.md")
        try repository.commit()
        try repository.folder.write(Self.kettle, to: "cafe\u{301}.md")
        let linted = try repository.lint("--since", "HEAD")
        #expect(linted.findingPlaces.map { Array($0.utf8) } == [Array("cafe\u{301}.md:1".utf8)])
        try repository.git("add -A")
        #expect(try repository.lint("--staged").findings.count == 1)
        // Changed, and committed: the one is, the other is not.
        try repository.git("commit -q -m both")
        try repository.folder.write(Self.broom + "\n" + Self.cups, to: "caf\u{E9}.md")
        #expect(
            try repository.lint("--since", "HEAD").findingPlaces.map { Array($0.utf8) }
                == [Array("caf\u{E9}.md:5".utf8)])
    }

    @Test(arguments: [#"caf\351.md"#, #"a\tb\n\"c\\ d.md"#, #":(top) * [x].md"#, #"\342\200\256x.md"#])
    func namesOfAnyBytesAreKnown(name: String) throws {
        let repository = try repository()
        let file = #""$(printf '\#(name)')""#
        try repository.folder.write(Self.broom, to: "text")
        try repository.shell("mv text \(file)")
        try repository.commit()
        try repository.folder.write(Self.broom + "\n" + Self.kettle, to: "text")
        try repository.shell("mv text \(file)")
        #expect(try repository.lint("--since", "HEAD").findings.count == 1)
        #expect(try repository.lint("--staged").findings == [])
        try repository.git("add -A")
        #expect(try repository.lint("--staged").findings.count == 1)
        // Moved, it says nothing new; copied it does.
        try repository.git("commit -q -m change && git mv \(file) moved.md")
        #expect(try repository.lint("--since", "HEAD").findings == [])
        try repository.git("mv moved.md \(file) && cp \(file) x.md")
        #expect(try repository.lint("--since", "HEAD").status == 1)
    }

    @Test func whatGitIgnoresAndTheRunReadsCountsAsChanged() throws {
        let repository = try GitFolder(["a.md": Self.kettle, ".gitignore": "build/\n"])
        try repository.folder.write(Self.kettle, to: "build/c.md")
        #expect(try repository.lint("--since", "HEAD").messages == "")
        let linted = try repository.lint("--since", "HEAD", "a.md", "build/c.md")
        #expect(linted.findingPlaces == ["build/c.md:1"])
        #expect(linted.messages == unknown("build/c.md"))
        #expect(try repository.lint("--since", "HEAD", "--no-gitignore").findingPlaces == ["build/c.md:1"])
        #expect(
            try repository.lint("--since", "HEAD", "--no-gitignore", "--quiet").messages == "")
    }

    @Test func whatLiesInNoRepositoryCountsAsChanged() throws {
        let (repository, other) = (try repository(), try WorkFolder())
        for name in ["c", "d", "e", "f"] { try other.write(Self.kettle, to: "\(name).md") }
        let path = other.url.path()
        let linted = try repository.lint("--since", "HEAD", ".", path)
        #expect(linted.findings.count > 0)
        #expect(linted.messages == unknown("\(path)/c.md, \(path)/d.md, \(path)/e.md and 1 more document"))
        let input = try Program.run(
            ["lint", "--since", "HEAD", "-", "a.md"], in: repository.folder, input: Self.cups)
        #expect(input.findingPlaces == ["-:1"] && input.messages == unknown("standard input"))
    }

    @Test func aRepositoryWithinCountsAsChanged() throws {
        let repository = try repository()
        try repository.folder.write(Self.kettle, to: "inner/c.md")
        try repository.git("-C inner init -q")
        let linted = try repository.lint("--since", "HEAD")
        #expect(linted.findingPlaces == ["inner/c.md:1"] && linted.messages == unknown("inner/c.md"))
    }

    @Test func aSubmoduleCountsAsChangedWhereItIs() throws {
        let (repository, other) = (try repository(), try GitFolder(["c.md": Self.kettle]))
        try repository.git(
            "-c protocol.file.allow=always submodule --quiet add '\(other.folder.url.path())' lib")
        try repository.commit()
        let untouched = try repository.lint("--since", "HEAD")
        #expect(untouched.findings == [] && untouched.messages == "")
        try repository.folder.write(Self.cups, to: "lib/d.md")
        let linted = try repository.lint("--since", "HEAD")
        #expect(linted.findingPlaces == ["lib/c.md:1", "lib/d.md:1"])
        #expect(linted.messages == unknown("lib/c.md and lib/d.md"))
    }

    @Test(arguments: ["--assume-unchanged", "--skip-worktree"])
    func aFileThatGitIsToldNotToLookAtIsLookedAt(flag: String) throws {
        let repository = try GitFolder(["a.md": Self.kettle, "c.md": Self.broom + "\n" + Self.broom])
        try repository.git("update-index \(flag) c.md")
        #expect(try repository.lint("--since", "HEAD").findings == [])
        try repository.folder.write(Self.broom + "\n" + Self.broom + "\n" + Self.kettle, to: "c.md")
        #expect(try repository.lint("--since", "HEAD").findingPlaces == ["c.md:9"])
    }

    @Test func aPageInConflictIsComparedWithWhatItWas() throws {
        let twice = Self.broom + "\n" + Self.broom + "\n"
        let repository = try GitFolder(["a.md": Self.kettle, "c.md": twice + "# End\n"])
        try repository.git("checkout -q -b topic")
        try repository.folder.write(twice + "# End\n\nOne.\n", to: "c.md")
        try repository.commit()
        try repository.git("checkout -q main")
        try repository.folder.write(twice + "# End\n\nTwo.\n", to: "c.md")
        try repository.commit()
        try repository.shell("! git merge -q topic > merged")
        for revision in ["HEAD", "HEAD~1"] {
            let linted = try repository.lint("--since", revision, "--select", "identical-section")
            #expect(linted.findings == [] && linted.messages == "")
        }
    }

    /// Whoever lints may have git configured in any way.
    @Test func settingsOfGitDoNotBearOnWhatIsFound() throws {
        let repository = try repository()
        try repository.git(
            "config diff.renames copies && git config diff.relative true && git config diff.external false "
                + "&& git config diff.noprefix true && git config color.ui always && git config core.quotePath true"
        )
        try repository.folder.write(Self.broom, to: "sub/b.md")
        try repository.shell("cp a.md c.md && echo >> a.md && git add -A")
        #expect(try repository.lint("--staged").status == 1)
        #expect(try repository.lint("--since", "HEAD", "../c.md", "../a.md", at: "sub").status == 1)
    }
}
