import Linting
import Reading
import Refrain
import Testing

/// What decides which findings count, and how much.
struct LintSettingsTests {
    private let pages = [
        ("docs/v1/a.md", "# A\n\n\(Passage.backups)\n"), ("docs/v2/a.md", "# A\n\n\(Passage.backups)\n"),
        ("zh/a.md", "# A\n\n\(Passage.backups)\n"),
    ]

    private func found(_ settings: [SettingKey: [String]]) throws -> [String] {
        try LintedText(pages, settings: settings).found
    }

    private func error(_ key: SettingKey, _ value: String) -> LintSettingsError? {
        var typed = TypedSettings()
        typed[key] = TypedSetting([value], origin: .commandLine)
        do throws(LintSettingsError) {
            _ = try LintSettings(typed)
            return nil
        } catch { return error }
    }

    @Test func rulesAreSelectedAndIgnored() throws {
        #expect(try found([.select: ["empty-section"]]).isEmpty)
        #expect(try found([.ignore: ["all"]]).isEmpty)
        #expect(try found([.select: ["identical-section"]]).count == 2)
    }

    @Test func severitiesAreSetByRuleAndPath() throws {
        let linted = try LintedText(
            pages, settings: [.severity: ["all=note", "identical-section=warning in zh/"]])
        #expect(linted.report.new.map(\.severity) == [.note, .warning])
        #expect(
            try found([.severity: ["identical-section=off in docs/"]]) == [
                "zh/a.md:1 identical-section docs/v1/a.md:1"
            ])
    }

    @Test func whatFailsIsSet() throws {
        func fails(_ least: String) throws -> Bool {
            try LintedText(pages, settings: [.failOn: [least], .severity: ["all=note"]]).report.fails
        }
        #expect(try !fails("warning"))
        #expect(try fails("note"))
        #expect(try !fails("never"))
    }

    @Test func pathsAreAllowed() throws {
        #expect(
            try found([.allow: ["identical-section in zh/"]]) == [
                "docs/v2/a.md:1 identical-section docs/v1/a.md:1"
            ])
        #expect(try found([.allow: ["all in *.md"]]).isEmpty)
    }

    @Test func parallelTreesSayTheSameOnPurpose() throws {
        #expect(try found([.parallel: ["docs/*"]]) == ["zh/a.md:1 identical-section docs/v1/a.md:1"])
        #expect(try found([.parallel: ["docs/*", "docs = zh"]]).isEmpty)
    }

    @Test func copiesWithinATreeAreFoundOnceForAllTrees() throws {
        let twice = ["v1", "v2", "v3"].flatMap { version in
            ["a", "b"].map { ("docs/\(version)/\($0).md", "# A\n\n\(Passage.backups)\n") }
        }
        let linted = try LintedText(twice, settings: [.parallel: ["docs/*"]])
        #expect(linted.found == ["docs/v1/b.md:1 identical-section docs/v1/a.md:1"])
        #expect(linted.report.inOtherTreesCount == 2)
    }

    @Test func patternsWithoutAFolderAreSaid() throws {
        #expect(
            try LintedText(pages, settings: [.parallel: ["pages/*", "docs/*"]]).report.unusedParallel == [
                "pages/*"
            ])
    }

    @Test func entriesThatSayNothingAreRefused() {
        #expect(
            error(.select, "identical")
                == .unknownRule("identical", suggestion: nil, key: .select, origin: .commandLine))
        #expect(
            error(.ignore, "empty-sections")
                == .unknownRule(
                    "empty-sections", suggestion: "empty-section", key: .ignore, origin: .commandLine))
        for entry in ["identical-section", "identical-section=loud", "=note", "a=b=c"] {
            let expected =
                entry.hasPrefix("=")
                ? LintSettingsError.unknownRule("", suggestion: nil, key: .severity, origin: .commandLine)
                : .malformedEntry(entry, key: .severity, origin: .commandLine)
            #expect(error(.severity, entry) == expected)
        }
        #expect(
            error(.allow, "identical-section")
                == .malformedEntry("identical-section", key: .allow, origin: .commandLine))
        #expect(
            error(.parallel, "docs/[a")
                == .pattern("docs/[a", .unclosedBracket(byteOffset: 5), key: .parallel, origin: .commandLine))
    }
}
