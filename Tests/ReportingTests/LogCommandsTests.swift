import Linting
import Reading
import Refrain
import Testing

@testable import Reporting

/// The logs of CI servers obey nothing that documents say.
struct LogCommandsTests {
    @Test(arguments: [
        ("::error::x", "\\x3A:error::x"), ("a\n  ::stop-commands::x\n", "a\n  \\x3A:stop-commands::x\n"),
        ("a ::error::", "a ::error::"), ("x ##vso[task.setvariable]", "x \\x23#vso[task.setvariable]"),
        ("##[error]", "\\x23#[error]"), ("####[group]", "##\\x23#[group]"), ("## [x]", "## [x]"),
        ("##TeamCity[x", "\\x23#TeamCity[x"), ("section_start:1:a", "\\x73ection_start:1:a"),
        ("my_section_end:1:a", "my_\\x73ection_end:1:a"), ("section_starts", "section_starts"),
        ("\u{A0}::error::", "\u{A0}\\x3A:error::"), ("\u{3000}\u{2003}::a", "\u{3000}\u{2003}\\x3A:a"),
        ("::\u{301}error", "\\x3A:\u{301}error"), ("", ""),
    ])
    func commandsAreWrittenOut(_ text: String, _ written: String) {
        #expect(LogCommands.writtenOut(text) == written)
    }

    private static let path = "::error::x ##[error]y ##vso[z] ##teamcity[t section_start:1:s.md"

    private static func analysis() -> Analysis {
        let text = "# ##vso[task] ::error::\n\nFill the kettle with fresh water and wait until it whistles.\n"
        let documents = [path, "::set-output name=a::b.md"].map {
            Document(path: $0, format: .markdown, text: text)
        }
        return Pipeline().analysis(of: ReadResult(documents: documents, skipped: []))
    }

    /// The text reports on documents whose names and headings are commands.
    private static func reports() throws -> [String] {
        let analysis = analysis()
        var typed = TypedSettings()
        typed[.select] = TypedSetting(["identical-section"], origin: .commandLine)
        let report = Linter(settings: try LintSettings(typed)).report(on: analysis)
        return [
            FindFormat.text.report(on: analysis), LintFormat.text.text(of: report, of: analysis),
            LintFormat.text.text(of: report, of: analysis, isGrouped: false),
            OutlineFormat.text.report(on: analysis.outline, of: analysis),
        ]
    }

    @Test func noLineOfATextReportIsACommand() throws {
        for report in try Self.reports() {
            #expect(report.contains("\\x23#vso["))
            for line in report.split(separator: "\n") {
                #expect(!line.drop { $0 == " " }.hasPrefix("::"))
                for command in ["##[", "##vso[", "##teamcity[", "section_start:"] {
                    #expect(!line.contains(command), "\(line)")
                }
            }
        }
    }
}
