/// The results of a run as one page of Markdown.
struct Summary {
    private let results: SpeedResults

    init(of results: SpeedResults) {
        self.results = results
    }

    /// The page.
    var text: String {
        [head, goals, times, memory, pairs, stages, kernels, million, method].filter { !$0.isEmpty }
            .joined(separator: "\n\n") + "\n"
    }

    private var head: String {
        let machine = results.machine
        let versions = results.versions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return """
            # Speed, \(results.date)

            \(machine.name), \(machine.cores) cores, \(Figures.count(machine.memoryBytes / 1_000_000)) MB of memory, \
            \(machine.system). Commit \(results.commit). \(versions.joined(separator: ", ")).

            Corpus: \(results.corpus.name). \(runsInWords) The raw figures are in \
            [results.json](results.json).

            ![Wall time against the number of records](time.svg) [Memory likewise](memory.svg).
            """
    }

    private var runsInWords: String {
        let settings = results.settings
        let runs = settings.runs == 1 ? "One run" : "\(settings.runs) runs"
        return "\(runs) each, the tools in turn; medians, in brackets the lowest and the highest."
    }

    // MARK: Goals

    private var goals: String {
        let ways = [Tool.refrain, .refrainPairs].filter(results.tools.contains)
        guard !ways.isEmpty else { return "" }
        let columns = ways.map { Goals(of: $0, in: results).all }
        let rows = columns[0].indices.map { row in
            [columns[0][row].name, Self.target(columns[0][row])] + columns.map { Self.reached($0[row]) }
        }
        return "## Goals\n\n" + Table(head: ["goal", "target"] + ways.map(Self.name), rows: rows).text
    }

    private static func target(_ goal: Goal) -> String {
        switch goal.target {
        case .atLeast(let value): "≥ \(Figures.plain(value))\(goal.unit)"
        case .atMost(let value): "≤ \(Figures.plain(value))\(goal.unit)"
        }
    }

    private static func reached(_ goal: Goal) -> String {
        let value: String
        switch goal.figure {
        case .exactly(let figure): value = Figures.short(figure) + goal.unit
        case .moreThan(let figure): value = "> " + Figures.short(figure) + goal.unit
        case nil: return "not measured"
        }
        return value + ", " + (goal.isMet.map { $0 ? "met" : "**not met**" } ?? "open")
    }

    // MARK: Tools

    private var times: String {
        "## Time\n\nWall seconds of the whole process, reading included.\n\n"
            + sizeTable { $0.wallSeconds.map { Figures.spread($0) } }
            + "\n\nSeconds of processor time, all threads.\n\n"
            + sizeTable { $0.cpuSeconds.map { Figures.spread($0) } } + failures
    }

    /// What tools said that failed, a line each.
    private var failures: String {
        let lines = results.measurements.compactMap { measurement -> String? in
            guard case .failed(let message) = measurement.outcome else { return nil }
            return
                "- \(Self.name(measurement.tool)) failed on \(Figures.count(measurement.records)) records: \(message)"
        }
        return lines.isEmpty ? "" : "\n\n" + lines.joined(separator: "\n")
    }

    private var memory: String {
        "## Memory\n\nPeak in MB (10⁶ bytes).\n\n"
            + sizeTable { $0.peakBytes.map { Figures.spread($0, per: 1e6) } }
    }

    private func sizeTable(_ cell: (Measurement) -> String?) -> String {
        let rows = results.tools.map { tool in
            [Self.name(tool)]
                + results.sizes.map { size in
                    guard let measurement = results.measurement(tool, records: size) else { return "" }
                    return cell(measurement) ?? Self.name(measurement.outcome)
                }
        }
        return Table(head: ["records"] + results.sizes.map(Figures.count), rows: rows).text
    }

    private static func name(_ tool: Tool) -> String { "`\(tool.rawValue)`" }

    private static func name(_ outcome: Outcome) -> String {
        switch outcome {
        case .finished: "finished"
        case .timeLimit(let seconds): "stopped at \(Figures.plain(seconds)) s"
        case .memoryLimit(let bytes): "stopped at \(Figures.count(bytes / 1_000_000)) MB"
        case .failed: "failed"
        }
    }

