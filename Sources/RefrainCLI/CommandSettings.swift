import Foundation
import Reading
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
        // Results and what is read go by any name; these go through libraries that take text.
        for path in [config, options[.decisions].values.first, options[.cacheFolder].values.first] {
            if let path, PathText.shown(path) != path { throw .nameNotUTF8(path) }
        }
        let levelsUp: Int
        do {
            let (file, levels) = try Self.file(config)
            typed = file?.settings(for: command).overridden(by: options) ?? options
            levelsUp = levels
        } catch {
            throw .settings(error)
        }
        // A command has only some of the formats, so its own check comes before that of all values.
        if let command { try Self.checkFormat(typed[.format], of: command) }
        do {
            fileBase = Self.lastComponents(levelsUp)
            analysis = try Settings(typed, fileBase: fileBase, machineMemoryBytes: Machine.memoryBytes)
            let values = SettingValues(typed)
            outputPath = Self.filePath(typed[.output], levelsUp: levelsUp)
            decisionsPath = Self.filePath(typed[.decisions], levelsUp: levelsUp)
            mergedPath = Self.filePath(typed[.merged], levelsUp: levelsUp)
            baselinePath = Self.filePath(typed[.baseline], levelsUp: levelsUp)
            cacheFolder = Self.filePath(typed[.cacheFolder], levelsUp: levelsUp)
            usesCache = try values.flag(.cache)
            pairs = try values.word(.pairs)
            findings = try values.word(.findings)
            isStrict = try values.flag(.strict)
            isQuiet = try values.flag(.quiet)
            isVerbose = try values.flag(.verbose)
        } catch {
            throw .settings(error)
        }
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

    /// A file that is named: a path in a settings file starts at the file's folder.
    private static func filePath(_ setting: TypedSetting, levelsUp: Int) -> String? {
        guard let path = setting.values.first else { return nil }
        let isElsewhere =
            setting.isFromFile && path.utf8.first != UInt8(ascii: "/")
            && path != ResultFile.standardOutputName
        return isElsewhere ? String(repeating: "../", count: levelsUp) + path : path
    }
}
