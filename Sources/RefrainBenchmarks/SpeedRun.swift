import Foundation

/// The run on many records.
struct MillionSettings {
    /// How many records there are to be.
    let records: Int
    /// The memory that Refrain is given, in GB of 1024 MB.
    let budgetGigabytes: Int
    /// After how many seconds it is stopped.
    let limitSeconds: Double
    /// How the corpus is repeated.
    let copies: EditedCopies
}

/// A run of the benchmarks: what is measured, one after the other. What is known so far is written after each size.
struct SpeedRun {
    /// What has been measured.
    var results: SpeedResults
    /// Where the records come from.
    let corpus: Corpus
    /// What is measured.
    let tools: [Tool]
    /// How tools are started.
    let commands: ToolCommands
    /// Where the report goes.
    let folder: ReportFolder
    /// The folder for records and lists of pairs.
    let work: String

    // MARK: Tools

    /// Measures all tools at all sizes.
    mutating func measureTools() throws {
        try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
        var running = tools
        for (place, size) in results.settings.sizes.enumerated() {
            let written = try corpus.write(first: size, to: recordPath(size))
            guard written == size else {
                if place == 0 {
                    throw BenchmarkFailure.corpusTooSmall(
                        path: results.corpus.name, records: written, wanted: size)
                }
                Progress.say(
                    "\(Figures.count(size)) records: the corpus has \(Figures.count(written)), left out")
                break
            }
            results.corpus.fileBytes[size] = Self.fileSize(recordPath(size))
            let measured = try measure(
                running.filter { $0.onlySize == nil || $0.onlySize == size }, records: size)
            results.measurements += measured
            running.removeAll { tool in measured.contains { $0.tool == tool && $0.outcome != .finished } }
            try folder.write(results)
        }
    }

    /// The runs of some tools at one size, in turn: each round begins with another tool.
    private mutating func measure(_ tools: [Tool], records: Int) throws -> [Measurement] {
        var measured = tools.map { Measurement(tool: $0, records: records, runs: []) }
        for round in 0..<results.settings.runs {
            for step in tools.indices {
                let place = (step + round) % tools.count
                guard isWorthARun(measured[place]) else { continue }
                let run = try run(tools[place], records: records)
                measured[place].runs.append(run)
                Progress.say(Self.line(tools[place], records, run.figures))
            }
        }
        return measured
    }

    private func isWorthARun(_ measurement: Measurement) -> Bool {
        guard let first = measurement.runs.first else { return true }
        return measurement.outcome == .finished
            && first.figures.wallSeconds <= results.settings.singleRunSeconds
    }

    private mutating func run(_ tool: Tool, records: Int) throws -> ToolRun {
        let output = resultPath(tool, records)
        let arguments = commands.arguments(for: tool, input: recordPath(records), output: output)
        let run = try run(
            arguments, name: tool.rawValue, timeLimit: results.settings.limitSeconds, memoryLimit: nil)
        if tool.isPeer, let data = FileManager.default.contents(atPath: streamPath(tool.rawValue, "out")),
            let said = try? JSONDecoder().decode(PeerReport.self, from: data)
        {
            results.versions.merge(said.versions) { $1 }
        }
        return run
    }

    private func run(
        _ arguments: [String], name: String, timeLimit: Double, memoryLimit: Int?
    ) throws -> ToolRun {
        let load = Self.loadAverage()
        let figures = try ChildProcess(
            arguments: arguments, environment: commands.environment, outputPath: streamPath(name, "out"),
            errorPath: streamPath(name, "err"), timeLimit: timeLimit, memoryLimit: memoryLimit
        ).run()
        let messages = (try? String(contentsOfFile: streamPath(name, "err"), encoding: .utf8)) ?? ""
        return ToolRun(figures: figures, stages: StageSeconds.stages(in: messages), loadAverage: load)
    }

    // MARK: The rest

    /// Repeats the largest corpus to many records and runs Refrain on it.
    mutating func measureMillion(_ settings: MillionSettings) throws {
        guard let largest = results.sizes.last else { return }
        let (path, output) = ("\(work)/repeated.jsonl", "\(work)/repeated.out")
        Progress.say("\(Figures.count(settings.records)) records are written")
        try settings.copies.write(settings.records, of: recordPath(largest), to: path)
        let budget = settings.budgetGigabytes << 30
        let arguments =
            commands.find(path, output) + [
                "--memory-budget", "\(settings.budgetGigabytes)GB", "--max-file-size", "1024GB",
            ]
        let run = try run(arguments, name: "repeated", timeLimit: settings.limitSeconds, memoryLimit: budget)
        Progress.say(Self.line(.refrain, settings.records, run.figures))
        results.million = MillionResult(
            records: settings.records, fileBytes: Self.fileSize(path), budgetBytes: budget, run: run)
        for file in [path, output] { try? FileManager.default.removeItem(atPath: file) }
        try folder.write(results)
    }

    /// Compares the pairs of all tools with the exact ones. After the last measurement: lists of pairs take memory.
    mutating func compare() throws {
        for size in results.sizes {
            guard results.measurement(.refrainPlain, records: size)?.outcome == .finished else { continue }
            let exact = try PairList(path: resultPath(.refrainPlain, size), format: .jsonLines)
            for measurement in results.measurements
            where measurement.records == size && measurement.outcome == .finished {
                guard let format = measurement.tool.pairFormat else { continue }
                let found = try PairList(path: resultPath(measurement.tool, size), format: format)
                results.accuracies.append(
                    Accuracy(of: found, exact: exact, tool: measurement.tool, records: size))
            }
        }
        try folder.write(results)
    }

    /// Measures the stages on the largest size that has no more than `records` records, or on the smallest.
    mutating func measureKernels(records: Int) throws {
        guard let size = results.sizes.last(where: { $0 <= records }) ?? results.sizes.first else { return }
        Progress.say("the stages on \(Figures.count(size)) records")
        let kernels = StageKernels(threads: results.settings.threads, runs: results.settings.runs)
        let dense = DenseKernels(threads: results.settings.threads)
        results.kernels = KernelReport(
            records: size, results: try kernels.results(onFile: recordPath(size), dense: dense))
        try folder.write(results)
    }

    // MARK: Files

    private func recordPath(_ records: Int) -> String { "\(work)/records-\(records).jsonl" }
    private func resultPath(_ tool: Tool, _ records: Int) -> String {
        "\(work)/\(tool.rawValue)-\(records).out"
    }
    private func streamPath(_ name: String, _ stream: String) -> String { "\(work)/\(name).std\(stream)" }

    private static func fileSize(_ path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }

    private static func loadAverage() -> Double {
        var averages = [0.0, 0, 0]
        return getloadavg(&averages, 3) > 0 ? averages[0] : 0
    }

    private static func line(_ tool: Tool, _ records: Int, _ figures: ProcessFigures) -> String {
        var line =
            "\(Figures.count(records)) records, \(tool.rawValue): \(Figures.short(figures.wallSeconds)) s, "
        line +=
            "\(Figures.short(figures.cpuSeconds)) s of processor, \(Figures.count(figures.peakBytes / 1_000_000)) MB"
        if figures.outcome != .finished { line += ", \(figures.outcome)" }
        return line
    }
}

/// What a peer says of itself.
private struct PeerReport: Decodable {
    let versions: [String: String]
}
