internal import Splitting

/// Changes single settings in the text of a settings file and leaves all else as it is.
public enum SettingsFileEdit {
    /// `text` with these settings for all commands: in the place of their lines, or at its end.
    ///
    /// - Parameters:
    ///   - values: keys with values that YAML takes as they stand.
    ///   - comment: one line, put above the first setting that is not there yet; without a line break.
    public static func setting(
        _ values: [(key: SettingKey, value: String)], comment: String, in text: String
    ) -> String {
        var lines = text.lines.map(String.init)
        if lines.last == "" { lines.removeLast() }
        var added: [String] = []
        for (key, value) in values {
            let line = "\(key.rawValue): \(value)"
            if let place = lines.firstIndex(where: { $0.begins(with: "\(key.rawValue):") }) {
                lines[place] = "\(line) # \(comment)"
            } else {
                added.append(line)
            }
        }
        if !added.isEmpty { lines += ["# \(comment)"] + added }
        return lines.joined(separator: "\n") + "\n"
    }
}
