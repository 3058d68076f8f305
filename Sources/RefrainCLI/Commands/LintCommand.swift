import ArgumentParser
import Linting
import Refrain
import Reporting

/// `refrain lint`.
struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Fail where sections repeat each other.",
        discussion: """
            Rules: identical-section finds a section that says word for word what an earlier one says, \
            near-duplicate-section one that says nearly the same as another.

            Exit status: 0 no findings, 1 findings, 2 the work could not be done or no section was read.
            """)

    @Argument(
        help: "Files, folders, or - for standard input. (default: the current folder)",
        completion: .file())
    var path: [String] = []

    @Option(
        help: ArgumentHelp("text or json. (default: text)", valueName: "format"),
        completion: .list(LintFormat.allCases.map(\.rawValue)))
    var format: String?

    @OptionGroup var options: SharedOptions

    func run() throws {
        let settings = try options.settings(format: format, command: "lint")
        let format = settings.format(standard: LintFormat.text)
        try AnalysisRun(settings: settings).end(of: path) { analysis, _, buffer throws(ReportError) in
            let findings = Linter().findings(in: analysis)
            try buffer.append(format.report(on: findings, of: analysis))
            return findings.isEmpty ? .clean : .findings
        }
    }
}
