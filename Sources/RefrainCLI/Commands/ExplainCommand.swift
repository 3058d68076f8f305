import ArgumentParser
import Linting
import Refrain
import Reporting

/// `refrain explain`.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say what a rule finds, why it matters and what to do.")

    @Argument(help: "The rule, as in identical-section.", completion: .list(Linter.ruleIDs))
    var rule: String

    func run() throws {
        guard let found = Linter.allRules.first(where: { $0.id == rule }) else {
            throw Failure.lint(
                .noRule(rule, suggestion: EditDistance.closest(to: rule, among: Linter.ruleIDs)))
        }
        try StandardStreams.output(RulePage.markdown(of: found))
    }
}
