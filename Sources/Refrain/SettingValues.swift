internal import Splitting

/// Reads typed settings as the values that their domains describe.
public struct SettingValues: Sendable {
    private let typed: TypedSettings

    /// Makes a reader of `typed`.
    public init(_ typed: TypedSettings) {
        self.typed = typed
    }

    /// Checks every setting that has a value, in the order of `SettingKey`.
    ///
    /// - Throws: `SettingsError.invalidValue` for the first that is not in its domain.
    public func check() throws(SettingsError) {
        for key in SettingKey.allCases where !typed[key].values.isEmpty {
            switch key.domain {
            case .ratio: _ = try number(key)
            case .integer: _ = try integer(key)
            case .range: _ = try range(key)
            case .flag: _ = try flag(key)
            case .byteCount: _ = try byteCount(key)
            case .memory: _ = try memory(key, ofMachineWith: 1 << 30)
            case .oneOf(let words): _ = try value(key) { words.contains($0) ? $0 : nil }
            case .name, .path: _ = try text(key)
            case .names: _ = try texts(key)
            case .calibration: _ = try calibration(key)
            case .splitRule: _ = try splitRule(key)
            case .globs, .entries: break
            }
        }
    }

    /// A number above 0 and at most 1, in decimal: what else Swift takes ("0x1p-1") is more likely a slip.
    public func number(_ key: SettingKey) throws(SettingsError) -> Double {
        try value(key) { text in
            guard text.allSatisfy({ "0123456789.eE+-".contains($0) }) else { return nil }
            return Double(text).flatMap { $0 > 0 && $0 <= 1 ? $0 : nil }
        }
    }

    /// A whole number in the setting's range.
    public func integer(_ key: SettingKey) throws(SettingsError) -> Int {
        guard case .integer(let range) = key.domain else { preconditionFailure("\(key) is no whole number") }
        return try value(key) { Int($0).flatMap { range.contains($0) ? $0 : nil } }
    }

    /// Intercept and slope.
    public func calibration(_ key: SettingKey) throws(SettingsError) -> Calibration {
        try value(key) { Calibration($0) }
    }

    /// What opens a section besides headings.
    func splitRule(_ key: SettingKey) throws(SettingsError) -> SplitRule {
        try value(key) { SplitRule($0) }
    }

    /// A text that is not empty.
    public func text(_ key: SettingKey) throws(SettingsError) -> String {
        try value(key) { $0.isEmpty ? nil : $0 }
    }

    /// One text or several, none of them empty.
    public func texts(_ key: SettingKey) throws(SettingsError) -> [String] {
        let setting = typed[key]
        guard !setting.values.isEmpty, !setting.values.contains("") else {
            throw .invalidValue(key, found: setting.values.joined(separator: ", "), origin: setting.origin)
        }
        return setting.values
    }

    /// true or false, or what YAML calls so: yes, on, no, off, in upper or lower case.
    public func flag(_ key: SettingKey) throws(SettingsError) -> Bool {
        try value(key) {
            ["true": true, "yes": true, "on": true, "false": false, "no": false, "off": false][
                $0.lowercased()]
        }
    }

    /// One of the words of an enumeration.
    public func word<Word: RawRepresentable<String>>(_ key: SettingKey) throws(SettingsError) -> Word {
        try value(key) { Word(rawValue: $0) }
    }

    /// Two numbers joined by a hyphen, or one for both.
    public func range(_ key: SettingKey) throws(SettingsError) -> ClosedRange<Int> {
        guard case .range(let allowed) = key.domain else { preconditionFailure("\(key) is no range") }
        return try value(key) { text in
            let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard parts.count <= 2, let first = parts[0], let last = parts[parts.count - 1], first <= last,
                allowed.contains(first), allowed.contains(last)
            else { return nil }
            return first...last
        }
    }

    /// A number of bytes.
    public func byteCount(_ key: SettingKey) throws(SettingsError) -> Int {
        try value(key, Self.bytes)
    }

    /// A number of bytes, or a share of those of the machine.
    public func memory(_ key: SettingKey, ofMachineWith machineBytes: Int) throws(SettingsError) -> Int {
        try value(key) { text in
            guard text.hasSuffix("%") else { return Self.bytes(text) }
            guard let percents = Int(text.dropLast()), (1...100).contains(percents) else { return nil }
            return max(1, Int(Double(machineBytes) * Double(percents) / 100))
        }
    }

    private static func bytes(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }.uppercased()
        let factors = ["": 1, "B": 1, "KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30]
        guard let count = Int(digits), let factor = factors[unit], count > 0 else { return nil }
        let (bytes, overflow) = count.multipliedReportingOverflow(by: factor)
        return overflow ? nil : bytes
    }

    private func value<Value>(_ key: SettingKey, _ parse: (String) -> Value?) throws(SettingsError) -> Value {
        let setting = typed[key]
        guard setting.values.count == 1, let value = parse(setting.values[0]) else {
            throw .invalidValue(key, found: setting.values.joined(separator: ", "), origin: setting.origin)
        }
        return value
    }
}
