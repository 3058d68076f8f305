import Foundation
import TestSupport
import Testing

/// What lint keeps for its next run.
struct CacheTests {
    private static let kettle =
        "# Kettle\n\nFill the kettle with fresh water, put it on the left ring and wait for it.\n"

    /// A folder with one finding.
    private func folder() throws -> WorkFolder {
        try WorkFolder(["docs/a.md": Self.kettle, "docs/b.md": Self.kettle])
    }

    private func lint(_ folder: WorkFolder, _ arguments: String...) throws -> Program {
        try Program.run(["lint", "docs", "--cache-folder", "caches/here"] + arguments, in: folder)
    }

    private let file = "caches/here/refrain-cache.sqlite"

    @Test func aSecondRunTakesWhatTheFirstKept() throws {
        let folder = try folder()
        let first = try lint(folder)
        #expect(first.status == 1 && first.messages.isEmpty)
        #expect(try folder.names(in: "caches/here") == [".gitignore", "refrain-cache.sqlite"])
        let kept = try Data(contentsOf: folder.url(file))
        let second = try lint(folder)
        #expect(second.status == 1 && second.output == first.output && second.messages.isEmpty)
        #expect(try Data(contentsOf: folder.url(file)) == kept, "there was nothing to add")
        // Two documents with one content, and the rows of all.
        let shown = try Program.output(["cache", "--cache-folder", "caches/here"], in: folder)
        #expect(shown == "caches/here/refrain-cache.sqlite: 2 entries, 1 MB\n")
    }

    @Test func noCacheKeepsNothing() throws {
        let folder = try folder()
        #expect(try lint(folder, "--no-cache").status == 1)
        #expect(try folder.names() == ["docs"])
    }

    @Test func theSettingsFileNamesTheFolderFromItsOwn() throws {
        let folder = try folder()
        try folder.write("lint:\n  cache-folder: kept\n", to: ".refrain.yml")
        #expect(try Program.run(["lint"], in: folder, at: "docs").status == 1)
        #expect(try folder.names(in: "kept").contains("refrain-cache.sqlite"))
        try folder.write("lint:\n  cache: false\n  cache-folder: other\n", to: ".refrain.yml")
        #expect(try Program.run(["lint"], in: folder, at: "docs").status == 1)
        #expect(try folder.names() == [".refrain.yml", "docs", "kept"])
    }

    @Test func theUsersFolderOfCachesIsTheStandardOne() throws {
        let folder = try folder()
        let line = "XDG_CACHE_HOME=$PWD/x refrain lint docs; HOME=$PWD/h XDG_CACHE_HOME= refrain lint docs"
        #expect(try Program.shell(line, in: folder).messages.isEmpty)
        #expect(try folder.names(in: "x/refrain").contains("refrain-cache.sqlite"))
        #expect(try folder.names(in: "h/.cache/refrain").contains("refrain-cache.sqlite"))
    }

    @Test func aDamagedCacheIsBegunAnewWithANote() throws {
        let folder = try folder()
        let first = try lint(folder)
        try folder.write("no database at all", to: file)
        let second = try lint(folder)
        #expect(second.messages == "refrain: \(file): the cache was damaged and is begun anew\n")
        #expect(second.output == first.output && second.status == 1)
        #expect(try lint(folder).messages.isEmpty)
        try folder.write("no database at all", to: file)
        #expect(try lint(folder, "--quiet").messages.isEmpty)
    }

