import Foundation
import Testing

/// Where a settings file, or a link in a folder of other people's, can have results written: in its own folder only.
struct SettingsPlaceTests {
    /// A folder `clone` with documents and these settings, and beside it a file `mine.txt` that is not to change.
    private func clone(_ settings: String) throws -> WorkFolder {
        try WorkFolder([
            "mine.txt": "mine", "clone/.refrain.yml": settings, "clone/docs/a.md": SampleText.repeating,
        ])
    }

    /// Expects that a run in `clone` is refused and touches nothing outside of it.
    private func expectRefusal(
        _ arguments: [String], in folder: WorkFolder, at path: String = "clone", _ message: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let result = try Program.run(arguments, in: folder, at: path)
        let root = folder.url.resolvingSymlinksInPath().path()
        let messages = result.messages.replacing(
            root.hasSuffix("/") ? String(root.dropLast()) : root, with: "ROOT")
        #expect(messages == "refrain: \(message)\n", sourceLocation: sourceLocation)
        #expect(result.output == "" && result.status == 2, sourceLocation: sourceLocation)
        #expect(try folder.names() == ["clone", "mine.txt"], sourceLocation: sourceLocation)
        #expect(try folder.text("mine.txt") == "mine", sourceLocation: sourceLocation)
    }

    private static let rule =
        "and a settings file names results only in its own folder and not in .git; name a place there, or give"

    @Test(arguments: [
        ("output", "find", "../mine.txt", "ROOT/mine.txt"),
        ("output", "outline", "docs/../../new.txt", "ROOT/new.txt"),
        ("output", "lint", "/etc/refrain.txt", "/etc/refrain.txt"), ("output", "find", "/dev/stdout", nil),
        ("merged", "outline", "../book.md", "ROOT/book.md"),
        ("baseline", "lint", "../mine.txt", "ROOT/mine.txt"),
        ("cache-folder", "lint", "../caches", "ROOT/caches"),
        ("decisions", "find", "../mine.txt", "ROOT/mine.txt"),
        ("output", "find", ".git/hooks/post-checkout", "ROOT/clone/.git/hooks/post-checkout"),
        ("output", "find", "missing/../../mine.txt", "ROOT/mine.txt"),
    ])
    func aSettingsFileNamesResultsInsideItsOwnFolderOnly(
        key: String, command: String, path: String, place: String?
    ) throws {
        let folder = try clone("threshold: 0.8\n\(key): \(path)\n")
        guard let place else {
            #expect(try Program.run([command], in: folder, at: "clone").status == 2)
            return
        }
        try expectRefusal(
            [command], in: folder,
            ".refrain.yml:2: \(key): “\(path)” leads to \(place), \(Self.rule) --\(key) on the command line")
    }

    @Test func linksAreFollowedToWhereTheyLead() throws {
        let folder = try clone("output: docs/out.txt\n")
        try folder.link("clone/docs/out.txt", to: "../../mine.txt")
        try expectRefusal(
            ["find"], in: folder,
            ".refrain.yml:1: output: “docs/out.txt” leads to ROOT/mine.txt, \(Self.rule) --output on the command line"
        )
        try folder.write("lint:\n  cache-folder: kept/cache\n", to: "clone/.refrain.yml")
        try folder.link("clone/kept", to: "..")
        try expectRefusal(
            ["lint"], in: folder,
            ".refrain.yml:2: cache-folder: “kept/cache” leads to ROOT/cache, \(Self.rule) --cache-folder on the command line"
        )
    }

    @Test func aLinkToNothingYetLeadsSomewhereToo() throws {
        let folder = try clone("output: out.txt\n")
        try folder.link("clone/out.txt", to: "further.txt")
        try folder.link("clone/further.txt", to: "../new.txt")
        try expectRefusal(
            ["find"], in: folder,
            ".refrain.yml:1: output: “out.txt” leads to ROOT/new.txt, \(Self.rule) --output on the command line"
        )
    }

