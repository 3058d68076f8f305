import ArgumentParser
import Foundation
import Refrain

/// The program `refrain`.
@main
struct RefrainProgram: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refrain",
        abstract: "Finds the sections that documents keep repeating, and what one text would hold.",
        discussion: """
            PATH is a file, a folder (walked in sorted order; .gitignore is honoured, hidden and vendored folders are \
            left out) or - for standard input. Without one the current folder is read.

            Exit status: 0 done (lint: no findings), 1 findings, 2 the work could not be done.
            """,
        version: "refrain \(Version.current)",
        subcommands: [FindCommand.self, OutlineCommand.self, LintCommand.self, ConfigCommand.self])

    /// Parses and runs the command line, and ends the process with one of `ExitStatus`.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let status as ExitStatus {
            Foundation.exit(status.rawValue)
        } catch let failure as Failure {
            StandardStreams.message(failure.message)
            Foundation.exit(ExitStatus.failed.rawValue)
        } catch {
            // Help and version end here too, as errors with status 0.
            let isHelp = exitCode(for: error).isSuccess
            let text = fullMessage(for: error) + "\n"
            if isHelp { StandardStreams.output(text) } else { StandardStreams.messageText(text) }
            Foundation.exit(isHelp ? 0 : ExitStatus.failed.rawValue)
        }
    }
}

/// How a run ended.
enum ExitStatus: Int32, Error {
    /// The work is done, and lint found nothing.
    case clean = 0
    /// Lint has findings.
    case findings = 1
    /// The work could not be done: a wrong option, nothing to read, or skipped input under --strict.
    case failed = 2
}
