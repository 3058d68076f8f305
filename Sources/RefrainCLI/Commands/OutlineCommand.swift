import ArgumentParser
import Refrain
import Reporting

/// `refrain outline`.
struct OutlineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outline",
        abstract: "Write one outline that holds every point once and says where it came from.")

    @Argument(
        help: "Files, folders, or - for standard input. (default: the current folder)",
        completion: .file())
    var path: [String] = []

    @Option(
        help: ArgumentHelp("markdown or json. (default: markdown)", valueName: "format"),
        completion: .list(OutlineFormat.allCases.map(\.rawValue)))
    var format: String?

    @OptionGroup var options: SharedOptions

    func run() throws {
        let settings = try options.settings(format: format, command: "outline")
        let format = settings.format(standard: OutlineFormat.markdown)
        try AnalysisRun(settings: settings).end(of: path) { analysis, _, buffer throws(ReportError) in
            try buffer.append(format.report(on: analysis.outline, of: analysis))
            return .clean
        }
    }
}
