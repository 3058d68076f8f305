import ArgumentParser
import Foundation
import Reading
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
        subcommands: [
            FindCommand.self, OutlineCommand.self, DecideCommand.self, LintCommand.self, InitCommand.self,
            ExplainCommand.self, RulesCommand.self,
            CalibrateCommand.self,
            CacheCommand.self,
            ConfigCommand.self,
        ])

    /// Parses and runs the command line, and ends the process with one of `ExitStatus`.
    static func main() {
        StandardStreams.occupyClosed()
        Exhaustion.watch()
        Interruption.watch()
        // OpenBLAS starts no threads of its own then, when it comes to be loaded.
        setenv("OPENBLAS_NUM_THREADS", "1", 1)
        do {
            try checkCommandName(arguments.first)
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch let status as ExitStatus {
            Foundation.exit(status.rawValue)
        } catch let failure as Failure {
            end(with: failure)
        } catch {
            // Help, version and completions end here too, as errors with status 0.
            let text = fullMessage(for: error) + "\n"
            guard exitCode(for: error).isSuccess else {
                if let option = optionBeforeCommand(text) { end(with: .optionBeforeCommand(option)) }
                StandardStreams.messageText(text)
                Foundation.exit(ExitStatus.failed.rawValue)
            }
            do throws(Failure) { try StandardStreams.output(text) } catch { end(with: error) }
            Foundation.exit(ExitStatus.clean.rawValue)
        }
    }

    /// What was typed behind the program's name, paths that are not UTF-8 as `PathText` writes them.
    private static let arguments: [String] = (1..<max(1, Int(CommandLine.argc))).compactMap { index in
        CommandLine.unsafeArgv[index].map { word in
            PathText.text(of: Array(UnsafeRawBufferPointer(start: word, count: strlen(word))))
        }
    }

    private static func end(with failure: Failure) -> Never {
        StandardStreams.message(failure.message)
        Foundation.exit(ExitStatus.failed.rawValue)
    }

    /// The option that stands in the command's place, where it is what `message` complains of.
    private static func optionBeforeCommand(_ message: String) -> String? {
        guard let word = arguments.first, word.hasPrefix("-") else { return nil }
        let option = String(word.prefix { $0 != "=" })
        return message.hasPrefix("Error: Unknown option '\(option)'") ? option : nil
    }

    /// Says of a first word that is neither option nor command more than that it was not expected.
    private static func checkCommandName(_ word: String?) throws(Failure) {
        let commands = configuration.subcommands.compactMap { $0.configuration.commandName }
        guard let word, !word.hasPrefix("-"), !(commands + ["help"]).contains(word) else { return }
        let suggestion = EditDistance.closest(to: word, among: commands)
        throw .unknownCommand(word, suggestion: suggestion, commands: commands)
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
