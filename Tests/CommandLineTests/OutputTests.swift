import Foundation
import TestSupport
import Testing

@testable import RefrainCLI

/// Where results and messages go.
struct OutputTests {
    @Test func outputGoesToTheFileThatIsNamed() throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        let result = try Program.run(["find", "a.md", "--output", "report.txt"], in: folder)
        #expect(try folder.text("report.txt") == "1 section, 0 clusters, 0 sections repeat others\n")
        #expect(result.output == "")
        #expect(result.messages == "")
    }

    @Test(arguments: [
        ["find", ".", "-o", "-"], ["outline", ".", "--output", "-"], ["lint", ".", "-o", "-"],
        ["outline", ".", "--merged", "-"], ["outline", ".", "--merged", "-", "-o", "outline.txt"],
        ["lint", ".", "--format", "sarif=-", "-o", "lint.txt"],
        ["lint", ".", "--fix-preview", "-", "-o", "lint.txt"],
        ["lint", ".", "--write-baseline", "--baseline", "-"],
        ["lint", ".", "--write-baseline", "--baseline", "b.json", "--format", "json=-"],
    ])
    func aDashIsStandardOutputForEveryResult(arguments: [String]) throws {
        let folder = try WorkFolder(["a.md": SampleText.repeating, "b.md": SampleText.repeating])
        let result = try Program.run(arguments, in: folder)
        #expect(result.status < 2 && !result.output.isEmpty, "\(result.messages)")
        #expect(try folder.names().allSatisfy { !$0.hasPrefix("-") })
    }

    @Test func aDashInASettingsFileIsStandardOutputToo() throws {
        let folder = try WorkFolder([".refrain.yml": "output: \"-\"\n", "sub/a.md": SampleText.single])
        #expect(try Program.run(["find"], in: folder, at: "sub").output.hasPrefix("1 section"))
    }

    @Test func aFileCalledDashIsNamedWithItsFolder() throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        #expect(try Program.output(["find", "a.md", "-o", "./-"], in: folder) == "")
        #expect(try folder.text("-").hasPrefix("1 section"))
    }

    /// What is no UTF-8 is a name all the same, in every place where a result is named.
    @Test(arguments: ["find a.md -o", "outline a.md --merged", "lint a.md --fix-preview"])
    func aNameOfAnyBytesIsWrittenTo(command: String) throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        let script =
            #"name="$(printf 'r\351\364\217\277\251')" && refrain \#(command) "$name" && test -f "$name""#
        for _ in 1...2 {
            let result = try Program.shell(script, in: folder)
            #expect(result.status == 0, "\(result.messages)")
        }
        let link = try Program.shell(
            script.replacing(" && refrain", with: #" && ln -s "$name.x" link && refrain"#)
                .replacing(#" "$name" && test -f "$name""#, with: #" link && test -f "$name.x""#), in: folder)
        #expect(link.status == 0, "\(link.messages)")
    }

    @Test func aNameOfAnyBytesThatCanNotBeWrittenIsShown() throws {
        let result = try Program.shell(#"refrain find Fixtures/EdgeCases/bom -o "$(printf 'no\351/r')""#)
        #expect(
            result.messages
                == "refrain: no\\xE9/r: the result can't be written: there is no folder “no\\xE9”\n")
    }

    @Test func resultsInOnePlaceAreRefusedByWhateverNames() throws {
        let folder = try WorkFolder(["a.md": SampleText.single, "old.txt": ""])
        try folder.link("link", to: "old.txt")
        for (first, second) in [
            ("x", "./x"), ("old.txt", "link"), ("-", "-"), ("x", folder.url("x").path()),
        ] {
            try expectFailure(
                ["lint", "a.md", "-o", first, "--format", "json=\(second)"], in: folder,
                "refrain: \(second == "-" ? "standard output" : second): two results would be written to it; give each a file of its own"
            )
        }
        try expectFailure(
            ["lint", "a.md", "--format", "json=-"], in: folder,
            "refrain: standard output: two results would be written to it; give each a file of its own")
        try expectFailure(
            ["outline", "a.md", "--merged", "-", "--format", "json"], in: folder,
            "refrain: standard output: two results would be written to it; give each a file of its own")
        // Names that only look alike are two.
        _ = try Program.output(
            ["lint", "a.md", "-o", "caf\u{E9}", "--format", "json=cafe\u{301}"], in: folder)
        #expect(try folder.names().count == 5)
    }

    @Test func noPartialFileIsLeft() throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        _ = try Program.output(["find", "a.md", "-o", "report.txt"], in: folder)
        #expect(try folder.names() == ["a.md", "report.txt"])
    }

    @Test func failedRunLeavesTheOldResult() throws {
        let folder = try WorkFolder(["report.txt": "old"])
        let result = try Program.run(["find", "missing.md", "-o", "report.txt"], in: folder)
        #expect(result.status == 2)
        #expect(try folder.text("report.txt") == "old")
        #expect(try folder.names() == ["report.txt"])
    }

    @Test func replacedFileKeepsItsPermissions() throws {
        let folder = try WorkFolder(["a.md": SampleText.single, "report.txt": "old"])
        let path = folder.url("report.txt").path()
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        _ = try Program.output(["find", "a.md", "-o", "report.txt"], in: folder)
        let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(permissions as? Int == 0o640)
    }

    @Test func linkedFileIsReplacedAndTheLinkKept() throws {
        let folder = try WorkFolder(["a.md": SampleText.single, "real/report.txt": "old"])
        try folder.link("report.txt", to: "real/report.txt")
        _ = try Program.output(["find", "a.md", "-o", "report.txt"], in: folder)
        #expect(try folder.text("real/report.txt").hasPrefix("1 section,"))
        #expect(try folder.names(in: "real") == ["report.txt"])
    }

    @Test func danglingLinkGetsItsTargetAndIsKept() throws {
        let folder = try WorkFolder(["a.md": SampleText.single, "real/old.txt": ""])
        try folder.link("report.txt", to: "links/today.txt")
        try folder.link("links/today.txt", to: "../real/new.txt")
        _ = try Program.output(["find", "a.md", "-o", "report.txt"], in: folder)
        #expect(try folder.text("real/new.txt").hasPrefix("1 section,"))
        #expect(try folder.names() == ["a.md", "links", "real", "report.txt"])
        #expect(try folder.names(in: "real") == ["new.txt", "old.txt"])
        #expect(try folder.target(ofLink: "report.txt") == "links/today.txt")
        #expect(try folder.target(ofLink: "links/today.txt") == "../real/new.txt")
    }

    @Test func fileWithTheLongestNameIsWrittenAndReplaced() throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        let name = String(repeating: "r", count: 255)
        for _ in 1...2 { _ = try Program.output(["find", "a.md", "-o", name], in: folder) }
        #expect(try folder.text(name).hasPrefix("1 section,"))
        #expect(try folder.names() == ["a.md", name])
    }

    // A folder of the test's own: nothing else below /dev may be touched.
    @Test(.enabled(if: FileManager.default.isWritableFile(atPath: "/dev/shm")))
    func fileInSharedMemoryIsReplaced() throws {
        let folder = try WorkFolder(in: URL(filePath: "/dev/shm"))
        let path = folder.url("report.txt").path()
        for _ in 1...2 {
            _ = try Program.output(["find", "Fixtures/EdgeCases/one-section", "-o", path])
        }
        #expect(try folder.text("report.txt") == "1 section, 0 clusters, 0 sections repeat others\n")
    }

    // A pipe of the test's own stands for a device: a faulty program run by root would replace a real one for everybody.
    @Test func pipeIsWrittenToAndNotReplaced() throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        let result = try Program.shell(
            "mkfifo pipe && exec 3<>pipe && refrain find a.md -o pipe && test -p pipe && head -n 1 <&3",
            in: folder)
        #expect(result.output == "1 section, 0 clusters, 0 sections repeat others\n")
        #expect(result.status == 0)
        #expect(try folder.names() == ["a.md", "pipe"])
    }

    // A name below /dev/fd leads to a regular file, in a place where nothing can be replaced.
    @Test func fileThatTheShellHasOpenedIsWrittenToAtItsEnd() throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        let result = try Program.shell(
            "{ echo before >&3; refrain find a.md -o /dev/fd/3; } 3>out.txt", in: folder)
        #expect(result.status == 0, "\(result.messages)")
        #expect(
            try folder.text("out.txt") == "before\n1 section, 0 clusters, 0 sections repeat others\n")
    }

    @Test(arguments: ["/proc/self/fd/3", "/dev//fd/3", "link"])
    func descriptorByAnyNameIsWrittenToAtItsEnd(_ name: String) throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        try folder.link("link", to: "/dev/fd/3")
        let result = try Program.shell(
            "{ echo before >&3; refrain find a.md -o \(name); } 3>out.txt", in: folder)
        #expect(result.status == 0, "\(result.messages)")
        #expect(try folder.text("out.txt").hasPrefix("before\n1 section"))
    }

    @Test func earlierReportInAWalkedFolderIsLeftOut() throws {
        let folder = try WorkFolder(["docs/a.md": SampleText.repeating])
        let arguments = ["find", "docs", "--output", "docs/outline.md"]
        _ = try Program.output(arguments, in: folder)
        let first = try folder.text("docs/outline.md")
        let again = try Program.run(arguments, in: folder)
        #expect(again.messages == "refrain: left out docs/outline.md: the result is written to it\n")
        #expect(again.status == 0)
        #expect(try folder.text("docs/outline.md") == first)
    }

    @Test func quietSaysNothingOfSkippedInputs() throws {
        let result = try Program.run([
            "find", "--quiet", "Fixtures/EdgeCases/binary", "Fixtures/EdgeCases/bom",
        ])
        #expect(result.messages == "")
        #expect(result.status == 0)
    }

    @Test func verboseNamesTheStagesInOrder() throws {
        let result = try Program.run(["find", "--verbose", "Fixtures/EdgeCases/one-section"])
        let names = result.messages.split(separator: "\n").map { $0.split(separator: ":")[1].dropFirst() }
        #expect(
            names == [
                "read", "split", "vectorize", "join", "cluster",
                "pairs found by index; estimated for one core", "report", "peak memory",
            ])
    }

    @Test func verboseSaysHowPairsWereFound() throws {
        for method in ["dense", "index"] {
            let result = try Program.run(["find", "-v", "--join", method, "Fixtures/EdgeCases/one-section"])
            #expect(
                result.messages.contains(
                    "refrain: pairs found by \(method); estimated for one core: dense 0.000 s"))
        }
    }

    @Test func everyWayToJoinGivesTheSameBytes() throws {
        let reports = try ["auto", "dense", "index"].map { method in
            try Program.output(["find", "--format", "json", "--join", method, "Fixtures/Handbook/pages"])
        }
        #expect(Set(reports).count == 1)
    }

    @Test func aSmallMemoryBudgetGivesTheSameBytes() throws {
        let reports = try ["1KB", "100KB", "2GB"].map { budget in
            try Program.output([
                "find", "--format", "json", "--memory-budget", budget, "Fixtures/Handbook/pages",
            ])
        }
        #expect(Set(reports).count == 1)
    }

    @Test func workingMemoryThatCannotGoToDiskIsAFailure() throws {
        let result = try Program.shell(
            "TMPDIR=/no/such refrain find --memory-budget 1KB Fixtures/Handbook/pages")
        #expect(
            result.messages == """
                refrain: /no/such: working memory can't go to disk there: no such file or directory; set TMPDIR to a folder \
                with more room, or give more --memory-budget

                """)
        #expect(result.output == "")
        #expect(result.status == 2)
    }

    /// That a join stops there is tested by itself: fifty million pairs take too long for a test.
    @Test func morePairsThanTheBudgetHasRoomForAreAFailureWithARemedy() {
        #expect(
            Failure.tooManyPairs(most: 50_000_000, threshold: 0.1).message == """
                more than 50000000 pairs of different sections reach the threshold of 0.1, and they take more than the memory \
                budget; raise --threshold, or give more --memory-budget
                """)
    }

    @Test func theDiskIsNotTouchedWhereMemoryIsEnough() throws {
        #expect(try Program.shell("TMPDIR=/no/such refrain find Fixtures/Handbook/pages").status == 0)
    }

    @Test func elapsedSecondsStandInJSONUnderVerboseOnly() throws {
        let arguments = ["find", "--format", "json", "Fixtures/EdgeCases/one-section"]
        #expect(try !Program.output(arguments).contains("elapsedSeconds"))
        let verbose = try Program.run(arguments + ["--verbose"]).output
        #expect(verbose.contains("\"elapsedSeconds\": {\"read\": 0."))
        #expect(try JSON(verbose)["statistics"]["peakMemoryBytes"].number > 1 << 20)
    }

    @Test func pairsCanBeLeftOutOfJSON() throws {
        let arguments = ["find", "--format", "json", "Fixtures/QuestionBank/questions.md", "--pairs"]
        let none = try JSON(Program.output(arguments + ["none"]))
        #expect(none["pairs"].map { _ in 1 } == [])
        #expect(none["statistics"]["pairCount"].number == 9)
        #expect(none["statistics"]["listedPairCount"].number == 0)
        let distinct = try JSON(Program.output(arguments + ["distinct"]))
        #expect(distinct["statistics"]["listedPairCount"].number == 9)
    }

    @Test func quietOnTheCommandLineTakesBackVerboseOfTheFile() throws {
        let folder = try WorkFolder([".refrain.yml": "verbose: true\n", "a.md": SampleText.single])
        #expect(try Program.run(["find"], in: folder).messages != "")
        #expect(try Program.run(["find", "-q"], in: folder).messages == "")
    }

    @Test func messagesToAClosedStreamGoIntoNoFile() throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        let result = try Program.shell(
            "refrain find --verbose a.md -o report.txt <&- >&- 2>&-", in: folder)
        #expect(result.status == 0)
        #expect(try folder.text("report.txt") == "1 section, 0 clusters, 0 sections repeat others\n")
        #expect(try folder.text("a.md") == SampleText.single)
    }

    @Test func readerThatGoesAwayEndsTheProgramWithoutAMessage() throws {
        let result = try Program.shell(
            "refrain find Fixtures/QuestionBank/questions.md --format json | head -c 10")
        #expect(result.output.utf8.count == 10)
        #expect(result.messages == "")
    }
}
