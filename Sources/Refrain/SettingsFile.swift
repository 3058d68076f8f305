internal import Glibc
internal import Yams

/// Reads `.refrain.yml`: the options of the command line as keys, for all commands or, under a command's name, for one.
public struct SettingsFile: Sendable {
    /// The name that is looked for.
    public static let name = ".refrain.yml"
    /// The commands that can have settings of their own.
    public static let commands = ["find", "outline", "lint"]
    /// The largest file that is read: every setting with a hundred patterns takes a hundredth of it, and a device such
    /// as /dev/zero has no end.
    public static let largestBytes = 1 << 20

    /// The path as it is shown.
    public let path: String
    private let general: TypedSettings
    private let perCommand: [String: TypedSettings]

    /// The settings file, or the one called `name`, in `folder` or the nearest folder above it that has one; nil without any.
    ///
    /// - Parameter folder: an absolute path without `.` and `..`.
    /// - Returns: the path, and how many folders above `folder` it stands.
    public static func nearest(to folder: String, named name: String = name) -> (path: String, levelsUp: Int)?
    {
        var parts = folder.split(separator: "/")
        let depth = parts.count
        while true {
            let path = (parts + [name[...]]).reduce("") { "\($0)/\($1)" }
            if access(path, F_OK) == 0 { return (path, depth - parts.count) }
            if parts.popLast() == nil { return nil }
        }
    }

    /// Reads the settings file at `path`.
    ///
    /// - Parameter shownPath: the path that errors and origins name.
    /// - Throws: every case of `SettingsError` but `invalidValue`: values are checked with all others.
    public init(path: String, shownPath: String) throws(SettingsError) {
        let bytes: [UInt8]
        do throws(SettingsFileFault) {
            bytes = try Self.bytes(ofFile: path)
        } catch {
            throw .unreadable(path: shownPath, error)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .unreadable(path: shownPath, .notUTF8)
        }
        try self.init(text: text, shownPath: shownPath)
    }

    /// Reads settings from the text of a file.
    ///
    /// - Throws: as `init(path:shownPath:)`, but never `unreadable`.
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
                try Self.set(
                    name, key, value, in: &general, path: shownPath, commands: Self.commands)
            }
        }
        (self.general, self.perCommand) = (general, perCommand)
    }

    /// The settings of the file for `command`; nil gives those for all commands.
    public func settings(for command: String?) -> TypedSettings {
        guard let command, let own = perCommand[command] else { return general }
        return general.overridden(by: own)
    }

    /// The one node that the text holds; nil for an empty text, one of comments only, and null.
    static func compose(_ text: String, path: String) throws(SettingsError) -> Node? {
        do {
            let node = try Yams.compose(yaml: text)
            return node?.null == nil ? node : nil
        } catch let error as YamlError {
            throw settingsError(error, path: path)
        } catch {
            throw .notYAML(path: path, line: 1, column: 1, problem: "\(error)")
        }
    }

    private static func settingsError(_ error: YamlError, path: String) -> SettingsError {
        switch error {
        case .duplicatedKeysInMapping(let names, let context):
            .repeatedKey(names.first ?? "", path: path, line: context.mark.line)
        case .composer(let context?, _, let mark, _) where context.text.contains("single document"):
            .notYAML(
                path: path, line: mark.line, column: mark.column, problem: "a second document begins here")
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            .notYAML(path: path, line: mark.line, column: mark.column, problem: problem)
        case .reader(let problem, _, _, _): .notYAML(path: path, line: 1, column: 1, problem: problem)
        default: .notYAML(path: path, line: 1, column: 1, problem: "\(error)")
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
        _ name: String, _ key: Node, _ value: Node, in settings: inout TypedSettings, path: String,
        commands: [String] = []
    ) throws(SettingsError) {
        let line = key.mark?.line ?? 1
        guard let setting = SettingKey(rawValue: name) else {
            let names = SettingKey.allCases.map(\.rawValue) + commands
            let suggestion = EditDistance.closest(to: name, among: names)
            throw .unknownKey(name, suggestion: suggestion, path: path, line: line)
        }
        if value.null != nil { throw .missingValue(setting, path: path, line: line) }
        guard let values = values(of: value, for: setting) else {
            throw .wrongShape(setting, path: path, line: line)
        }
        settings[setting] = TypedSetting(values, origin: .file(path: path, line: line))
    }

    /// The texts that a setting is given, as typed; nil for a list or mapping where none is due.
    private static func values(of node: Node, for setting: SettingKey) -> [String]? {
        if let scalar = node.scalar { return [scalar.string] }
        guard setting.domain.isList, let sequence = node.sequence else { return nil }
        let values = sequence.compactMap { $0.null == nil ? $0.scalar?.string : nil }
        return values.count == sequence.count ? values : nil
    }

    static func bytes(ofFile path: String) throws(SettingsFileFault) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = read(descriptor, &part, part.count)
            if count == 0 { return bytes }
            guard count > 0 else { throw .system(errno) }
            bytes += part[..<count]
            guard bytes.count <= largestBytes else { throw .tooLarge(limitBytes: largestBytes) }
        }
    }
}
