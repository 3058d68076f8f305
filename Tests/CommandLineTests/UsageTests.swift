import Foundation
import Refrain
import Testing

/// What the program says of a command line that it can't make sense of, and of itself.
struct UsageTests {
    private static let commands = [
        "find", "outline", "decide", "lint", "init", "explain", "rules", "calibrate", "config",
    ]

    @Test func versionIsPrinted() throws {
        #expect(try Program.output(["--version"]) == "refrain \(Version.current)\n")
    }

    @Test func misspeltCommandGetsASuggestion() throws {
        try expectFailure(["fnd"], "refrain: there is no command “fnd”; did you mean “find”?")
    }

    @Test func pathInPlaceOfACommandGetsTheList() throws {
        try expectFailure(
            ["docs/a.md"],
            "refrain: there is no command “docs/a.md”; the commands are find, outline, decide, lint, init, explain, rules, calibrate, cache and config"
        )
    }

    @Test(arguments: [
        (["--threshold", "0.9", "find", "a.md"], "--threshold"), (["--config=a.yml", "find"], "--config"),
        (["-q", "find"], "-q"), (["--colour"], "--colour"),
    ])
    func optionBeforeTheCommandIsToldItsPlace(_ arguments: [String], _ option: String) throws {
        try expectFailure(
            arguments,
            "refrain: there is no option \(option) before the command; options follow it, as in “refrain find "
                + "--threshold 0.9”")
    }

    @Test func shellWithoutCompletionsIsAnErrorOfItsOwn() throws {
        let result = try Program.run(["--generate-completion-script", "edit"])
        #expect(result.messages.hasPrefix("Error: Can't generate completion scripts for 'edit'."))
        #expect(result.status == 2)
    }

    @Test(arguments: commands.filter { !["decide", "init", "explain", "rules", "calibrate"].contains($0) })
    func unknownOptionIsAUsageError(_ command: String) throws {
        let result = try Program.run([command, "--similarity"])
        #expect(result.messages.hasPrefix("Error: Unknown option '--similarity'"))
        #expect(result.output == "")
        #expect(result.status == 2)
    }

    @Test func optionWithoutItsValueIsAUsageError() throws {
        let result = try Program.run(["find", "--threshold"])
        #expect(result.messages.hasPrefix("Error: Missing value for '--threshold <number>'\n"))
        #expect(result.status == 2)
    }

    @Test func quietAndVerboseExcludeEachOther() throws {
        let result = try Program.run(["find", "--quiet", "--verbose"])
        #expect(result.messages.hasPrefix("Error: --quiet and --verbose exclude each other; give one\n"))
        #expect(result.status == 2)
    }

    @Test func configOfWhatIsNoCommandIsAUsageError() throws {
        let result = try Program.run(["config", "fnid"])
        #expect(
            result.messages.hasPrefix(
                "Error: “fnid” is no command with settings: find, outline, lint\n"))
        #expect(result.status == 2)
    }

    @Test(arguments: commands.filter { !["decide", "init", "explain", "rules", "calibrate"].contains($0) })
    func helpNamesEverySettingAsAnOption(_ command: String) throws {
        let help = try Program.output([command, "--help"])
        for key in SettingKey.allCases
        where (!key.isForOutlineOnly || ["outline", "config"].contains(command))
            && (!key.isForLintOnly || ["lint", "config"].contains(command))
        {
            #expect(help.contains(" --\(key.rawValue)"), "\(command) has no --\(key.rawValue)")
        }
    }

    @Test func helpNamesTheValuesThatAreInForce() throws {
        let help = try Program.output(["config", "--help"]).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        for key in SettingKey.allCases where ![.quiet, .verbose].contains(key) {
            guard let value = key.defaultValues.first else { continue }
            let option = try #require(help.range(of: " --\(key.rawValue)"))
            let rest = help[option.upperBound...].prefix { $0 != ")" }
            let shown = key.domain == .flag ? (value == "true" ? "--" : "--no-") + key.rawValue : value
            #expect(rest.hasSuffix("(default: \(shown)"), "\(key.rawValue): \(rest)")
        }
    }

    @Test func helpNamesTheExitStatuses() throws {
        let help = try Program.output(["--help"]).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        #expect(
            help.contains("0 done (lint: no findings), 1 findings, 2 the work could not be done."))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionsNameTheCommands(_ shell: String) throws {
        let script = try Program.output(["--generate-completion-script", shell])
        for command in Self.commands { #expect(script.contains(command)) }
        #expect(script.contains("threshold"))
    }

    @Test func completionsOfferTheWordsThatASettingTakes() throws {
        let script = try Program.output(["--generate-completion-script", "fish"])
        let words = [
            "average single complete", "sublinear binary raw", "unicode none", "markdown json html opml text",
            "text json github sarif codeclimate checkstyle junit rdjson markdown",
            "medoid longest most-points first newest", "inline footnotes none",
            "all flagged none",
        ]
        for list in words { #expect(script.contains("'\(list)'"), "\(list)") }
    }
}
