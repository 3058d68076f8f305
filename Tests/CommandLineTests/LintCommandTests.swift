import Foundation
import TestSupport
import Testing

/// `refrain lint` as a team meets it: on an old repository, in a pull request, before a commit.
struct LintCommandTests {
    private static let kettle =
        "# Kettle\n\nFill the kettle with fresh water, put it on the left ring and wait for it.\n"
    private static let cups =
        "# Cups\n\nSix cups hang over the sink; the blue one has lost its handle last winter.\n"
    private static let broom =
        "# Broom\n\nThe broom stands behind the door and is carried out into the yard on Fridays.\n"

    /// A git repository with one finding: `b.md` repeats `a.md`.
    private func repository() throws -> WorkFolder {
        let folder = try WorkFolder(["a.md": Self.kettle + "\n" + Self.cups, "b.md": Self.kettle])
        try git("init -q -b main . && git config user.email a@example.org && git config user.name A", folder)
        try commit(folder)
        return folder
    }

    private func git(_ line: String, _ folder: WorkFolder) throws {
        let result = try Program.shell("git \(line)", in: folder)
        try #require(result.status == 0, "\(result.messages)")
    }

    private func commit(_ folder: WorkFolder) throws { try git("add -A && git commit -q -m change", folder) }

    private func lint(_ folder: WorkFolder, _ arguments: String...) throws -> Program {
        try Program.run(["lint"] + arguments, in: folder)
    }

    /// The findings, without help and totals.
    private func findings(_ result: Program) -> [String] {
        result.output.split(separator: "\n").map(String.init).filter { $0.hasSuffix("]") }
    }

    private let known = "b.md:1:1: error: “Kettle” repeats a.md:1 word for word [identical-section]"
    private let baseline = ".refrain-baseline.json"

