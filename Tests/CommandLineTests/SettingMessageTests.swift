import Foundation
import Testing

/// What the program says of wrong settings: where, what was found, what it takes.
struct SettingMessageTests {
    /// Expects that `find` refuses a settings file with this text.
    private func expectFailure(
        ofFile text: String, _ message: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try CommandLineTests.expectFailure(
            ["find"], in: try WorkFolder([".refrain.yml": text, "a.md": SampleText.single]), message,
            sourceLocation: sourceLocation)
    }

    @Test(arguments: ["nan", "0", "-1", "1.01", "0,8", "0x1p-1"])
    func thresholdOnTheCommandLineIsANumberUpToOne(_ value: String) throws {
        try CommandLineTests.expectFailure(
            ["find", "--threshold=\(value)"],
            "refrain: --threshold: “\(value)” is not a number above 0 and at most 1")
    }

    @Test(arguments: ["-1", ".inf", "0,8"])
    func thresholdInTheFileIsANumberUpToOne(_ value: String) throws {
        try expectFailure(
            ofFile: "code: true\n\nthreshold: \(value)\n",
            "refrain: .refrain.yml:3: threshold: “\(value)” is not a number above 0 and at most 1")
    }

    @Test func wholeNumbersNameTheirRange() throws {
        try CommandLineTests.expectFailure(
            ["find", "--threads", "0"], "refrain: --threads: “0” is not a whole number from 1 to 1024")
    }

    @Test func rangesNameAnExample() throws {
        try CommandLineTests.expectFailure(
            ["find", "--ngrams", "5-3"],
            "refrain: --ngrams: “5-3” is not a range such as 3-5 within 1 to 16")
    }

    @Test func wordsAreListed() throws {
        try CommandLineTests.expectFailure(
            ["find", "--linkage", "mean"],
            "refrain: --linkage: “mean” is not one of average, single, complete")
        try CommandLineTests.expectFailure(
            ["lint", "--findings", "old"], "refrain: --findings: “old” is not one of all, new")
    }

    @Test func sizesNameExamples() throws {
        try CommandLineTests.expectFailure(
            ["find", "--max-file-size", "2TB"],
            "refrain: --max-file-size: “2TB” is not a size such as 500MB or 2GB")
    }

    @Test(arguments: ["0%", "101%", "half", "5.5%", "%"])
    func memoryIsASizeOrAShare(_ value: String) throws {
        try CommandLineTests.expectFailure(
            ["find", "--memory-budget", value],
            "refrain: --memory-budget: “\(value)” is not a size such as 2GB, or a share of the machine's memory "
                + "such as 50%")
    }

    @Test func flagsInTheFileAreTrueOrFalse() throws {
        try expectFailure(ofFile: "idf: 2\n", "refrain: .refrain.yml:1: idf: “2” is not true or false")
    }

    @Test func emptyOutputIsNoPath() throws {
        try expectFailure(
            ofFile: "output: ''\n", "refrain: .refrain.yml:1: output: “” is not the path of a file")
    }

    @Test(arguments: [
        ("find", "text, markdown, json, jsonl and csv"), ("outline", "markdown, json, html, opml and text"),
        ("lint", "text, json, github, sarif, codeclimate, checkstyle, junit, rdjson and markdown"),
    ])
    func eachCommandListsItsOwnFormats(_ command: String, _ formats: String) throws {
        try CommandLineTests.expectFailure(
            [command, "--format", "yaml"],
            "refrain: --format: \(command) has no format “yaml”; it has \(formats)")
    }

    @Test func formatThatOnlyOtherCommandsHaveNamesItsLine() throws {
        try CommandLineTests.expectFailure(
            ["lint"], in: try WorkFolder([".refrain.yml": "format: csv\n"]),
            "refrain: .refrain.yml:1: format: lint has no format “csv”; it has text, json, github, sarif, codeclimate, checkstyle, junit, rdjson and markdown"
        )
    }

    @Test func formatOfPairsOnlyIsRefusedWithoutPairs() throws {
        try CommandLineTests.expectFailure(
            ["find", "--format", "csv", "--pairs", "none"],
            "refrain: --pairs: without pairs there is nothing to write as csv; json, text and markdown hold "
                + "clusters too")
        try expectFailure(
            ofFile: "format: jsonl\npairs: none\n",
            "refrain: .refrain.yml:2: pairs: without pairs there is nothing to write as jsonl; json, text and "
                + "markdown hold clusters too")
        try CommandLineTests.expectFailure(
            ["find", "--pairs", "some"], "refrain: --pairs: “some” is not one of all, distinct, none")
    }

