/// What a stage of Refrain took.
struct StageSeconds: Codable, Equatable {
    /// The stage's name, as `--verbose` says it.
    var stage: String
    /// Its wall time, in seconds.
    var seconds: Double

    /// The stages that the program names under `--verbose`: lines such as "refrain: join: 0.123 s".
    static func stages(in messages: String) -> [StageSeconds] {
        messages.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count >= 3, words[words.count - 1] == "s",
                let seconds = Double(words[words.count - 2]),
                words[words.count - 3].hasSuffix(":")
            else { return nil }
            return StageSeconds(stage: String(words[words.count - 3].dropLast()), seconds: seconds)
        }
    }
}

/// One run of a tool.
struct ToolRun: Codable, Equatable {
    /// What the process took.
    var figures: ProcessFigures
    /// Refrain's stages; empty for the peers.
    var stages: [StageSeconds]
    /// How many runnable tasks the machine had over the minute before (the system's load average).
    var loadAverage: Double
}

/// All runs of a tool at one size.
struct Measurement: Codable, Equatable {
    /// The tool.
    var tool: Tool
    /// How many records it was given.
    var records: Int
    /// The runs, in the order they were made. The last has another outcome than `finished` where the tool was stopped.
    var runs: [ToolRun]

    /// How the tool ended.
    var outcome: Outcome { runs.last?.figures.outcome ?? .failed(message: "it was not run") }

    /// Wall seconds of the runs; nil where the tool did not finish.
    var wallSeconds: Spread? { spread { $0.figures.wallSeconds } }
    /// User and system seconds; nil where the tool did not finish.
    var cpuSeconds: Spread? { spread { $0.figures.cpuSeconds } }
    /// Peak memory in bytes; nil where the tool did not finish.
    var peakBytes: Spread? { spread { Double($0.figures.peakBytes) } }

    /// The seconds of a stage.
    func seconds(ofStage stage: String) -> Spread? {
        Spread(runs.compactMap { run in run.stages.first { $0.stage == stage }?.seconds })
    }

    private func spread(_ figure: (ToolRun) -> Double) -> Spread? {
        outcome == .finished ? Spread(runs.map(figure)) : nil
    }
}
