import TestSupport
import Testing

/// The same set of documents gives the same bytes, however it is named and however the run works.
struct OrderTests {
    /// Documents that share texts under other headings, among them such that one another's headings tell apart.
    private static func folder() throws -> WorkFolder {
        let rope =
            "Lay the rope over the post twice, pull it tight, and make it fast with two half hitches before the tide turns."
        let fee =
            "The fee for a night at the quay is due before noon and is paid in the office beside the crane, in cash."
        return try WorkFolder([
            "docs/b.md":
                "# Mooring with LoRA\n\n\(rope)\n\n# Fees\n\n\(fee)\n\n## Caching\n\n\(rope) Twice.\n",
            "docs/a.md": "# Mooring with QLoRA\n\n\(rope)\n\n# What it costs\n\n\(fee)\n\n# Empty\n",
            "docs/b/c.md":
                "# Mooring with LoRA\n\n\(rope) Twice.\n\n# Fees\n\n\(fee) Or by card.\n\n# ok\n\nok\n",
            "docs/C.txt": "1. Fees\n\n\(fee)\n\n2. Ropes\n\n\(rope)\n\n3. ok\n\nok\n",
        ])
    }

    private static let files = ["docs/a.md", "docs/b.md", "docs/b/c.md", "docs/C.txt"]
    private static let reports = [
        ["find", "--format", "json"], ["find", "--format", "csv"], ["outline", "--format", "json"],
        ["outline", "--format", "markdown"], ["lint", "--format", "json", "--fail-on", "never"],
        ["lint", "--fail-on", "never"],
    ]

    private func report(_ arguments: [String], in folder: WorkFolder) throws -> String {
        try Program.output(arguments, in: folder)
    }

    @Test(arguments: reports)
    func theOrderInWhichFilesAreNamedChangesNothing(_ command: [String]) throws {
        let folder = try Self.folder()
        let expected = try report(command + Self.files, in: folder)
        for order in Self.orders(of: Self.files.dropLast()) {
            #expect(try report(command + order + [Self.files[3]], in: folder) == expected)
            #expect(try report(command + [Self.files[3]] + order, in: folder) == expected)
        }
    }

    @Test(arguments: reports)
    func aFolderGivesWhatItsFilesGive(_ command: [String]) throws {
        let folder = try Self.folder()
        #expect(
            try report(command + ["docs"], in: folder) == report(command + Self.files.reversed(), in: folder))
        #expect(
            try report(command + ["docs/b", "docs/C.txt", "docs"], in: folder)
                == report(command + ["docs"], in: folder))
    }

    @Test(arguments: reports)
    func standardInputGivesWhatTheFileGives(_ command: [String]) throws {
        let folder = try Self.folder()
        let text = try folder.text("docs/b.md")
        try folder.write(text, to: "-")
        let command = command + ["--input-format", "markdown"]
        let file = try report(command + ["./-"], in: folder).replacing("./-", with: "-")
        #expect(try Program.output(command + ["-"], in: folder, input: text) == file)
    }

    @Test(
        arguments: reports,
        [["--threads", "1"], ["--threads", "2"], ["--join", "dense"], ["--join", "index"]])
    func howTheRunWorksChangesNothing(_ command: [String], _ options: [String]) throws {
        let folder = try Self.folder()
        #expect(
            try report(command + options + ["docs"], in: folder) == report(command + ["docs"], in: folder))
    }

    @Test(arguments: reports.filter { $0[0] == "lint" })
    func aCacheChangesNothing(_ command: [String]) throws {
        let folder = try Self.folder()
        let expected = try report(command + ["docs"], in: folder)
        for _ in ["cold", "warm"] {
            #expect(
                try report(command + ["--cache", "--cache-folder", "kept", "docs"], in: folder) == expected)
        }
    }

    private static func orders(of files: some Collection<String>) -> [[String]] {
        guard let first = files.first else { return [[]] }
        return orders(of: files.dropFirst()).flatMap { rest in
            (0...rest.count).map { Array(rest[..<$0]) + [first] + rest[$0...] }
        }
    }
}
