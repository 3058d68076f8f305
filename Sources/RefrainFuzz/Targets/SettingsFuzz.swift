internal import Linting
internal import Refrain

/// Files that steer a run are read or refused with a reason, whatever stands in them.
enum SettingsFuzz {
    /// The first byte says which file the rest is: settings, decisions or a baseline.
    static func faults(of bytes: [UInt8]) -> [String] {
        guard let kind = bytes.first else { return [] }
        let content = Array(bytes.dropFirst())
        let text = String(decoding: content, as: UTF8.self)
        switch kind % 3 {
        case 0:
            for command in SettingsFile.commands {
                guard let typed = (try? SettingsFile(text: text, shownPath: "a.yml"))?.settings(for: command)
                else {
                    return []
                }
                _ = try? Settings(typed)
                _ = try? LintSettings(typed)
            }
            return []
        case 1:
            _ = try? DecisionsFile(text: text, shownPath: "a.yml")
            return []
        default:
            guard let baseline = try? Baseline(json: content) else { return [] }
            let again = try? Baseline(json: Array(baseline.json.utf8))
            return again == baseline ? [] : ["a baseline is read otherwise than it was written"]
        }
    }
}
