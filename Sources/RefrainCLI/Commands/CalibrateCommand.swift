import ArgumentParser
import Foundation
import Reading
import Refrain
import Reporting

/// `refrain calibrate`.
struct CalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Find the threshold for a wanted precision from pairs that a person has judged.",
        discussion: """
            Shows pairs where an answer tells most (--ask), or takes answers from a file of lines such as {"a": "docs/a.md:12", \
            "b": "docs/b.md:3", "same": true} (--labels), to which new answers are added. Writes threshold and calibration to the \
            settings file; reports then show how likely a pair says the same.
            """)

    @Argument(
        help: "Files, folders, or - for standard input. (default: the current folder)", completion: .file())
    var path: [String] = []

    @Option(help: ArgumentHelp("The file of answers.", valueName: "file"), completion: .file())
    var labels: String?

    @Option(
        help: ArgumentHelp("How many pairs to ask about. (default: 20, with --labels 0)", valueName: "count"))
    var ask: Int?

    @Option(help: ArgumentHelp("The share of the found pairs that is to be right.", valueName: "number"))
    var precision = 0.95

    @Flag(name: .customLong("dry-run"), help: "Write no settings.")
    var isDry = false

    @OptionGroup var options: SharedOptions

    func validate() throws {
        guard precision > 0, precision <= 1 else {
            throw ValidationError("--precision \(precision): a number above 0 and at most 1")
        }
        guard (ask ?? 0) >= 0 else { throw ValidationError("--ask \(ask ?? 0): a whole number from 0") }
        if path.contains("-"), ask ?? (labels == nil ? 20 : 0) > 0 {
            throw ValidationError(
                "standard input can't hold both documents and answers; give --ask 0 and --labels")
        }
    }

    func run() throws {
        let settings = try options.settings(format: nil, command: nil)
        try CalibrationRun(
            settings: settings, configPath: options.running.config, paths: path,
            labelFile: labels.map { LabelFile(path: $0) }, askedCount: ask ?? (labels == nil ? 20 : 0),
            precision: precision, isDry: isDry
        ).run()
    }
}
