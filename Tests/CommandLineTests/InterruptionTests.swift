import Foundation
import Testing

/// Ctrl-C and its like.
struct InterruptionTests {
    /// More than a pipe holds, and no end.
    private static let endlessText = String(
        repeating: "# Cups\n\nSix cups hang over the sink.\n\n", count: 5000)

    /// Records whose pairs take a gigabyte, which is not written in no time.
    private static let records = String(
        repeating: "{\"text\": \"Six cups hang over the sink.\"}\n", count: 6000)

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func signalEndsTheProgramWhileItReads(_ signal: Int32) throws {
        let folder = try WorkFolder(["report.txt": "old"])
        let program = try RunningProgram(["find", "-", "-o", "report.txt"], in: folder)
        try program.write(Self.endlessText)
        let end = program.interrupt(by: signal)
        #expect(end.reason == .uncaughtSignal)
        #expect(end.status == signal)
        #expect(try program.message() == "")
        #expect(try folder.text("report.txt") == "old")
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGKILL])
    func signalLeavesNothingOfAHalfWrittenResult(_ signal: Int32) throws {
        let folder = try WorkFolder(["a.jsonl": Self.records, "report.jsonl": "old"])
        let program = try RunningProgram(
            ["find", "a.jsonl", "--format", "jsonl", "-o", "report.jsonl"], in: folder)
        // The result is written to a file without a name, or where there are none beside its place: either is the sign that
        // writing has begun. The bound ends the test where none comes.
        for _ in 0..<1_000_000 where try program.hasNamelessFile || folder.names().count == 3 { break }
        // What no file system can help with: nobody is left to take the file away.
        if signal == SIGKILL, !program.hasNamelessFile { return }
        let end = program.interrupt(by: signal)
        #expect(end.reason == .uncaughtSignal)
        #expect(end.status == signal)
        #expect(try folder.names() == ["a.jsonl", "report.jsonl"])
        #expect(try folder.text("report.jsonl") == "old")
    }

    @Test func signalEndsTheProgramWhileNobodyTakesItsResult() throws {
        let folder = try WorkFolder(["a.jsonl": Self.records])
        let program = try RunningProgram(["find", "a.jsonl", "--format", "jsonl"], in: folder)
        #expect(try program.output(5) == "{\"a\":")
        let end = program.interrupt(by: SIGINT)
        #expect(end.reason == .uncaughtSignal)
        #expect(end.status == SIGINT)
    }

    @Test func ignoredSignalStaysIgnored() throws {
        let folder = try WorkFolder()
        let program = try RunningProgram(
            ["find", "-"], in: folder, shell: "trap '' HUP; echo ready; exec \"$0\" \"$@\"")
        #expect(try program.output(6) == "ready\n")
        kill(program.process.processIdentifier, SIGHUP)
        try program.write(SampleText.single)
        try program.endInput()
        #expect(try program.output(100) == "1 section, 0 clusters, 0 sections repeat others\n")
        program.process.waitUntilExit()
        #expect(program.process.terminationStatus == 0)
    }

    @Test func fileThatReachesItsLimitIsAFailureAndLeavesNothing() throws {
        let folder = try WorkFolder(["a.jsonl": Self.records, "report.jsonl": "old"])
        let result = try Program.shell(
            "ulimit -f 100; refrain find a.jsonl --format jsonl -o report.jsonl", in: folder)
        #expect(result.messages == "refrain: report.jsonl: the result can't be written: file too large\n")
        #expect(result.status == 2)
        #expect(try folder.names() == ["a.jsonl", "report.jsonl"])
        #expect(try folder.text("report.jsonl") == "old")
    }
}
