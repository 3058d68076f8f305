import ArgumentParser
import Refrain
import Reporting

/// `refrain config`.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Show which settings are in force, and where each comes from.",
        discussion: "What it prints is a valid settings file.")

    @Argument(
        help: "Show the settings for one command: find, outline or lint. (default: for all commands)",
        completion: .list(SettingsFile.commands))
    var command: String?

    @Option(
        help: ArgumentHelp("The format of results.", valueName: "format"),
        completion: .words(of: .format))
    var format: String?

    @OptionGroup(title: "Outline") var outline: OutlineOptions
    @OptionGroup(title: "Lint") var lint: LintOptions

    @OptionGroup var options: SharedOptions

    func validate() throws {
        guard let command, !SettingsFile.commands.contains(command) else { return }
        throw ValidationError(
            "“\(command)” is no command with settings: \(SettingsFile.commands.joined(separator: ", "))")
    }

    func run() throws {
        let settings = try options.settings(format: format, command: command, outline: outline, lint: lint)
        let rows = SettingKey.allCases.map { (text: Self.text($0, settings.typed[$0].values), key: $0) }
        let width = rows.map { DisplayWidth.of($0.text) }.max() ?? 0
        let lines = rows.map { row in
            DisplayWidth.padded(row.text, to: width) + "  # "
                + Self.words(for: settings.typed[row.key].origin)
        }
        try StandardStreams.output(lines.joined(separator: "\n") + "\n")
    }

    /// The setting as a line of the settings file, commented out where it has no value.
    private static func text(_ key: SettingKey, _ values: [String]) -> String {
        switch key.domain {
        case .globs, .entries: "\(key.rawValue): [\(values.map(quoted).joined(separator: ", "))]"
        case .names where values.count > 1:
            "\(key.rawValue): [\(values.map(quoted).joined(separator: ", "))]"
        case .name, .names, .path, .calibration, .splitRule:
            values.isEmpty ? "# \(key.rawValue):" : "\(key.rawValue): \(quoted(values[0]))"
        default: values.isEmpty ? "# \(key.rawValue):" : "\(key.rawValue): \(values[0])"
        }
    }

    private static func quoted(_ text: String) -> String {
        // YAML's double quotes take JSON's escapes.
        JSONText.quoted(text)
    }

    private static func words(for origin: SettingOrigin) -> String {
        switch origin {
        case .standard: "standard"
        case .file(let path, let line): "\(ControlCharacters.escaped(path)):\(line)"
        case .commandLine: "command line"
        }
    }
}
