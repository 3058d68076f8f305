/// What can be wrong with settings.
public enum SettingsError: Error, Sendable, Equatable {
    /// A value is not what the setting takes.
    case invalidValue(SettingKey, found: String, origin: SettingOrigin)
    /// A settings file has a key with nothing after it, or null.
    case missingValue(SettingKey, path: String, line: Int)
    /// A settings file has a key that is no setting.
    case unknownKey(String, suggestion: String?, path: String, line: Int)
    /// A settings file has a key twice in one place, the first time on this line.
    case repeatedKey(String, path: String, line: Int)
    /// A settings file gives a list or a mapping where one value is due.
    case wrongShape(SettingKey, path: String, line: Int)
    /// A settings file holds something else than keys with values.
    case notKeys(path: String, line: Int)
    /// A settings file is not YAML.
    case notYAML(path: String, line: Int, column: Int, problem: String)
    /// A settings file can't be read.
    case unreadable(path: String, SettingsFileFault)
}

/// Why the text of a settings file can't be had.
public enum SettingsFileFault: Error, Sendable, Equatable {
    /// Its bytes are not UTF-8.
    case notUTF8
    /// They take more bytes than this.
    case tooLarge(limitBytes: Int)
    /// The system refused, with this `errno`.
    case system(Int32)
}
