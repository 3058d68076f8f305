import Refrain
import Testing

/// Settings as they were typed.
struct TypedSettingsTests {
    private func typed(_ key: SettingKey, _ value: String) -> TypedSettings {
        var settings = TypedSettings()
        settings[key] = TypedSetting([value], origin: .commandLine)
        return settings
    }

    @Test func settingThatIsNotTypedHasItsStandardValue() {
        #expect(TypedSettings()[.threshold] == TypedSetting(["0.7"], origin: .standard))
        #expect(TypedSettings()[.output] == TypedSetting([], origin: .standard))
    }

    @Test func overridingReplacesWhatIsTypedAndKeepsTheRest() {
        let both = typed(.threshold, "0.8").overridden(by: typed(.linkage, "single"))
        #expect(both[.threshold].values == ["0.8"])
        #expect(both[.linkage].values == ["single"])
        let replaced = both.overridden(by: typed(.threshold, "0.9"))
        #expect(replaced[.threshold].values == ["0.9"])
    }
}