    /// A page that was copied whole is one line of text; the formats that programs read have each finding.
    @Test func severalFindingsBetweenTwoPagesAreOneLine() throws {
        let page = Self.kettle + "\n" + Self.cups + "\n" + Self.broom
        let folder = try WorkFolder(["a.md": page, "b.md": page])
        let text = try lint(folder)
        #expect(
            text.output == """
                b.md:1:1: error: “Kettle” and the sections at lines 5, 9 repeat a.md:1, 5, 9 word for word [identical-section]
                    help: put a link to the other section in its place, or include both from one file
                3 findings (3 errors) in 6 sections

                """)
        // Records are no pages: what each repeats is what they have in common.
        let record = #"{"text": "Six cups hang over the sink; the blue one has lost its handle."}"#
        try folder.write(String(repeating: record + "\n", count: 4), to: "records.jsonl")
        #expect(
            try findings(lint(folder, "records.jsonl")) == [
                "records.jsonl:2:1: error: “(no heading)” repeats records.jsonl:1 word for word; so do records.jsonl:3, records.jsonl:4 [identical-section]"
            ])
        let commands = try lint(folder, "a.md", "b.md", "--format", "github").output.split(separator: "\n")
        #expect(commands.count { $0.hasPrefix("::error ") } == 3)
    }

    /// In a report of many lines what to do stands at the end.
    @Test func aLongReportSaysOnceWhatToDo() throws {
        let folder = try WorkFolder([:])
        for number in 0..<21 { try folder.write("# Kettle \(number)\n", to: "\(number).md") }
        let lines = try lint(folder, "--select", "empty-section").output.split(separator: "\n")
        #expect(lines.count == 21 + 2)
        #expect(
            lines.suffix(2) == [
                "21 findings (21 warnings) in 21 sections",
                "    empty-section 21: write the section, or take its heading out",
            ])
    }

    /// What lines of a long report leave out is a command away; so it is where only what changed counts.
    @Test func ungroupedEveryFindingIsALine() throws {
        let folder = try WorkFolder(["a.md": Self.kettle + "\n" + Self.cups])
        try git("init -q -b main . && git config user.email a@example.org && git config user.name A", folder)
        try commit(folder)
        try folder.write(Self.kettle + "\n" + Self.cups, to: "b.md")
        try folder.write((0..<21).map { "# Pot \($0)\n" }.joined(separator: "\n"), to: "c.md")
        try commit(folder)
        let folded = try lint(folder, "--since", "HEAD~1").output.split(separator: "\n")
        #expect(
            folded.prefix(2) == [
                "b.md:1:1: error: “Kettle” and line 5 repeat a.md:1, 5 [identical-section]",
                "c.md:1:1: warning: “Pot 0” is empty; so are lines 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39, 41 [empty-section]",
            ])
        #expect(folded.last == "2 lines for 23 findings; --ungrouped writes each by itself")
        let all = try lint(
            folder, "--since", "HEAD~1", "--ungrouped", "--format", "text", "--format", "markdown=m")
        #expect(findings(all).count == 23)
        #expect(
            findings(all)[1] == "b.md:5:1: error: “Cups” repeats a.md:5 word for word [identical-section]")
        #expect(try folder.text("m").split(separator: "\n").count { $0.hasPrefix("| ") } == 25)
    }

    @Test func anOldRepositoryAdoptsLintStepByStep() throws {
        let folder = try repository()
        // Red.
        #expect(try findings(lint(folder)) == [known])
        // A baseline makes it green.
        let written = try lint(folder, "--write-baseline")
        #expect(written.status == 0 && written.output.isEmpty)
        #expect(
            written.messages
                == "refrain: .refrain-baseline.json: wrote 1 known finding; name it with --baseline, or as baseline: "
                + ".refrain-baseline.json in .refrain.yml\n")
        try folder.write("lint:\n  baseline: .refrain-baseline.json\n", to: ".refrain.yml")
        let green = try lint(folder)
        #expect(green.status == 0)
        #expect(green.output == "no findings in 3 sections; not counted: 1 in the baseline\n")
        // Moving a section and indenting its text changes nothing.
        try folder.write(Self.cups + "\n" + Self.kettle.replacing("Fill", with: "  Fill"), to: "a.md")
        #expect(try lint(folder).status == 0)
        // A copy of the known text in a new file is one finding.
        try folder.write(Self.kettle, to: "c.md")
        let red = try lint(folder)
        #expect(red.status == 1)
        #expect(
            findings(red) == [
                "c.md:1:1: error: “Kettle” repeats a.md:5 word for word [identical-section]"
            ])
        // A comment with a reason makes it green again.
        try folder.write(
            "<!-- refrain-ignore identical-section: printed alone -->\n\n" + Self.kettle, to: "c.md")
        let suppressed = try lint(folder)
        #expect(suppressed.status == 0)
        #expect(
            suppressed.output
                == "no findings in 5 sections; not counted: 1 in the baseline, 1 suppressed by comments\n")
        // The known copy is mended: the baseline can be pruned.
        try folder.write(Self.broom, to: "b.md")
        let mended = try lint(folder)
        #expect(
            mended.output.hasSuffix(
                "1 finding of the baseline is gone from what was read; where that is all there is, --prune-baseline takes it out\n"
            ))
        #expect(try lint(folder, "--prune-baseline").status == 0)
        #expect(try folder.text(baseline) == "{\n  \"schemaVersion\": 1,\n  \"findings\": []\n}\n")
        #expect(
            try lint(folder).output == "no findings in 5 sections; not counted: 1 suppressed by comments\n")
    }

    @Test func sinceCountsOnlyWhatTheBranchTouched() throws {
        let folder = try repository()
        try git("checkout -q -b topic", folder)
        let untouched = try lint(folder, "--since", "main")
        #expect(untouched.status == 0)
        #expect(untouched.output == "no findings in 3 sections; not counted: 1 touch no change\n")
        // Renamed and moved, nothing is new.
        try git("mv b.md d.md", folder)
        try folder.write(Self.cups + "\n" + Self.kettle, to: "a.md")
        try commit(folder)
        #expect(try lint(folder, "--since", "main").status == 0)
        // A copy, not even added yet, is.
        try folder.write(Self.cups, to: "sub/e.md")
        let copied = ["sub/e.md:1:1: error: “Cups” repeats a.md:1 word for word [identical-section]"]
        #expect(try findings(lint(folder, "--since", "main")) == copied)
        // What main got meanwhile is nobody's change here.
        try git("add -A && git commit -q -m copy && git checkout -q main", folder)
        try folder.write(Self.broom, to: "f.md")
        try commit(folder)
        try git("checkout -q topic", folder)
        #expect(try findings(lint(folder, "--since", "main")) == copied)
        // From a folder below, paths are those of the folder.
        let below = try Program.run(["lint", "../a.md", "e.md", "--since", "main"], in: folder, at: "sub")
        #expect(
            findings(below) == [
                "e.md:1:1: error: “Cups” repeats ../a.md:1 word for word [identical-section]"
            ])
    }

    /// A page that is cut into several is gone, and what it said is not new.
    @Test func whatAPageThatIsGoneSaidIsNotNew() throws {
        let folder = try repository()
        let other = (0..<9).map {
            "# Part \($0)\n\nShelf \($0) holds box \($0 * 7) and nothing else at all.\n\n"
        }.joined()
        try folder.write(other + Self.kettle, to: "c.md")
        try folder.write(Self.cups + "\n" + other, to: "d.md")
        try git("rm -q a.md", folder)
        #expect(
            try lint(folder, "--since", "HEAD", "--select", "identical-section", "c.md", "b.md").output
                == "no findings in 11 sections; not counted: 1 touch no change\n")
        try folder.write("Read on.\n\n" + Self.kettle, to: "e.md")
        #expect(
            try findings(
                lint(folder, "--since", "HEAD", "--select", "identical-section", "b.md", "c.md", "e.md")) == [
                    "e.md:3:1: error: “Kettle” repeats b.md:1 word for word [identical-section]"
                ])
    }

    /// Whoever copied a text is told, whatever the copy is called, and not whoever wrote the others.
    @Test func aCopyIsToldAtWhatTheBranchTouched() throws {
        let folder = try repository()
        try folder.write(Self.kettle, to: "0.md")
        let copied = "0.md:1:1: error: “Kettle” repeats a.md:1 word for word [identical-section]"
        #expect(try findings(lint(folder, "--since", "HEAD")) == [copied])
        try git("add 0.md", folder)
        #expect(try findings(lint(folder, "--staged")) == [copied])
        // Without git nobody knows which is the copy.
        #expect(
            try findings(lint(folder)) == [
                "a.md:1:1: error: “Kettle” repeats 0.md:1 word for word; so does b.md:1 [identical-section]"
            ])
        // The one that the baseline does not know is the same.
        try git("stash -q", folder)
        _ = try lint(folder, "--write-baseline")
        try git("stash pop -q", folder)
        #expect(
            try findings(lint(folder, "--since", "HEAD", "--baseline", baseline)) == [copied])
    }

    @Test func packedAndUTF16FilesAreComparedByWhatTheySay() throws {
        let folder = try repository()
        func write(_ title: String) throws {
            let text = Self.broom + "\n" + Self.broom + "\n# \(title)\n\nNobody else says so.\n"
            try folder.write(try #require(text.data(using: .utf16)), to: "wide.md")
            let records = (0..<2).map {
                "{\"id\": \"\($0)\", \"text\": \"Sweep the floor before the first guest comes.\"}\n"
            }
            try folder.write(records.joined() + "{\"text\": \"\(title) says so.\"}\n", to: "r.jsonl")
            _ = try Program.shell("gzip -f r.jsonl", in: folder)
        }
        try write("One")
        try commit(folder)
        try write("Another")
        let linted = try lint(folder, ".", "r.jsonl.gz", "--since", "HEAD")
        #expect(linted.output == "no findings in 9 sections; not counted: 3 touch no change\n")
    }

    @Test func stagedCountsOnlyWhatIsStaged() throws {
        let folder = try repository()
        try folder.write(Self.cups, to: "c.md")
        #expect(try lint(folder, "--staged").status == 0)
        try git("add c.md", folder)
        #expect(
            try findings(lint(folder, "--staged")) == [
                "c.md:1:1: error: “Cups” repeats a.md:5 word for word [identical-section]"
            ])
    }

    @Test func aWorktreeIsARepositoryToo() throws {
        let folder = try repository()
        try git("worktree add -q tree -b topic", folder)
        try folder.write(Self.cups, to: "tree/c.md")
        let result = try Program.run(["lint", "--since", "main"], in: folder, at: "tree")
        #expect(
            findings(result) == [
                "c.md:1:1: error: “Cups” repeats a.md:5 word for word [identical-section]"
            ])
    }

    @Test func aShallowCloneSaysSo() throws {
        let folder = try repository()
        try git("commit -q --allow-empty -m more && git clone -q --depth 1 file://$PWD clone", folder)
        try expectFailure(
            ["lint", "--since", "HEAD~1"], in: folder, at: "clone",
            "refrain: git knows no revision “HEAD~1”; the clone is shallow: fetch the revision, or clone with full history "
                + "(git fetch --unshallow)")
    }

    @Test func revisionsThatAreNoneAreRefused() throws {
        let folder = try repository()
        try expectFailure(
            ["lint", "--since", "nope"], in: folder, at: "", "refrain: git knows no revision “nope”")
    }

    @Test func withoutARepositoryNobodyKnowsWhatChanged() throws {
        try expectFailure(
            ["lint", "--since", "HEAD"], in: try WorkFolder(["a.md": Self.cups]), at: "",
            "refrain: this folder is in no git repository, so --since and --staged can't know what changed")
    }

    /// As a checkout does that a job in a container works on.
    @Test func aRepositoryOfAnotherUserIsNamed() throws {
        let folder = try repository()
        let result = try Program.shell(
            "GIT_TEST_ASSUME_DIFFERENT_OWNER=1 refrain lint --since HEAD", in: folder)
        let top = try #require(
            Program.shell("git rev-parse --show-toplevel", in: folder).output.split(separator: "\n").first)
        #expect(
            result.messages
                == "refrain: git does not read the repository at \(top), which belongs to another user; where you trust it, run: "
                + "git config --global --add safe.directory \(top)\n")
        #expect(result.status == 2)
    }

    @Test func theFixPreviewIsTakenByGitApply() throws {
        let folder = try repository()
        try folder.write(Self.cups + "\n" + Self.kettle.dropLast(), to: "docs/b c.md")
        _ = try lint(folder, "--fix-preview", "fix.diff")
        try git("apply --check fix.diff && git apply fix.diff", folder)
        #expect(try folder.text("b.md") == "# Kettle\n\nSee [Kettle](a.md#kettle).\n")
        #expect(
            try folder.text("docs/b c.md")
                == "# Cups\n\nSee [Cups](../a.md#cups).\n\n# Kettle\n\nSee [Kettle](../a.md#kettle).")
        #expect(try lint(folder).status == 0)
    }

    @Test func theFixPreviewKeepsLinesAroundAndSeveralChanges() throws {
        let folder = try repository()
        let filler = (0..<12).map {
            "# Part \($0)\n\nShelf \($0) holds box \($0 * 7) and nothing else at all.\n\n"
        }.joined()
        try folder.write(Self.kettle + "\n" + filler + Self.cups + "\n" + Self.kettle, to: "b.md")
        _ = try lint(folder, "--fix-preview", "fix.diff", "--select", "identical-section")
        try git("apply fix.diff", folder)
        let link = "# Kettle\n\nSee [Kettle](a.md#kettle).\n"
        #expect(
            try folder.text("b.md") == link + "\n" + filler + "# Cups\n\nSee [Cups](a.md#cups).\n\n" + link)
    }

    /// The definition is of use above, the comment belongs to the next heading.
    @Test func theFixPreviewKeepsWhatStandsBehindTheCopy() throws {
        let folder = try repository()
        let behind =
            "\n[shelf]: shelf.md\n\n<!-- refrain-ignore identical-section: ours -->\n\n" + Self.cups
        try folder.write("See [shelf].\n\n" + Self.kettle + behind, to: "b.md")
        _ = try lint(folder, "--fix-preview", "fix.diff")
        try git("apply fix.diff", folder)
        #expect(
            try folder.text("b.md") == "See [shelf].\n\n# Kettle\n\nSee [Kettle](a.md#kettle).\n" + behind)
    }

    @Test func baselinesThatCanNotBeUsedAreNamed() throws {
        let folder = try WorkFolder([
            "a.md": Self.cups, "b.json": "{}", "v.json": "{\"schemaVersion\": 9, \"findings\": []}",
            "m.json": "{\n<<<<<<< HEAD\n=======\n>>>>>>> main\n}\n",
            "e.json":
                #"{"schemaVersion": 1, "findings": [{"rule": "empty-section", "content": [], "count": 1}]}"#,
        ])
        try expectFailure(
            ["lint", "--baseline", "no.json"], in: folder, at: "",
            "refrain: no.json: the baseline can't be read: no such file or directory; write one with --write-baseline"
        )
        try expectFailure(
            ["lint", "--baseline", "b.json"], in: folder, at: "",
            "refrain: b.json: this is no baseline; write one with --write-baseline")
        try expectFailure(
            ["lint", "--baseline", "m.json"], in: folder, at: "",
            "refrain: m.json: line 2 is a mark of a merge that is not finished; keep the findings of both sides, one a line with a comma "
                + "between, and take the marks out")
        try expectFailure(
            ["lint", "--baseline", "e.json"], in: folder, at: "",
            "refrain: e.json: finding 1 of the baseline needs a rule, content (fingerprints of 32 digits) and a count from 1 to a billion"
        )
        try expectFailure(
            ["lint", "--baseline", "v.json"], in: folder, at: "",
            "refrain: v.json: the baseline has version 9, and this program knows version 1; write it anew with --write-baseline"
        )
        try expectFailure(
            ["lint", "--prune-baseline"], in: folder, at: "",
            "refrain: there is no baseline to prune; name its file with --baseline")
    }

    @Test func settingsThatSayNothingAreNamed() throws {
        let folder = try WorkFolder([
            "a.md": Self.cups, ".refrain.yml": "lint:\n  allow: [identical-section]\n",
        ])
        try expectFailure(
            ["lint"], in: folder, at: "",
            "refrain: .refrain.yml:2: allow: “identical-section” is not RULE in PATTERN, “all” for all rules, or a list of these"
        )
        try expectFailure(
            ["lint", "--allow", "all in x", "--select", "empty-sections"], in: folder, at: "",
            "refrain: --select: there is no rule “empty-sections”; did you mean “empty-section”?")
        try expectFailure(
            ["lint", "--allow", "all in [x"], in: folder, at: "",
            "refrain: --allow: the pattern “[x” matches nothing: the [ at byte 1 has no ]; write \\[ for the character itself"
        )
        try expectFailure(
            ["lint", "--allow", "all in x", "--fail-on", "sometimes"], in: folder, at: "",
            "refrain: --fail-on: “sometimes” is not one of error, warning, note, never")
    }

    @Test func optionsThatExcludeEachOtherAreRefused() throws {
        for arguments in [
            ["--since", "HEAD", "--staged"], ["--write-baseline", "--prune-baseline"],
            ["--staged", "--write-baseline"],
        ] { #expect(try Program.run(["lint"] + arguments).status == 2) }
    }

    @Test func initMakesAnOldRepositoryGreen() throws {
        let folder = try WorkFolder([
            "docs/v1.0/a.md": Self.kettle, "docs/v1.1/a.md": Self.kettle, "docs/v1.1/b.md": Self.kettle,
            "i18n/de/a.md": Self.cups, "i18n/fr/a.md": Self.cups,
        ])
        let made = try Program.run(["init"], in: folder)
        #expect(made.status == 0 && made.output.isEmpty)
        #expect(
            made.messages == """
                refrain: .refrain.yml: wrote the settings; 5 documents found
                refrain: folders that match “docs/v[0-9]*” are taken for versions or translations of one another
                refrain: folders that match “i18n/*” are taken for versions or translations of one another
                refrain: .refrain-baseline.json: wrote 1 known finding

                """)
        #expect(try lint(folder).output == "no findings in 5 sections; not counted: 1 in the baseline\n")
        let text = try folder.text(".refrain.yml")
        try expectFailure(
            ["init"], in: folder, at: "",
            "refrain: .refrain.yml stands in this folder already, so nothing was written; refrain lint obeys it"
        )
        #expect(try folder.text(".refrain.yml") == text)
    }

    @Test func initOfAnEmptyFolderWritesNothing() throws {
        let folder = try WorkFolder()
        try expectFailure(
            ["init"], in: folder, at: "",
            "refrain: nothing was read: no section in .; folders are searched for .md, .markdown, .mdown, .mkd, .mdx, .txt and "
                + ".text files")
        #expect(try folder.names() == [])
    }

    @Test func resultsReplaceNoDocumentThatIsNamed() throws {
        let folder = try WorkFolder(["a.md": Self.cups])
        for arguments in [
            ["--format", "markdown=./a.md"], ["--fix-preview", "a.md"],
            ["--write-baseline", "--baseline", "a.md"],
        ] {
            try expectFailure(
                ["lint", "a.md"] + arguments, in: folder, at: "",
                "refrain: a.md: a result would replace what is read; give it another file")
        }
        #expect(try folder.text("a.md") == Self.cups)
    }

    @Test func aCommentInTheFolderIsNotReadAgain() throws {
        let folder = try repository()
        let first = try lint(folder, "--format", "text", "--format", "markdown=comment.md")
        let second = try lint(folder, "--format", "text", "--format", "markdown=comment.md")
        #expect(second.output == first.output)
        #expect(second.messages == "refrain: left out comment.md: the result is written to it\n")
    }

    @Test func filesThatADiffDoesNotFitAreLeftOutOfTheFixPreview() throws {
        let folder = try repository()
        try folder.write(Self.kettle.replacing("\n", with: "\r\n"), to: "c.md")
        let result = try lint(folder, "--fix-preview", "fix.diff")
        #expect(
            result.messages
                == "refrain: c.md: left out of the fix preview: its lines do not end in line feeds alone, it begins with a byte order "
                + "mark, or it is not UTF-8\n")
        try git("apply fix.diff", folder)
        #expect(try folder.text("b.md") == "# Kettle\n\nSee [Kettle](a.md#kettle).\n")
    }

    /// git refuses the whole diff for one path that leads out of the folder.
    @Test func filesOutsideTheFolderAreLeftOutOfTheFixPreview() throws {
        let folder = try repository()
        try folder.write(Self.cups, to: "sub/c.md")
        let result = try Program.run(["lint", "..", "--fix-preview", "fix.diff"], in: folder, at: "sub")
        #expect(
            result.messages
                == "refrain: ../b.md: left out of the fix preview: git applies nothing outside the current folder; run lint at the top "
                + "of the repository, on relative paths\n"
                + "refrain: ../sub/c.md: left out of the fix preview: git applies nothing outside the current folder; run lint at the top "
                + "of the repository, on relative paths\n")
        #expect(try folder.text("sub/fix.diff").isEmpty)
    }

    /// Paths that no line of a diff holds as they are, and that no link does.
    @Test func theFixPreviewTakesAnyPath() throws {
        let folder = try repository()
        try folder.write(Self.broom, to: "a (1) 50% #1.md")
        for name in ["c\n\td.md", "e\"f\\g.md", "文 档.md"] { try folder.write(Self.broom, to: name) }
        try folder.write(Self.cups + "\n# Note\n\nNobody looks here.\n", to: "x:y.md")
        try folder.write(Self.cups, to: "z/a.md")
        _ = try lint(folder, "--fix-preview", "fix.diff")
        try git("apply fix.diff", folder)
        for name in ["c\n\td.md", "e\"f\\g.md", "文 档.md"] {
            #expect(
                try folder.text(name) == "# Broom\n\nSee [Broom](a%20%281%29%2050%25%20%231.md#broom).\n")
        }
        #expect(try folder.text("x:y.md").hasPrefix("# Cups\n\nSee [Cups](a.md#cups).\n"))
    }

    /// What stands before a colon would be the scheme of an address.
    @Test func aLinkToANameWithAColonLeadsToAFile() throws {
        let folder = try WorkFolder(["a:b.md": Self.cups, "c.md": Self.cups])
        _ = try lint(folder, "--fix-preview", "fix.diff")
        #expect(try folder.text("fix.diff").contains("\n+See [Cups](./a:b.md#cups).\n"))
    }

    @Test func aResultWithoutANameIsShownAsSuch() throws {
        let folder = try repository()
        for arguments in [["--format", "sarif="], ["--fix-preview", ""]] {
            try expectFailure(
                ["lint"] + arguments, in: folder, at: "",
                "refrain: “”: the result can't be written: no such file or directory")
        }
    }

    @Test func severalFormatsGoToFilesOfTheirOwn() throws {
        let folder = try repository()
        let result = try lint(
            folder, "--format", "text", "--format", "sarif=out.sarif", "--format", "junit=out.xml")
        #expect(findings(result) == [known])
        let sarif = try JSON(folder.text("out.sarif"))["runs"].map { $0["results"] }
        #expect(sarif.count == 1)
        #expect(try folder.text("out.xml").contains("<failure type=\"identical-section\""))
    }

    /// For readers that know neither baselines nor suppressions.
    @Test func whatDoesNotCountCanBeLeftOut() throws {
        let folder = try repository()
        _ = try lint(folder, "--write-baseline")
        try folder.write("<!-- refrain-ignore identical-section -->\n\n" + Self.cups, to: "c.md")
        try folder.write(Self.kettle, to: "d.md")
        try folder.write("lint:\n  baseline: .refrain-baseline.json\n  findings: new\n", to: ".refrain.yml")
        let files = ["--format", "text", "--format", "json=out.json", "--format", "sarif=out.sarif"]
        let total =
            "1 finding (1 error) in 6 sections; not counted: 1 in the baseline, 1 suppressed by comments\n"
        for (arguments, states) in [
            ([], ["new"]), (["--findings", "all"], ["baselined", "suppressed", "new"]),
        ] {
            let result = try Program.run(["lint"] + files + arguments, in: folder)
            #expect(result.status == 1 && result.output.hasSuffix(total), "\(result.output)")
            let json = try JSON(folder.text("out.json"))
            #expect(json["findings"].map { $0["state"].text } == states)
            #expect(json["statistics"]["baselinedCount"].number == 1)
            let runs = try JSON(folder.text("out.sarif"))["runs"]
            #expect(runs.flatMap { $0["results"].map { _ in 1 } }.count == states.count)
        }
    }

    @Test func formatsForOnePlaceAreRefused() throws {
        let folder = try WorkFolder(["a.md": Self.cups])
        try expectFailure(
            ["lint", "--format", "text", "--format", "json"], in: folder, at: "",
            "refrain: --format: text and json would go to one place; write one to a file of its own, as in json=report.txt"
        )
        try expectFailure(
            ["lint", "--format", "sarif=x", "--format", "json=x"], in: folder, at: "",
            "refrain: x: two results would be written to it; give each a file of its own")
        try expectFailure(
            ["lint", "--format", "sariff=x"], in: folder, at: "",
            "refrain: --format: lint has no format “sariff”; it has text, json, github, sarif, codeclimate, checkstyle, junit, "
                + "rdjson and markdown")
    }

    @Test func rulesAreExplained() throws {
        #expect(
            try Program.output(["explain", "drifted-copy"]).hasPrefix("# drifted-copy\n\nFinds a near-copy"))
        #expect(
            try Program.output(["rules"]).hasPrefix(
                "identical-section           error    a section that says"))
        let rules = try JSON(Program.output(["rules", "--format", "json"]))["rules"].map { $0["id"] }
        #expect(rules.count == 10)
        try expectFailure(
            ["explain", "drifted-copies"], in: try WorkFolder(), at: "",
            "refrain: there is no rule “drifted-copies”; did you mean “drifted-copy”?")
    }

    private func expectFailure(
        _ arguments: [String], in folder: WorkFolder, at path: String, _ message: String
    ) throws {
        let result = try Program.run(arguments, in: folder, at: path)
        #expect(result.messages == message + "\n")
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
    }
}
