import Foundation
import TestSupport
import Testing

@testable import RefrainBenchmarks

/// A whole run, with a shell script in the place of each tool.
struct SpeedRunTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A program that writes `output` to the file that the option `option` names.
    private func program(_ name: String, option: String, output: String, status: Int = 0) throws -> String {
        let script = """
            #!/bin/sh
            while [ $# -gt 0 ]; do [ "$1" = \(option) ] && out=$2; shift; done
            printf '\(output)' > "$out"
            echo 'refrain: join: 0.250 s' >&2
            echo '{"versions": {"peer": "1.0"}}'
            exit \(status)

            """
        let path = try folder.write(name, Array(script.utf8))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    private func run(_ tools: [Tool], peerStatus: Int = 0, runs: Int = 2) throws -> SpeedRun {
        var results = SampleResults.results([])
        results.settings = MeasuringSettings(
            sizes: [10, 20], runs: runs, limitSeconds: 60, singleRunSeconds: 60, threads: 1)
        let refrain = try program(
            "refrain", option: "--output", output: #"{"a": 0, "b": 1}\n{"a": 2, "b": 3}\n"#)
        let peer = try program(
            "peer", option: "--pairs", output: #"\000\000\000\000\001\000\000\000"#, status: peerStatus)
        return SpeedRun(
            results: results, corpus: .synthetic(SyntheticCorpus(seed: 1)), tools: tools,
            commands: ToolCommands(refrain: refrain, python: peer, script: "peers.py", threads: 1),
            folder: ReportFolder(path: folder.path("report")), work: folder.path("work"))
    }

    @Test func everyToolRunsAtEverySizeAndIsComparedWithTheExactPairs() throws {
        var run = try run([.refrainPlain, .gaoya])
        try run.measureTools()
        try run.compare()
        #expect(run.results.measurements.map(\.records) == [10, 10, 20, 20])
        #expect(run.results.measurements.allSatisfy { $0.runs.count == 2 && $0.outcome == .finished })
        #expect(run.results.versions["peer"] == "1.0")
        #expect(run.results.accuracy(.gaoya, records: 20)?.share == 0.5)
        #expect(run.results.measurement(.refrainPlain, records: 10)?.seconds(ofStage: "join")?.median == 0.25)
        #expect(try ReportFolder(path: folder.path("report")).results() == run.results)
    }

    @Test func aToolThatFailedIsNotRunAgain() throws {
        var run = try run([.refrainPlain, .gaoya], peerStatus: 1)
        try run.measureTools()
        let failed = run.results.measurements.filter { $0.tool == .gaoya }
        #expect(failed.map(\.records) == [10] && failed.map(\.runs.count) == [1])
        #expect(run.results.measurements.count { $0.tool == .refrainPlain } == 2)
    }

    @Test func aSizeThatTheCorpusDoesNotHaveIsLeftOut() throws {
        let source = folder.path("source.jsonl")
        try Corpus.synthetic(SyntheticCorpus(seed: 1)).write(first: 15, to: source)
        var small = try run([.refrainPlain])
        small = SpeedRun(
            results: small.results, corpus: .file(source), tools: small.tools, commands: small.commands,
            folder: small.folder, work: small.work)
        try small.measureTools()
        #expect(small.results.sizes == [10])
    }

    @Test func manyRecordsAreMadeOfTheLargestSize() throws {
        var run = try run([.refrainPlain], runs: 1)
        try run.measureTools()
        try run.measureMillion(
            MillionSettings(
                records: 50, budgetGigabytes: 1, limitSeconds: 60,
                copies: EditedCopies(seed: 1, scalarsPerEdit: 200)))
        #expect(run.results.million?.records == 50)
        #expect(run.results.million?.run.figures.outcome == .finished)
    }
}
