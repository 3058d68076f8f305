import Foundation
import Refrain
import Reporting

/// The settings in force for one command: the command line over the settings file over the standard values.
struct CommandSettings {
    let typed: TypedSettings
    let analysis: Settings
    let fileBase: String
    let outputPath: String?
    let pairs: PairSelection
    /// The file of decisions that was named.
    let decisionsPath: String?
    /// The file for the consolidated document.
    let mergedPath: String?
    /// The file of known findings that was named.
    let baselinePath: String?
    /// Which findings lint writes.
    let findings: FindingSelection
    /// The folder of the cache that was named.
    let cacheFolder: String?
    /// Whether there is to be a cache.
    let usesCache: Bool
    let isStrict: Bool
    let isQuiet: Bool
    let isVerbose: Bool

    /// - Parameters:
    ///   - options: what was typed on the command line.
    ///   - command: whose own part of the settings file counts; nil for none.
    init(options: TypedSettings, config: String?, command: String?) throws(Failure) {
        let (levelsUp, folder): (Int, SettingsFolder)
        do {
            let (file, levels) = try Self.file(config)
            typed = file?.settings(for: command).overridden(by: options) ?? options
            (levelsUp, folder) = (levels, SettingsFolder(ofFile: file?.path ?? ""))
        } catch {
            throw .settings(error)
        }
        // A command has only some of the formats, so its own check comes before that of all values.
        if let command { try Self.checkFormat(typed[.format], of: command) }
        do {
            fileBase = Self.lastComponents(levelsUp)
            analysis = try Settings(typed, fileBase: fileBase, machineMemoryBytes: Machine.memoryBytes)
            let values = SettingValues(typed)
            outputPath = Self.path(typed[.output], in: folder)
            decisionsPath = Self.path(typed[.decisions], in: folder)
            mergedPath = Self.path(typed[.merged], in: folder)
            baselinePath = Self.path(typed[.baseline], in: folder)
            cacheFolder = Self.path(typed[.cacheFolder], in: folder)
            usesCache = try values.flag(.cache)
            pairs = try values.word(.pairs)
            findings = try values.word(.findings)
            isStrict = try values.flag(.strict)
            isQuiet = try values.flag(.quiet)
            isVerbose = try values.flag(.verbose)
        } catch {
            throw .settings(error)
        }
        try Self.checkPlaces(typed, in: folder)
    }

    /// How many threads work.
    var threads: Int { analysis.threads ?? ProcessInfo.processInfo.activeProcessorCount }

    /// The value of `format` as one of the command's, or its standard one.
    func format<Format: RawRepresentable<String>>(standard: Format) -> Format {
        guard let name = typed[.format].values.first else { return standard }
        guard let format = Format(rawValue: name) else {
            preconditionFailure("the format was checked for the command")
        }
        return format
    }

    private static func checkFormat(_ setting: TypedSetting, of command: String) throws(Failure) {
        let offered =
            switch command {
            case "outline": OutlineFormat.allCases.map(\.rawValue)
            case "lint": LintFormat.allCases.map(\.rawValue)
            default: FindFormat.allCases.map(\.rawValue)
            }
        guard let name = setting.values.first, !offered.contains(name) else { return }
        throw .formatNotOffered(name, origin: setting.origin, command: command, offered: offered)
    }

    /// The settings file, and how many folders above the current one it was found.
    private static func file(_ config: String?) throws(SettingsError) -> (file: SettingsFile?, levelsUp: Int)
    {
        if let config { return (try SettingsFile(path: config, shownPath: config), 0) }
        let folder = FileManager.default.currentDirectoryPath
        guard let nearest = SettingsFile.nearest(to: folder) else { return (nil, 0) }
        let shownPath = String(repeating: "../", count: nearest.levelsUp) + SettingsFile.name
        return (try SettingsFile(path: nearest.path, shownPath: shownPath), nearest.levelsUp)
    }

    /// The path from the folder some levels above the current one back to it, ending in a slash; empty for no level.
    private static func lastComponents(_ levels: Int) -> String {
        FileManager.default.currentDirectoryPath.split(separator: "/").suffix(levels).map { $0 + "/" }
            .joined()
    }

    /// A path that is named: one in a settings file starts at the file's folder.
    private static func path(_ setting: TypedSetting, in folder: SettingsFolder) -> String? {
        setting.values.first.map { setting.isFromFile ? folder.path(to: $0) : $0 }
    }

    /// Sees to it that all that the settings file names lies in its own folder.
    private static func checkPlaces(_ typed: TypedSettings, in folder: SettingsFolder) throws(Failure) {
        for key in SettingKey.allCases where key.domain == .path && typed[key].isFromFile {
            guard let name = typed[key].values.first else { continue }
            let path = folder.path(to: name)
            if path == ResultFile.standardOutputName { continue }
            for file in key == .merged ? [path, MergedFile.redirectsPath(of: path)] : [path] {
                guard let place = folder.forbiddenPlace(of: file) else { continue }
                throw .forbiddenPlace(key, found: name, place: place, typed[key].origin)
            }
        }
    }
}
