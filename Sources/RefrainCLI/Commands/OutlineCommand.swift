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
        help: ArgumentHelp("markdown, text, html, json or opml. (default: markdown)", valueName: "format"),
        completion: .list(OutlineFormat.allCases.map(\.rawValue)))
    var format: String?

    @OptionGroup(title: "Outline") var outline: OutlineOptions

    @OptionGroup var options: SharedOptions

    func run() throws {
        let settings = try options.settings(format: format, command: "outline", outline: outline)
        try OutlineRun(settings: settings).end(of: path)
    }
}
