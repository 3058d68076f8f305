import ArgumentParser
import Linting
import Reporting

/// `refrain rules`.
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List the rules of lint.")

    /// The forms of the list.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: ArgumentHelp("text or json. (default: text)", valueName: "format"))
    var format = Format.text

    func run() throws {
        switch format {
        case .text: try StandardStreams.output(RulePage.list(of: Linter.allRules))
        case .json: try StandardStreams.output(RulePage.json(of: Linter.allRules))
        }
    }
}
