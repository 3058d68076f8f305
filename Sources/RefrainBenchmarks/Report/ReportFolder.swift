import Foundation

/// The folder of a report: raw results, summary and plots.
struct ReportFolder {
    /// Its path.
    let path: String

    /// Writes everything that follows from `results`.
    func write(_ results: SpeedResults) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try write(String(decoding: try encoder.encode(results), as: UTF8.self) + "\n", to: "results.json")
        try write(Summary(of: results).text, to: "README.md")
        let plots = ToolPlots(of: results)
        try write(plots.time.svg, to: "time.svg")
        try write(plots.memory.svg, to: "memory.svg")
    }

    /// The raw results that the folder holds.
    func results() throws -> SpeedResults {
        try JSONDecoder().decode(
            SpeedResults.self, from: Data(contentsOf: URL(filePath: path).appending(path: "results.json")))
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path).appending(path: name), options: .atomic)
    }
}
