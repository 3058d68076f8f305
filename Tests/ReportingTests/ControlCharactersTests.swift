import Linting
import Reading
import Refrain
import Testing

@testable import Reporting

/// No name and no path steers a terminal or breaks a line.
struct ControlCharactersTests {
    /// A heading and a path with everything that must not come through raw.
    private static let heading = "Red \u{1B}[31m\u{7F}\u{9B}\u{202E}tea\u{2066}"
    private static let path = "a\n\u{1B}[2J\u{2028}.md"
    private static let shownHeading = "Red \\x1B[31m\\x7F\\x9B\\u202Etea\\u2066"
    private static let shownPath = "a\\x0A\\x1B[2J\\u2028.md"

    private static func analysis() throws -> Analysis {
        let text = "# \(heading)\n\nPour the water over the leaves and wait for five minutes.\n"
        let input = ReadResult(
            documents: [path, "b.md"].map { Document(path: $0, format: .markdown, text: text) }, skipped: [])
        return Pipeline(settings: try Settings(TypedSettings())).analysis(of: input)
    }

    /// Whether a terminal would take part of `text` as more than letters and ends of lines.
    private static func isSafe(_ text: String) -> Bool {
        ControlCharacters.escaped(text, keeping: ["\n"]) == text
    }

    @Test(arguments: [
        ("", ""), ("plain 重复 é 👍🏽 C:\\x", "plain 重复 é 👍🏽 C:\\x"),
        ("\u{0}\t\n\r\n", "\\x00\\x09\\x0A\\x0D\\x0A"),
        ("\u{1F} \u{7F}\u{80}\u{9F}\u{A0}", "\\x1F \\x7F\\x80\\x9F\u{A0}"),
        ("\u{2027}\u{2028}\u{2029}\u{202A}\u{202E}\u{202F}", "\u{2027}\\u2028\\u2029\\u202A\\u202E\u{202F}"),
        ("\u{2065}\u{2066}\u{2069}\u{206A}", "\u{2065}\\u2066\\u2069\u{206A}"),
        ("e\u{301}\u{1B}\u{301}", "e\u{301}\\x1B\u{301}"), ("👨\u{200D}👩 \u{200F}", "👨\u{200D}👩 \u{200F}"),
    ])
    func controlCharactersAreWrittenOut(_ text: String, _ escaped: String) {
        #expect(ControlCharacters.escaped(text) == escaped)
    }

    @Test func whatIsKeptStays() {
        #expect(
            ControlCharacters.escaped("a\tb\n\r\n\r\u{1B}", keeping: ["\t", "\n"])
                == "a\tb\n\\x0D\n\\x0D\\x1B")
        #expect(ControlCharacters.escaped("\r\n\r", keeping: ["\r", "\n"]) == "\r\n\\x0D")
    }

    @Test(arguments: [FindFormat.text, .markdown])
    func findForPeopleHasNoControlCharacters(_ format: FindFormat) throws {
        let report = format.report(on: try Self.analysis())
        #expect(Self.isSafe(report))
        #expect(report.replacing("\\\\", with: "\\").replacing("\\[", with: "[").contains(Self.shownHeading))
        #expect(
            report.replacing("\\\\", with: "\\").replacing("\\[", with: "[").contains(Self.shownPath + ":1"))
    }

    @Test func lintWritesALineAFinding() throws {
        let analysis = try Self.analysis()
        let report = LintFormat.text.text(of: Linter().report(on: analysis), of: analysis)
        #expect(Self.isSafe(report))
        #expect(
            report == """
                b.md:1:1: error: “\(Self.shownHeading)” repeats \(Self.shownPath):1 word for word \
                [identical-section]
                    help: put a link to the other section in its place, or include both from one file
                1 finding (1 error) in 2 sections

                """)
    }

    @Test func csvKeepsNoneButLineBreaks() throws {
        let report = FindFormat.csv.report(on: try Self.analysis())
        #expect(Self.isSafe(report))
        #expect(report.contains(",\"a\n\\x1B[2J\\u2028.md\",1,,,\(Self.shownHeading),"))
        #expect(FindCSV.quoted("a\r\nb\rc\td") == "\"a\r\nb\\x0Dc\td\"")
    }

    @Test func outlineForPeopleHasNoneInTopicsAndSources() throws {
        let analysis = try Self.analysis()
        let report = OutlineFormat.markdown.report(on: analysis.outline, of: analysis)
        #expect(Self.isSafe(report))
        #expect(report.contains("\n## \(Self.shownHeading)\n"))
    }

    @Test func verbatimPointsStayAsTheyAre() throws {
        let text = "# Tea\n\nPour \u{1B}[31mred water.\n"
        let analysis = Pipeline().analysis(
            of: ReadResult(documents: [Document(path: "a.md", format: .markdown, text: text)], skipped: []))
        let report = OutlineFormat.markdown.report(on: analysis.outline, of: analysis)
        #expect(report.contains("Pour \u{1B}[31mred water."))
    }

    @Test func jsonKeepsNamesAsTheyAre() throws {
        let report = FindFormat.json.report(on: try Self.analysis())
        #expect(report.contains("\"a\\n\\u001b[2J\\u2028.md\""))
    }

    @Test func tabInAHeadingIsShownAsASpace() throws {
        let input = ReadResult(
            documents: [Document(path: "a.md", format: .markdown, text: "# Tea\tand coffee\n\nPour.\n")],
            skipped: [])
        #expect(Pipeline().analysis(of: input).name(of: 0) == "Tea and coffee")
    }
}
