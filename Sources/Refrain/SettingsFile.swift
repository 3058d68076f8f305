internal import Foundation
internal import Yams

/// Reads `.refrain.yml`: the options of the command line as keys, for all commands or, under a command's name, for one.
public struct SettingsFile: Sendable {
    /// The name that is looked for.
    public static let name = ".refrain.yml"
    /// The commands that can have settings of their own.
    public static let commands = ["find", "outline", "lint"]

    /// The path as it is shown.
    public let path: String
    private let general: TypedSettings
    private let perCommand: [String: TypedSettings]

    /// The path of the settings file in `folder` or the nearest folder above it that has one; nil without any.
    public static func nearest(to folder: String) -> String? {
        var folder = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
        while true {
            let candidate = folder.appending(path: name).path()
            if FileManager.default.fileExists(atPath: candidate.removingPercentEncoding ?? candidate) {
                return candidate.removingPercentEncoding ?? candidate
            }
            let above = folder.deletingLastPathComponent().standardizedFileURL
            if above.path() == folder.path() || folder.path() == "/" { return nil }
            folder = above
        }
    }

    /// Reads the settings file at `path`.
    ///
    /// - Parameter shownPath: the path that errors and origins name.
    /// - Throws: every case of `SettingsError` but `invalidValue`: values are checked with all others.
    public init(path: String, shownPath: String) throws(SettingsError) {
        let text: String
        do {
            text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        } catch {
            throw .unreadable(path: shownPath, problem: Self.problem(reading: path))
        }
        try self.init(text: text, shownPath: shownPath)
    }

    /// Reads settings from the text of a file.
    public init(text: String, shownPath: String) throws(SettingsError) {
        path = shownPath
        guard let node = try Self.compose(text, path: shownPath) else {
            (general, perCommand) = (TypedSettings(), [:])
            return
        }
        var (general, perCommand) = (TypedSettings(), [String: TypedSettings]())
        for (name, key, value) in try Self.entries(of: node, path: shownPath) {
            if Self.commands.contains(name) {
                var own = TypedSettings()
                for (name, key, value) in try Self.entries(of: value, path: shownPath) {
                    try Self.set(name, key, value, in: &own, path: shownPath)
                }
                perCommand[name] = own
            } else {
                try Self.set(name, key, value, in: &general, path: shownPath)
            }
        }
        (self.general, self.perCommand) = (general, perCommand)
    }

    /// The settings of the file for `command`; nil gives those for all commands.
    public func settings(for command: String?) -> TypedSettings {
        guard let command, let own = perCommand[command] else { return general }
        return general.overridden(by: own)
    }

    private static func compose(_ text: String, path: String) throws(SettingsError) -> Node? {
        do {
            let node = try Yams.compose(yaml: text)
            return node?.null == NSNull() && node?.scalar?.string.isEmpty != false ? nil : node
        } catch let error as YamlError {
            let (line, column, problem) = place(of: error)
            throw .notYAML(path: path, line: line, column: column, problem: problem)
        } catch {
            throw .notYAML(path: path, line: 1, column: 1, problem: "\(error)")
        }
    }

    private static func place(of error: YamlError) -> (line: Int, column: Int, problem: String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (mark.line, mark.column, problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            (context.mark.line, context.mark.column, "the key \(duplicates.first ?? "") stands twice")
        default: (1, 1, "\(error)")
        }
    }

    private static func entries(
        of node: Node, path: String
    ) throws(SettingsError) -> [(name: String, key: Node, value: Node)] {
        if node.null != nil { return [] }
        guard let mapping = node.mapping else { throw .notKeys(path: path, line: node.mark?.line ?? 1) }
        var entries: [(name: String, key: Node, value: Node)] = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string else { throw .notKeys(path: path, line: key.mark?.line ?? 1) }
            entries.append((name, key, value))
        }
        return entries
    }

    private static func set(
        _ name: String, _ key: Node, _ value: Node, in settings: inout TypedSettings, path: String
    ) throws(SettingsError) {
        let line = key.mark?.line ?? 1
        guard let setting = SettingKey(rawValue: name) else {
            let suggestion = EditDistance.closest(
                to: name, among: SettingKey.allCases.map(\.rawValue) + commands)
            throw .unknownKey(name, suggestion: suggestion, path: path, line: line)
        }
        let values: [String]
        if let scalar = value.scalar {
            values = [scalar.string]
        } else if setting.domain == .globs, let sequence = value.sequence {
            values = sequence.compactMap(\.scalar?.string)
            guard values.count == sequence.count else { throw .wrongShape(setting, path: path, line: line) }
        } else {
            throw .wrongShape(setting, path: path, line: line)
        }
        settings[setting] = TypedSetting(values, origin: .file(path: path, line: line))
    }

    private static func problem(reading path: String) -> String {
        FileManager.default.fileExists(atPath: path) ? "it is no readable UTF-8 text" : "it does not exist"
    }
}