    @Test func misspeltKeyGetsASuggestion() throws {
        try expectFailure(
            ofFile: "treshold: 0.8\n",
            "refrain: .refrain.yml:1: there is no setting “treshold”; did you mean “threshold”?")
    }

    @Test func misspeltCommandGetsASuggestion() throws {
        try expectFailure(
            ofFile: "lnt:\n  threshold: 0.8\n",
            "refrain: .refrain.yml:1: there is no setting “lnt”; did you mean “lint”?")
    }

    @Test func unknownKeyUnlikeAnyPointsToTheList() throws {
        try expectFailure(
            ofFile: "code: true\ncolour: red\n",
            "refrain: .refrain.yml:2: there is no setting “colour”; refrain config lists all")
    }

    @Test func commandInsideACommandIsNoSetting() throws {
        try expectFailure(
            ofFile: "find:\n  find:\n    threshold: 0.8\n",
            "refrain: .refrain.yml:2: there is no setting “find”; refrain config lists all")
    }

    @Test func repeatedKeyIsRefused() throws {
        try expectFailure(
            ofFile: "threshold: 0.8\nthreshold: 0.9\n",
            "refrain: .refrain.yml:1: “threshold” stands twice; keep one")
    }

    @Test func repeatedKeyOfACommandIsRefused() throws {
        try expectFailure(
            ofFile: "threshold: 0.8\nfind:\n  code: true\n  code: false\n",
            "refrain: .refrain.yml:3: “code” stands twice; keep one")
    }

    @Test(arguments: ["threshold:\n", "threshold: null\n", "threshold: ~\n"])
    func keyWithoutValueIsRefused(_ text: String) throws {
        try expectFailure(
            ofFile: text,
            "refrain: .refrain.yml:1: threshold has no value; it takes a number above 0 and at most 1")
    }

    @Test(arguments: ["threshold: [0.8]\n", "threshold: {a: 0.8}\n"])
    func listOrMappingInPlaceOfAValueIsRefused(_ text: String) throws {
        try expectFailure(
            ofFile: text, "refrain: .refrain.yml:1: threshold takes a number above 0 and at most 1")
    }

    @Test(arguments: ["include: [a, [b]]\n", "include: {a: b}\n", "include: [a, null]\n"])
    func patternsAreAFlatList(_ text: String) throws {
        try expectFailure(
            ofFile: text, "refrain: .refrain.yml:1: include takes a pattern or a list of patterns")
    }

    @Test(arguments: ["- threshold\n", "threshold\n", "? [a, b]\n: c\n"])
    func somethingElseThanKeysIsRefused(_ text: String) throws {
        try expectFailure(
            ofFile: text,
            "refrain: .refrain.yml:1: settings are keys with values, as in “threshold: 0.8”")
    }

    @Test func commandWithAValueInPlaceOfKeysIsRefused() throws {
        try expectFailure(
            ofFile: "code: true\nfind: 0.8\n",
            "refrain: .refrain.yml:2: settings are keys with values, as in “threshold: 0.8”")
    }

    @Test func brokenYAMLNamesLineAndColumn() throws {
        try expectFailure(
            ofFile: "code: true\nthreshold: : 0.8\n",
            "refrain: .refrain.yml:2:12: this is not YAML: mapping values are not allowed in this context")
    }

    @Test func secondDocumentInTheFileIsRefused() throws {
        try expectFailure(
            ofFile: "threshold: 0.8\n---\nthreshold: 0.9\n",
            "refrain: .refrain.yml:2:1: this is not YAML: a second document begins here")
    }

    @Test func settingsFileThatIsNotUTF8IsRefused() throws {
        let folder = try WorkFolder(["a.md": SampleText.single])
        try folder.write(.init([0x63, 0xE9]), to: ".refrain.yml")
        try CommandLineTests.expectFailure(
            ["find"], in: folder, "refrain: .refrain.yml: the settings can't be read: they are not UTF-8")
    }

    @Test func missingSettingsFileThatWasAskedForIsAFailure() throws {
        try CommandLineTests.expectFailure(
            ["find", "--config", "team.yml"],
            "refrain: team.yml: the settings can't be read: no such file or directory")
    }

    @Test func folderAsSettingsFileIsAFailure() throws {
        try CommandLineTests.expectFailure(
            ["find", "--config", "docs"], in: try WorkFolder(["docs/a.md": SampleText.single]),
            "refrain: docs: the settings can't be read: is a directory")
    }
}
