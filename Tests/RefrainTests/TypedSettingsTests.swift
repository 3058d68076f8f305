import Refrain
import SimilarityJoin
import Testing
import Vectorizing

/// Settings as they were typed.
struct TypedSettingsTests {
    private func typed(_ key: SettingKey, _ value: String) -> TypedSettings {
        var settings = TypedSettings()
        settings[key] = TypedSetting([value], origin: .commandLine)
        return settings
    }

    @Test func settingThatIsNotTypedHasItsStandardValue() {
        #expect(TypedSettings()[.threshold] == TypedSetting(["0.6"], origin: .standard))
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

/// What holds for settings that are not typed follows from others.
struct DependentSettingsTests {
    private func typed(_ values: [SettingKey: String]) -> TypedSettings {
        values.reduce(into: TypedSettings()) { $0[$1.key] = TypedSetting([$1.value], origin: .commandLine) }
    }

    @Test func scikitLearnsWeightsHaveNeitherBalanceNorGuard() throws {
        let settings = try Settings(typed([.weights: "sklearn"]))
        #expect(settings.vectorizing.termFrequency == .sublinear && settings.join.threshold == 0.7)
        #expect(!settings.balancesLengths && !settings.guardsTokens)
    }

    @Test func whatIsTypedHoldsWhateverTheWeights() throws {
        let settings = try Settings(typed([.weights: "sklearn", .guard: "true", .termFrequency: "raw"]))
        #expect(settings.guardsTokens && !settings.balancesLengths)
        #expect(settings.vectorizing.termFrequency == .raw)
    }

    @Test func textTakenAsItStandsIsWeightedAsScikitLearnDoes() throws {
        #expect(try Settings(typed([.normalization: "none"])).weights == .sklearn)
        let own = try Settings(typed([.normalization: "none", .weights: "refrain"]))
        #expect(own.weights == .refrain && own.guardsTokens && own.vectorizing.termFrequency == .binary)
    }
}
