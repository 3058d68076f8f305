/// Where a setting's value comes from.
public enum SettingOrigin: Sendable, Equatable {
    /// The program's own value.
    case standard
    /// A line of a settings file, 1-based.
    case file(path: String, line: Int)
    /// An option of the command line.
    case commandLine
}

/// A value as it was typed, not yet checked.
public struct TypedSetting: Sendable, Equatable {
    /// The value; several for settings that hold a list.
    public let values: [String]
    /// Where it was typed.
    public let origin: SettingOrigin

    /// Makes a typed value.
    public init(_ values: [String], origin: SettingOrigin) {
        self.values = values
        self.origin = origin
    }

    /// Whether a settings file has it.
    public var isFromFile: Bool {
        if case .file = origin { true } else { false }
    }
}

/// Settings as they were typed: the first of the two steps to `Settings`.
public struct TypedSettings: Sendable, Equatable {
    private var values: [SettingKey: TypedSetting] = [:]

    /// Makes settings of which none is typed: all have their standard values.
    public init() {}

    /// The value in force.
    public subscript(key: SettingKey) -> TypedSetting {
        get { values[key] ?? TypedSetting(standardValues(of: key), origin: .standard) }
        set { values[key] = newValue }
    }

    /// What holds for a setting that is not typed: text taken as it stands has no mark-up and is weighted as scikit-learn does, and
    /// that has neither balance nor guard.
    private func standardValues(of key: SettingKey) -> [String] {
        switch key {
        case .weights where values[.normalization]?.values == ["none"]: ["sklearn"]
        case .textFormat where values[.normalization]?.values == ["none"]: ["plain"]
        case .threshold where isScikitLearn: ["0.7"]
        case .termFrequency where isScikitLearn: ["sublinear"]
        case .lengthBalance where isScikitLearn, .guard where isScikitLearn: ["false"]
        default: key.defaultValues
        }
    }

    private var isScikitLearn: Bool { self[.weights].values == ["sklearn"] }

    /// These settings with the typed ones of `other` in their place.
    public func overridden(by other: TypedSettings) -> TypedSettings {
        var result = self
        result.values.merge(other.values) { _, new in new }
        return result
    }
}