    @Test func withoutACacheTheRunGoesOn() throws {
        let folder = try folder()
        try folder.write("in the way", to: "caches")
        let result = try lint(folder)
        #expect(
            result.messages
                == "refrain: \(file): this run has no cache: not a directory; name another folder with --cache-folder, "
                + "or none with --no-cache\n")
        #expect(result.status == 1)
        try expectFailure(
            ["cache", "clear", "--cache-folder", "caches/here"], in: folder,
            "refrain: \(file): this run has no cache: not a directory; name another folder with --cache-folder, "
                + "or none with --no-cache")
    }

    @Test func aLinkInTheCachesPlaceIsLeftAlone() throws {
        let folder = try folder()
        try folder.write("somebody's", to: "caches/other")
        try folder.link(file, to: "../other")
        let result = try lint(folder)
        #expect(
            result.messages
                == "refrain: \(file): this run has no cache: the file is a link to another, which is left alone; name another "
                + "folder with --cache-folder, or none with --no-cache\n")
        #expect(result.status == 1)
        #expect(try folder.text("caches/other") == "somebody's")
    }

    /// Documents stand in the cache, and others may not be meant to read them.
    @Test func onlyItsOwnerLooksIntoTheFolder() throws {
        let folder = try folder()
        _ = try lint(folder)
        let rights = try FileManager.default.attributesOfItem(atPath: folder.url("caches/here").path())
        #expect(rights[.posixPermissions] as? Int == 0o700)
    }

    @Test(arguments: ["show", "clear"])
    func askingForACacheMakesNone(_ command: String) throws {
        let folder = try folder()
        let shown = try Program.output(["cache", command, "--cache-folder", "caches/here"], in: folder)
        #expect(shown == "\(file): no cache\n")
        #expect(try folder.names() == ["docs"])
    }

    /// Documents are edited, added, removed and moved from run to run; each run says what one without a cache says.
    @Test func anEditedFolderIsLintedAsWithoutACache() throws {
        let folder = try folder()
        var generator = SeededGenerator(seed: 23)
        let words = [
            "kettle", "fill", "with", "fresh", "water", "ring", "水壶", "放在", "左边", "灶上", "3 minutes",
            "4 minutes",
        ]
        func text() -> String {
            (0..<Int.random(in: 1...3, using: &generator)).map { part in
                let body = (0..<Int.random(in: 4...20, using: &generator)).map { _ in
                    words.randomElement(using: &generator)!
                }
                return "## Part \(part)\n\n\(body.joined(separator: " "))\n\n- \(body[0])\n- \(body[1])\n"
            }.joined(separator: "\n")
        }
        for number in 0..<6 {
            try folder.write(number < 3 ? text() : Self.kettle + text(), to: "docs/\(number).md")
        }
        for step in 0..<16 {
            let names = try folder.names(in: "docs")
            let name = "docs/" + names.randomElement(using: &generator)!
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: try folder.write(text(), to: name)
            case 1: try folder.write(folder.text(name) + "\n" + Self.kettle, to: "docs/added\(step).md")
            case 2 where names.count > 3: try FileManager.default.removeItem(at: folder.url(name))
            case 3:
                try FileManager.default.moveItem(at: folder.url(name), to: folder.url("docs/moved\(step).md"))
            default: break
            }
            let cached = try lint(folder, "--format", "json")
            let alone = try Program.run(["lint", "docs", "--no-cache", "--format", "json"], in: folder)
            #expect(cached.output == alone.output)
            #expect(cached.status == alone.status && cached.messages == alone.messages)
        }
    }

    @Test func clearingLetsGoOfEverything() throws {
        let folder = try folder()
        _ = try lint(folder)
        let cleared = try Program.output(["cache", "clear", "--cache-folder", "caches/here"], in: folder)
        #expect(cleared == "\(file): let go of 2 entries, 1 MB\n")
        let shown = try Program.output(["cache", "show", "--cache-folder", "caches/here"], in: folder)
        #expect(shown == "\(file): 0 entries, 1 MB\n")
    }

    /// Each pair of runs starts on what the ones before left: an empty folder, a changed document, a cache that one of them finds
    /// damaged.
    @Test func runsSideBySideFindWhatARunAloneFinds() throws {
        let folder = try folder()
        for number in 0..<6 {
            try folder.write(
                "# Part \(number)\n\nCup \(number) hangs over the sink.\n\n" + Self.kettle,
                to: "docs/\(number).md")
        }
        let alone = try lint(folder, "--no-cache").output
        try folder.write(alone, to: "alone")
        let line = """
            for i in $(seq 50); do
                case $((i % 5)) in 0) rm -rf caches;; 1) echo x > \(file);; 2) refrain cache clear --cache-folder caches/here;; esac
                refrain lint docs --cache-folder caches/here > one 2> said & refrain lint docs --cache-folder caches/here > two 2>> said2
                wait
                cmp one alone && cmp two alone || echo differs
            done
            """
        let result = try Program.shell(line, in: folder)
        #expect(!result.output.contains("differ"), "\(result.output) \(result.messages)")
        #expect(try lint(folder).output == alone)
    }
}
