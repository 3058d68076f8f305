import ArgumentParser
import Foundation

/// `RefrainBenchmarks speed`.
struct SpeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "speed", abstract: "Measure the tools and the stages, and write a report.")

    @OptionGroup var source: CorpusOptions

    @Option(
        help:
            "What the report calls the corpus. (default: made records and their seed, or records of the user's)"
    )
    var corpusName: String?

    @Option(help: "Numbers of records, by commas; those that the corpus does not have are left out.")
    var sizes = "1000,10000,50000,100000,150000"

    @Option(help: "How often each tool runs at each size.")
    var runs = 3

    @Option(help: "Tools by commas: \(Tool.allCases.map(\.rawValue).joined(separator: ", ")). (default: all)")
    var tools: String?

    @Option(help: "Seconds after which a tool is stopped.")
    var limit = 300.0

    @Option(help: "Seconds above which a tool runs once at a size.")
    var singleRunAbove = 60.0

    @Option(help: "How many threads the tools may use. (default: as many as there are cores)")
    var threads: Int?

    @Option(help: "On how many records the stages are measured, 0 for none.")
    var kernelRecords = 50_000

    @Option(help: "How many records the corpus is repeated to for the last run, 0 for no such run.")
    var millionRecords = 0

    @Option(help: "The memory of that run, in whole GB (of 1024 MB): its budget, and where it is stopped.")
    var millionGigabytes = 8

    @Option(help: "Seconds after which that run is stopped.")
    var millionLimit = 3600.0

    @Option(help: "Unicode scalars to one edit in the copies of that run.")
    var scalarsPerEdit = 200

    @Option(help: "The report's folder. (default: Reports/Speed/<date>-<machine>)")
    var output: String?

    @Option(help: "The folder for records and lists of pairs.")
    var work = ".build/bench/work"

    @Option(help: "What the machine is called. (default: its processor's name)")
    var machine: String?

    @Option(help: "The program refrain.")
    var refrain = ".build/release/refrain"

    @Option(help: "A Python that has the peers.")
    var python = ".build/bench/venv/bin/python"

    @Option(help: "The script that runs a peer.")
    var script = "Benchmarks/peers.py"

    @Option(help: "The commit that is measured.")
    var commit = "unknown"

    func validate() throws {
        guard !sizeList.isEmpty, sizeList.allSatisfy({ $0 > 0 }) else {
            throw ValidationError("--sizes \(sizes): whole numbers above 0, by commas, as 1000,10000")
        }
        guard runs > 0 else { throw ValidationError("--runs \(runs): at least 1") }
        guard scalarsPerEdit > 0 else {
            throw ValidationError("--scalars-per-edit \(scalarsPerEdit): at least 1")
        }
        for word in toolWords where Tool(rawValue: word) == nil {
            throw ValidationError(
                "--tools \(word): no such tool; there are "
                    + Tool.allCases.map(\.rawValue).joined(separator: ", "))
        }
    }

    private var sizeList: [Int] { sizes.split(separator: ",").map { Int($0) ?? 0 } }
    private var toolWords: [String] {
        tools?.split(separator: ",").map(String.init) ?? Tool.allCases.map(\.rawValue)
    }

    func run() throws {
        let threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
        let machine = Machine.current(name: machine)
        let date = String(Date.now.ISO8601Format().prefix(10))
        let results = SpeedResults(
            date: date, machine: machine, commit: commit,
            corpus: CorpusDescription(
                name: corpusName ?? (source.path == nil ? madeCorpusName : "records of the user's")),
            settings: MeasuringSettings(
                sizes: Set(sizeList).sorted(), runs: runs, limitSeconds: limit,
                singleRunSeconds: singleRunAbove,
                threads: threads))
        var run = SpeedRun(
            results: results, corpus: source.corpus,
            tools: Tool.allCases.filter { toolWords.contains($0.rawValue) },
            commands: ToolCommands(refrain: refrain, python: python, script: script, threads: threads),
            folder: ReportFolder(path: output ?? "Reports/Speed/\(date)-\(machine.slug)"), work: work)
        try run.measureTools()
        if millionRecords > 0 { try run.measureMillion(million) }
        try run.compare()
        if kernelRecords > 0 { try run.measureKernels(records: kernelRecords) }
        Progress.say("the report: \(run.folder.path)/README.md")
    }

    private var madeCorpusName: String { "made records (`RefrainBenchmarks corpus`, seed \(source.seed))" }

    private var million: MillionSettings {
        MillionSettings(
            records: millionRecords, budgetGigabytes: millionGigabytes, limitSeconds: millionLimit,
            copies: EditedCopies(seed: source.seed, scalarsPerEdit: scalarsPerEdit))
    }
}
