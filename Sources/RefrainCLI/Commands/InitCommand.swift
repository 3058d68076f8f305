import ArgumentParser
import Foundation
import Linting
import Reading
import Refrain
import Reporting

/// `refrain init`.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Set lint up for this folder: a settings file and a baseline.",
        discussion: """
            Writes .refrain.yml, with what can be set as comments and with folders declared parallel that look like versions or \
            translations of one another, and .refrain-baseline.json with all findings there are now. From then on refrain lint \
            counts new findings only. Files that stand there already are not touched.
            """)

    func run() throws {
        for name in [SettingsFile.name, BaselinePlace.name] where Self.isTaken(name) {
            throw Failure.lint(.standsAlready(name))
        }
        let paths = try documentPaths()
        // A settings file without a baseline would be half of what is promised.
        guard !paths.isEmpty else { throw Failure.nothingRead(paths: [], blank: 0, skipped: 0) }
        let text = SettingsTemplate.text(parallel: ParallelProposal.entries(for: paths))
        try ResultFile(SettingsFile.name).write(text)
        let settings = try CommandSettings(options: TypedSettings(), config: nil, command: "lint")
        StandardStreams.message(
            "\(SettingsFile.name): wrote the settings; \(Wording.count(paths.count, "document")) found")
        for entry in settings.typed[.parallel].values {
            StandardStreams.message(
                "folders that match “\(entry)” are taken for versions or translations of one another")
        }
        let run = LintRun(
            settings: settings, outputs: .none, isGrouped: true, baselineUse: .write, since: nil,
            fixPreviewPath: nil)
        try run.end(of: [])
    }

    /// Whether anything stands at `path`, if it be a link that leads nowhere: writing would go where it leads.
    private static func isTaken(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    private func documentPaths() throws(Failure) -> [String] {
        do throws(ReadingError) {
            return try Reader().read(paths: [], standardInput: StandardStreams.input).documents.map(\.path)
        } catch {
            throw .reading(error)
        }
    }
}
