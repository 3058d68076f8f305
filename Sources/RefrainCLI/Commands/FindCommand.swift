import ArgumentParser
import Refrain
import Reporting

/// `refrain find`.
struct FindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find", abstract: "Find the sections that repeat each other.")

    @Argument(
        help: "Files, folders, or - for standard input. (default: the current folder)",
        completion: .file())
    var path: [String] = []

    @Option(
        help: ArgumentHelp("text, markdown, json, jsonl or csv. (default: text)", valueName: "format"),
        completion: .list(FindFormat.allCases.map(\.rawValue)))
    var format: String?

    @OptionGroup var options: SharedOptions

    func run() throws {
        let settings = try options.settings(format: format, command: "find")
        let format = settings.format(standard: FindFormat.text)
        if settings.pairs == .none, format.holdsOnlyPairs {
            throw Failure.noPairs(format: format.rawValue, origin: settings.typed[.pairs].origin)
        }
        try AnalysisRun(settings: settings, findsClusters: !format.holdsOnlyPairs).end(of: path) {
            analysis, cost, buffer throws(ReportError) in
            try format.write(
                analysis, pairs: settings.pairs, cost: cost, threads: settings.threads, to: &buffer)
            return .clean
        }
    }
}
