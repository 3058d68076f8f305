import Foundation
import Refrain
import Testing

/// The text of a settings file becomes typed settings.
struct SettingsFileTests {
    private func file(_ text: String) throws(SettingsError) -> SettingsFile {
        try SettingsFile(text: text, shownPath: "s.yml")
    }

    /// Expects that a text is refused.
    private func expect(
        _ text: String, _ error: SettingsError, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: error, sourceLocation: sourceLocation) { try file(text) }
    }

    @Test func valuesCarryTheirLine() throws {
        let settings = try file("# ours\n\nthreshold: 0.8\nlinkage: single # why\n").settings(for: nil)
        #expect(
            settings[.threshold] == TypedSetting(["0.8"], origin: .file(path: "s.yml", line: 3)))
        #expect(settings[.linkage] == TypedSetting(["single"], origin: .file(path: "s.yml", line: 4)))
        #expect(settings[.code].origin == .standard)
    }

    @Test func valuesStayAsTheyWereTyped() throws {
        let settings = try file("threshold: 0.80\nidf: yes\noutput: \"a: b\"\n").settings(for: nil)
        #expect(settings[.threshold].values == ["0.80"])
        #expect(settings[.idf].values == ["yes"])
        #expect(settings[.output].values == ["a: b"])
    }

    @Test func listsKeepTheirOrder() throws {
        let settings = try file("exclude:\n  - b\n  - \"!b/a\"\ninclude: docs/\n").settings(for: nil)
        #expect(settings[.exclude].values == ["b", "!b/a"])
        #expect(settings[.include].values == ["docs/"])
    }

    @Test func ownSettingsOfACommandWinOverThoseForAll() throws {
        let file = try file("lint:\n  threshold: 0.9\nthreshold: 0.8\ncode: false\n")
        #expect(file.settings(for: "lint")[.threshold].values == ["0.9"])
        #expect(file.settings(for: "lint")[.code].values == ["false"])
        #expect(file.settings(for: "find")[.threshold].values == ["0.8"])
        #expect(file.settings(for: nil)[.threshold].values == ["0.8"])
    }

    @Test(arguments: ["", "\n", "# only this\n", "null", "~", "---\n...\n", "{}"])
    func textThatSetsNothingIsFine(_ text: String) throws {
        #expect(try file(text).settings(for: "find") == TypedSettings())
    }

    @Test func unknownKeysAreNamedWithWhatWasMeant() {
        expect(
            "\nheading-wieght: 2\n",
            .unknownKey("heading-wieght", suggestion: "heading-weight", path: "s.yml", line: 2))
        expect(
            "outlin:\n  code: true\n", .unknownKey("outlin", suggestion: "outline", path: "s.yml", line: 1))
        expect("colour: red\n", .unknownKey("colour", suggestion: nil, path: "s.yml", line: 1))
        expect("\"\": red\n", .unknownKey("", suggestion: nil, path: "s.yml", line: 1))
    }

    @Test func repeatedKeysAreRefusedAtTheFirst() {
        expect("code: true\nidf: true\ncode: true\n", .repeatedKey("code", path: "s.yml", line: 1))
        expect("find: {code: true}\nfind: {idf: true}\n", .repeatedKey("find", path: "s.yml", line: 1))
        expect("find:\n  code: true\n  code: true\n", .repeatedKey("code", path: "s.yml", line: 2))
    }

    @Test func keysWithoutValueAreRefused() {
        expect("code:\n", .missingValue(.code, path: "s.yml", line: 1))
        expect("code: true\ninclude: ~\n", .missingValue(.include, path: "s.yml", line: 2))
    }

    @Test func valuesOfAnotherShapeAreRefused() {
        expect("code: [true]\n", .wrongShape(.code, path: "s.yml", line: 1))
        expect("include: {a: b}\n", .wrongShape(.include, path: "s.yml", line: 1))
        expect("include: [a, [b]]\n", .wrongShape(.include, path: "s.yml", line: 1))
        expect("include: [a, ~]\n", .wrongShape(.include, path: "s.yml", line: 1))
    }

    @Test func textWithoutKeysIsRefused() {
        expect("threshold\n", .notKeys(path: "s.yml", line: 1))
        expect("\n- threshold\n", .notKeys(path: "s.yml", line: 2))
        expect("code: true\nlint: strict\n", .notKeys(path: "s.yml", line: 2))
    }

    @Test func fileOfTheLargestSizeIsReadAndALargerOneRefused() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "refrain-\(UUID().uuidString).yml")
        defer { try? FileManager.default.removeItem(at: url) }
        let comment = String(repeating: "#", count: SettingsFile.largestBytes - 12)
        try Data("code: false\n\(comment)".utf8).write(to: url)
        let file = try SettingsFile(path: url.path(), shownPath: "s.yml")
        #expect(file.settings(for: nil)[.code].values == ["false"])
        try Data("code: false\n\(comment)#".utf8).write(to: url)
        #expect(
            throws: SettingsError.unreadable(
                path: "s.yml", .tooLarge(limitBytes: SettingsFile.largestBytes))
        ) { try SettingsFile(path: url.path(), shownPath: "s.yml") }
    }

    @Test func brokenYAMLIsPlacedByLineAndColumn() {
        expect(
            "code: true\noutput: \"a\n",
            .notYAML(path: "s.yml", line: 3, column: 1, problem: "found unexpected end of stream"))
        expect(
            "code: true\n--- \ncode: false\n",
            .notYAML(path: "s.yml", line: 2, column: 1, problem: "a second document begins here"))
    }
}
