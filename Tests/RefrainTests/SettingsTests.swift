import Clustering
import Reading
import Refrain
import SimilarityJoin
import Splitting
import Testing
import Vectorizing

/// Typed settings become checked ones.
struct SettingsTests {
    private func settings(_ values: KeyValuePairs<SettingKey, String>) throws(SettingsError) -> Settings {
        var typed = TypedSettings()
        for (key, value) in values { typed[key] = TypedSetting([value], origin: .commandLine) }
        return try Settings(typed)
    }

    /// Expects that a value is refused, with the words that were typed.
    private func expectRefused(
        _ key: SettingKey, _ value: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(
            throws: SettingsError.invalidValue(key, found: value, origin: .commandLine),
            sourceLocation: sourceLocation
        ) { try settings([key: value]) }
    }

    @Test func standardSettingsAreTheDocumentedOnes() {
        let settings = Settings.standard
        #expect(settings.join == JoinSettings(threshold: 0.6, memoryBudgetBytes: 1 << 30))
        #expect(settings.linkage == .average)
        #expect(
            settings.vectorizing.ngramRange == 3...5
                && settings.vectorizing.termFrequency == .binary && settings.weights == .refrain)
        #expect(settings.balancesLengths && settings.guardsTokens)
        #expect(settings.vectorizing.usesInverseDocumentFrequency)
        #expect(settings.headingWeight == 1)
        #expect(settings.includesCode)
        #expect(settings.splitting.splitLevel == 6)
        #expect(settings.reading == ReadingSettings())
        #expect(settings.threads == nil)
    }

    @Test func typedValuesArriveWhereTheyBelong() throws {
        let settings = try settings([
            .threshold: "0.85", .linkage: "complete", .ngrams: "3-4", .idf: "no", .headingWeight: "3",
            .code: "off", .splitLevel: "2", .hidden: "yes", .vendored: "on", .gitignore: "false",
            .maxFileSize: "2KB", .memoryBudget: "512MB", .threads: "8", .include: "docs/", .exclude: "old",
        ])
        #expect(settings.join == JoinSettings(threshold: 0.85, memoryBudgetBytes: 512 << 20))
        #expect(settings.linkage == .complete)
        #expect(settings.vectorizing.ngramRange == 3...4)
        #expect(!settings.vectorizing.usesInverseDocumentFrequency)
        #expect(settings.headingWeight == 3)
        #expect(!settings.includesCode)
        #expect(settings.splitting.splitLevel == 2)
        #expect(
            settings.reading
                == ReadingSettings(
                    include: ["docs/"], exclude: ["old"], readsHidden: true, readsVendored: true,
                    honoursGitignore: false, maximumFileBytes: 2048))
        #expect(settings.threads == 8)
    }

    @Test(arguments: ["0.000001", "1", "1.0", ".5", "1e-3", "+0.5"])
    func thresholdIsADecimalNumberUpToOne(_ text: String) throws {
        #expect(try settings([.threshold: text]).join.threshold == Double(text))
    }

    @Test(arguments: ["", "0", "-0.5", "1.000001", "nan", "inf", "0,8", "0x1p-1", " 0.8", "0.8 ", "70%"])
    func otherThresholdsAreRefused(_ text: String) { expectRefused(.threshold, text) }

    @Test(arguments: ["", "0", "7", "2.0", "two", "99999999999999999999"])
    func levelsOutsideOneToSixAreRefused(_ text: String) { expectRefused(.splitLevel, text) }

    @Test(arguments: [("3", 3...3), ("1-16", 1...16)])
    func oneLengthIsARangeOfItself(_ text: String, _ range: ClosedRange<Int>) throws {
        #expect(try settings([.ngrams: text]).vectorizing.ngramRange == range)
    }

    @Test(arguments: ["", "-", "3-", "-3", "5-3", "0-3", "3-17", "3-4-5", "3..5"])
    func otherRangesAreRefused(_ text: String) { expectRefused(.ngrams, text) }

    @Test(arguments: [
        ("1", 1), ("10B", 10), ("2KB", 2048), ("2 kb", 2048), ("3MB", 3 << 20), ("1GB", 1 << 30),
    ])
    func sizesAreOf1024(_ text: String, _ bytes: Int) throws {
        #expect(try settings([.maxFileSize: text]).reading.maximumFileBytes == bytes)
    }

    @Test(arguments: ["", "0", "-1", "1.5MB", "MB", "1TB", "9999999999GB", "٣MB"])
    func otherSizesAreRefused(_ text: String) { expectRefused(.maxFileSize, text) }

    @Test(arguments: ["", "1", "nope", "maybe"])
    func otherFlagsAreRefused(_ text: String) { expectRefused(.strict, text) }

    @Test(arguments: ["", "Average", "mean"])
    func otherWordsAreRefused(_ text: String) { expectRefused(.linkage, text) }

    @Test func firstWrongValueInTheOrderOfTheSettingsIsNamed() {
        #expect(throws: SettingsError.invalidValue(.linkage, found: "mean", origin: .commandLine)) {
            try settings([.threads: "0", .linkage: "mean", .output: ""])
        }
    }

    @Test func everyStandardValueIsInItsDomain() throws {
        try SettingValues(TypedSettings()).check()
    }

    @Test(
        arguments: SettingKey.allCases.filter { $0.affectsResult && $0.domain != .globs } + [
            .join, .memoryBudget,
        ])
    func aSettingTypedWithoutAValueIsRefused(_ key: SettingKey) {
        var typed = TypedSettings()
        typed[key] = TypedSetting([], origin: .commandLine)
        #expect(throws: SettingsError.invalidValue(key, found: "", origin: .commandLine)) {
            try Settings(typed)
        }
    }

    @Test(arguments: [("50%", 4 << 30), ("100%", 8 << 30), ("3GB", 3 << 30), ("1%", (8 << 30) / 100)])
    func memoryBudgetIsASizeOrAShareOfTheMachine(_ typed: String, _ bytes: Int) throws {
        var settings = TypedSettings()
        settings[.memoryBudget] = TypedSetting([typed], origin: .commandLine)
        let budget = try Settings(settings, machineMemoryBytes: 8 << 30).join.memoryBudgetBytes
        #expect(budget == bytes)
    }
}