    private var pairs: String {
        guard !results.accuracies.isEmpty else { return "" }
        let sizes = Set(results.accuracies.map(\.records)).sorted()
        let tools = results.tools.filter { tool in results.accuracies.contains { $0.tool == tool } }
        let rows = tools.map { tool in
            [Self.name(tool)]
                + sizes.map { size in
                    results.accuracy(tool, records: size).map {
                        "\(Figures.count($0.pairs)) / \(Figures.percentage($0.share)) / "
                            + Figures.count($0.pairsBelowThreshold)
                    } ?? ""
                }
        }
        return """
            ## Pairs

            Pairs found / share of the exact pairs among them / pairs below the exact threshold. Exact pairs are those of \
            `refrain-plain`, which `make oracle` holds against scikit-learn's full product. `refrain-pairs` compares \
            normalized text, so some of its pairs are others.


            """ + Table(head: ["records"] + sizes.map(Figures.count), rows: rows).text
    }

    // MARK: Stages

    private var stages: String {
        let tool = Tool.refrain
        let measured = results.sizes.compactMap { results.measurement(tool, records: $0) }
        var names: [String] = []
        for stage in measured.flatMap(\.runs).flatMap(\.stages) where !names.contains(stage.stage) {
            names.append(stage.stage)
        }
        guard !names.isEmpty else { return "" }
        let rows = names.map { name in
            [name] + measured.map { $0.seconds(ofStage: name).map { Figures.spread($0) } ?? "" }
        }
        return "## Stages\n\nSeconds of `refrain`'s stages, from its own `--verbose`.\n\n"
            + Table(head: ["records"] + measured.map { Figures.count($0.records) }, rows: rows).text
    }

    private var kernels: String {
        guard let kernels = results.kernels else { return "" }
        let rows = kernels.results.map { kernel in
            [
                kernel.name, "\(kernel.threads)", Figures.spread(kernel.seconds),
                Figures.count(kernel.peakBytes / 1_000_000),
                kernel.figures.map { "\(Figures.short($0.value)) \($0.name)" }.joined(separator: ", "),
            ]
        }
        return
            "## Kernels\n\nEach stage by itself in one process, on \(Figures.count(kernels.records)) records. Peak memory "
            + "is that of the process while the stage ran. \(denseShare(kernels))\n\n"
            + Table(head: ["stage", "threads", "s", "peak MB", "figures"], rows: rows).text
    }

    private func denseShare(_ kernels: KernelReport) -> String {
        let rates = ["join (dense)", "sgemm"].compactMap { name in
            kernels.results.first { $0.name == name }?.figures.first { $0.name == "GFLOP/s" }?.value
        }
        guard rates.count == 2 else { return "" }
        return
            "The dense join runs at \(Figures.percentage(rates[0] / rates[1])) of what `sgemm` gives on this machine."
    }

    private var million: String {
        guard let million = results.million else { return "" }
        let figures = million.run.figures
        let stages = million.run.stages.map { "\($0.stage) \(Figures.short($0.seconds)) s" }.joined(
            separator: ", ")
        return """
            ## \(Figures.count(million.records)) records

            The corpus repeated, with seeded edits in each copy: \(Figures.count(million.fileBytes / 1_000_000)) MB, \
            `--memory-budget` \(Figures.count(million.budgetBytes / 1_000_000)) MB. The run \(Self.name(figures.outcome)): \
            \(Figures.short(figures.wallSeconds)) s, \(Figures.short(figures.cpuSeconds)) s of processor time, peak \
            \(Figures.count(figures.peakBytes / 1_000_000)) MB. \(stages)
            """
    }

    // MARK: How

    private var method: String {
        let settings = results.settings
        let tools = results.tools.map { "- \(Self.name($0)): \($0.method)." }.joined(separator: "\n")
        return """
            ## How it was measured

            Every tool is a process of its own on the same file, one after the other, no two at once, in another order each \
            round. It reads the file (in the page cache), compares the field `text` only, and ends when its result is \
            written. Wall time runs from start to end of the process; processor time and peak memory are the kernel's account \
            (`wait4`). Tools that can use \(settings.threads) threads do. After \(Figures.plain(settings.limitSeconds)) s a \
            tool is stopped and not run at larger sizes; one that takes more than \
            \(Figures.plain(settings.singleRunSeconds)) s runs once at a size.

            \(tools)
            """
    }
}
