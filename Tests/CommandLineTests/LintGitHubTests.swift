import TestSupport
import Testing

/// Findings as workflow commands.
struct LintGitHubTests {
    private static let text = "# Refunds: 100%, in full\n\nA refund is paid within two weeks to the card.\n"

    @Test func signsThatEndValuesAreEscaped() throws {
        let folder = try WorkFolder(["a,b/50%.md": Self.text, "a,b/c:d.md": Self.text])
        let result = try Program.run(["lint", ".", "--format", "github"], in: folder)
        #expect(result.status == 1)
        #expect(
            result.output == """
                ::error file=a%2Cb/c%3Ad.md,line=1,col=1,title=identical-section::a,b/c:d.md:1:1: “Refunds: \
                100%25, in full” repeats a,b/50%25.md:1 word for word%0Aput a link to the other section in its place, or include both from \
                one file
                1 finding (1 error) in 2 sections

                """)
    }

    /// A log is shown on a terminal too.
    @Test func pathsSteerNoTerminal() throws {
        let folder = try WorkFolder(["a.md": Self.text, "b\u{1B}[2J\u{202E}\u{9B}.md": Self.text])
        let result = try Program.run(["lint", ".", "--format", "github"], in: folder)
        #expect(result.output.hasPrefix("::error file=b\\x1B[2J\\u202E\\x9B.md,line=1,"))
        #expect(!result.output.unicodeScalars.contains { ["\u{1B}", "\u{202E}", "\u{9B}"].contains($0) })
    }

    @Test func whatGitHubDoesNotShowIsSaid() throws {
        let sections = (1...12).map { "## Part \($0)\n\n" }.joined()
        let folder = try WorkFolder(["a.md": "# Parts\n\nTwelve are empty.\n\n\(sections)"])
        let output = try Program.run(["lint", ".", "--format", "github"], in: folder).output
        #expect(
            output.hasSuffix(
                """

                12 findings (12 warnings) in 13 sections
                2 findings stand in this log only: GitHub shows 10 of each severity and step beside their lines

                """))
    }

    @Test func withoutFindingsOnlyTheCountIsWritten() throws {
        let folder = try WorkFolder(["a.md": Self.text])
        let output = try Program.output(["lint", ".", "--format", "github"], in: folder)
        #expect(output == "no findings in 1 section\n")
    }
}
