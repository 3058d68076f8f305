import Foundation
import Refrain

/// The settings in force for one command: the command line over the settings file over the standard values.
struct CommandSettings {
    let typed: TypedSettings
    let analysis: Settings
    let outputPath: String?
    let isStrict: Bool
    let isQuiet: Bool
    let isVerbose: Bool

    /// - Parameters:
    ///   - options: what was typed on the command line.
    ///   - command: whose own part of the settings file counts; nil for none.
    init(options: TypedSettings, config: String?, command: String?) throws(Failure) {
        do {
            typed = try Self.file(config)?.settings(for: command).overridden(by: options) ?? options
            analysis = try Settings(typed)
            let values = SettingValues(typed)
            outputPath = typed[.output].values.first
            isStrict = try values.flag(.strict)
            isQuiet = try values.flag(.quiet)
            isVerbose = try values.flag(.verbose)
        } catch {
            throw .settings(error)
        }
    }

    /// The value of `format` as one of the command's, or its standard one.
    func format<Format: RawRepresentable<String> & CaseIterable>(
        standard: Format, command: String
    ) throws(Failure) -> Format {
        guard let name = typed[.format].values.first else { return standard }
        guard let format = Format(rawValue: name) else {
            throw .formatNotOffered(name, command: command, offered: Format.allCases.map(\.rawValue))
        }
        return format
    }

    private static func file(_ config: String?) throws(SettingsError) -> SettingsFile? {
        if let config { return try SettingsFile(path: config, shownPath: config) }
        let folder = FileManager.default.currentDirectoryPath
        guard let path = SettingsFile.nearest(to: folder) else { return nil }
        let isHere = path == (folder.hasSuffix("/") ? folder : folder + "/") + SettingsFile.name
        return try SettingsFile(path: path, shownPath: isHere ? SettingsFile.name : path)
    }
}
