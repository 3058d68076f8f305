import ArgumentParser
import Foundation

/// `RefrainBenchmarks growth`.
struct GrowthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "growth",
        abstract:
            "Measure how the processor time of outline and lint grows with one document, as a Markdown table."
    )

    @Option(help: "Numbers of parts, by commas.")
    var sizes = "1000,10000,100000"

    @Option(help: "Seconds after which a run is stopped.")
    var limit = 300.0

    @Option(help: "The folder for the documents.")
    var work = ".build/bench/growth"

    @Option(help: "The program refrain.")
    var refrain = ".build/release/refrain"

    func run() throws {
        let sizes = sizes.split(separator: ",").compactMap { Int($0) }.filter { $0 > 0 }.sorted()
        try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
        var table = GrowthTable(sizes: sizes)
        for document in GrownDocument.allCases {
            for command in ["outline", "lint"] {
                Progress.say("\(command) on \(document.rawValue)")
                table.add(
                    "\(command), \(document.rawValue)",
                    seconds: try sizes.map { try seconds(command, document, count: $0) })
            }
        }
        print(table.text)
    }

    /// The processor seconds of one run; nil where it was stopped or failed.
    private func seconds(_ command: String, _ document: GrownDocument, count: Int) throws -> Double? {
        let path = "\(work)/document.md"
        try document.text(count: count).write(toFile: path, atomically: true, encoding: .utf8)
        var arguments = [refrain, command, path, "--quiet"]
        if command == "lint" { arguments += ["--fail-on", "never"] }
        let figures = try ChildProcess(
            arguments: arguments, environment: [:], outputPath: "\(work)/output",
            errorPath: "\(work)/messages",
            timeLimit: limit, memoryLimit: nil
        ).run()
        if case .failed(let message) = figures.outcome { Progress.say(message) }
        return figures.outcome == .finished ? figures.cpuSeconds : nil
    }
}