    @Test func theRedirectMapLiesInTheFolderToo() throws {
        let folder = try clone("merged: book.md\n")
        try folder.link("clone/book.md.redirects.json", to: "../mine.txt")
        try expectRefusal(
            ["outline"], in: folder,
            ".refrain.yml:1: merged: “book.md” leads to ROOT/mine.txt, \(Self.rule) --merged on the command line"
        )
    }

    @Test func whatLiesInsideIsWrittenFromAnySubFolder() throws {
        let folder = try clone("output: results/../results/out.txt\n")
        try folder.makeFolder("clone/results")
        _ = try Program.output(["find"], in: folder, at: "clone/docs")
        #expect(try folder.text("clone/results/out.txt").hasPrefix("3 sections,"))
        try folder.makeFolder("clone/other")
        try folder.link("clone/results/link.txt", to: "../other/out.txt")
        let inside = folder.url("clone/results/link.txt").path()
        try folder.write("output: \(inside)\n", to: "clone/.refrain.yml")
        _ = try Program.output(["find", "docs"], in: folder, at: "clone")
        #expect(try folder.text("clone/other/out.txt").hasPrefix("3 sections,"))
    }

    @Test func theFolderIsThatOfTheFileWhereverTheProgramRuns() throws {
        let folder = try clone("output: ../report.txt\n")
        try expectRefusal(
            ["find"], in: folder, at: "clone/docs",
            "../.refrain.yml:1: output: “../report.txt” leads to ROOT/report.txt, \(Self.rule) --output on the command line"
        )
        try expectRefusal(
            ["find", "clone", "--config", "clone/.refrain.yml"], in: folder, at: "",
            "clone/.refrain.yml:1: output: “../report.txt” leads to ROOT/report.txt, \(Self.rule) --output on the command line"
        )
    }

    @Test func resultsOfANamedSettingsFileLieBesideIt() throws {
        let folder = try WorkFolder(["team/find.yml": "output: report.txt\n", "a.md": SampleText.single])
        _ = try Program.output(["find", "a.md", "--config", "team/find.yml"], in: folder)
        #expect(try folder.text("team/report.txt").hasPrefix("1 section,"))
    }

    @Test func theCommandLineNamesAnyPlace() throws {
        let folder = try clone("output: ../../settings.txt\n")
        _ = try Program.output(["find", "docs", "--output", "../typed.txt"], in: folder, at: "clone")
        #expect(try folder.text("typed.txt").hasPrefix("3 sections,"))
    }

    @Test func aBaselineThatIsALinkOutOfTheFolderIsNotWritten() throws {
        let folder = try clone("")
        try folder.link("clone/.refrain-baseline.json", to: "../mine.txt")
        try expectRefusal(
            ["lint", "--write-baseline"], in: folder,
            ".refrain-baseline.json: nothing was written, as it is a link that leads to ROOT/mine.txt, out of its folder; to write "
                + "there, name that with --baseline")
    }

    @Test func decisionsThatAreALinkOutOfTheFolderAreNotWritten() throws {
        let folder = try clone("")
        try folder.link("clone/.refrain-decisions.yml", to: "../new.yml")
        try expectRefusal(
            ["decide", "keep-apart", "docs/a.md:1", "docs/a.md:5"], in: folder,
            ".refrain-decisions.yml: nothing was written, as it is a link that leads to ROOT/new.yml, out of its folder; to write "
                + "there, name that with --decisions")
    }

    @Test(arguments: [".refrain.yml", ".refrain-baseline.json"])
    func initTakesALinkToNothingForAFileThatStands(name: String) throws {
        let folder = try WorkFolder(["mine.txt": "mine", "clone/docs/a.md": SampleText.repeating])
        try folder.link("clone/\(name)", to: "../new.yml")
        try expectRefusal(
            ["init"], in: folder,
            "\(name) stands in this folder already, so nothing was written; refrain lint obeys it")
    }
}
