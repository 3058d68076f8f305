import Refrain

/// Settings to measure with: a name, and what is changed in the standard ones.
struct Variation: Sendable {
    /// What the report calls it.
    let name: String
    /// The changed settings.
    let changes: [(key: SettingKey, value: String)]

    /// A change as it is typed, `key=value`; nil where there is no such key.
    static func change(_ text: String) -> (key: SettingKey, value: String)? {
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let key = SettingKey(rawValue: String(parts[0])) else { return nil }
        return (key, String(parts[1]))
    }

    /// The settings, with another threshold where one is given.
    func settings(threshold: String? = nil) throws(QualityFailure) -> Settings {
        var typed = TypedSettings()
        for (key, value) in changes { typed[key] = TypedSetting([value], origin: .commandLine) }
        if let threshold { typed[.threshold] = TypedSetting([threshold], origin: .commandLine) }
        do { return try Settings(typed) } catch { throw .run(problem: "\(error)") }
    }
}
