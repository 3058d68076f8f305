import ArgumentParser

/// `RefrainBenchmarks summary`.
struct SummaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summary", abstract: "Write a report's summary and plots anew from its raw results.")

    @Argument(help: "The report's folder.", completion: .directory)
    var folder: String

    func run() throws {
        let folder = ReportFolder(path: folder)
        try folder.write(folder.results())
    }
}
