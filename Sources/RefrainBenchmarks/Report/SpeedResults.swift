/// Everything that a run of the benchmarks measured: the raw form of a report.
struct SpeedResults: Codable, Equatable {
    /// The version of this form.
    var schemaVersion = 1
    /// When the run began: year, month and day.
    var date: String
    /// What it ran on.
    var machine: Machine
    /// The commit that was measured, marked where files were changed.
    var commit: String
    /// The versions of the tools, by name.
    var versions: [String: String] = [:]
    /// What was compared.
    var corpus: CorpusDescription
    /// How it was measured.
    var settings: MeasuringSettings
    /// What each tool took, by size and tool.
    var measurements: [Measurement] = []
    /// How each tool's pairs stand to the exact ones, by size and tool.
    var accuracies: [Accuracy] = []
    /// What the stages took, on how many records.
    var kernels: KernelReport?
    /// The run on many records.
    var million: MillionResult?

    /// The runs of `tool` on `records` records.
    func measurement(_ tool: Tool, records: Int) -> Measurement? {
        measurements.first { $0.tool == tool && $0.records == records }
    }

    /// How the pairs of `tool` stand to the exact ones.
    func accuracy(_ tool: Tool, records: Int) -> Accuracy? {
        accuracies.first { $0.tool == tool && $0.records == records }
    }

    /// The sizes, rising.
    var sizes: [Int] { Set(measurements.map(\.records)).sorted() }
    /// The tools that were measured, in the order of `Tool`.
    var tools: [Tool] { Tool.allCases.filter { tool in measurements.contains { $0.tool == tool } } }
}

/// What was compared.
struct CorpusDescription: Codable, Equatable {
    /// What it is, in words.
    var name: String
    /// How many bytes the file of each size has, by the number of records.
    var fileBytes: [Int: Int] = [:]
}

/// How a run measures.
struct MeasuringSettings: Codable, Equatable {
    /// How many records are given to the tools, one size after the other.
    var sizes: [Int]
    /// How often each tool runs at each size.
    var runs: Int
    /// After how many seconds a tool is stopped, and not run at larger sizes.
    var limitSeconds: Double
    /// A tool that takes longer than this runs once at a size.
    var singleRunSeconds: Double
    /// How many threads those tools use that can.
    var threads: Int
}

/// What the stages took.
struct KernelReport: Codable, Equatable {
    /// How many records they worked on.
    var records: Int
    /// The kernels, in the order of the stages.
    var results: [KernelResult]
}

/// The run on a corpus repeated with edits.
struct MillionResult: Codable, Equatable {
    /// How many records there were.
    var records: Int
    /// The size of their file.
    var fileBytes: Int
    /// The memory that the run was given, in bytes.
    var budgetBytes: Int
    /// What it took.
    var run: ToolRun
}
