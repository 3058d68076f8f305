import Linting
import Reading
import Refrain
import Splitting
import TestSupport

/// Documents with paths and headings that no format may trip over, and what lint says of them.
struct OddDocuments {
    let analysis: Analysis
    let report: LintReport

    /// Pairs of documents, each pair with one section, the same in both.
    init(seed: UInt64, pairs: Int = 8) throws {
        var generator = SeededGenerator(seed: seed)
        var typed = TypedSettings()
        typed[.select] = TypedSetting(["identical-section"], origin: .commandLine)
        var documents: [Document] = []
        for pair in 0..<pairs {
            let heading = "H " + Self.oddText(&generator, breaksLines: false)
            let body = (0..<30).map { _ in Self.word(&generator) }.joined(separator: " ")
            for copy in ["a", "b"] {
                let path = "\(copy)\(pair)/\(Self.oddText(&generator, breaksLines: true)).md"
                documents.append(
                    Document(path: path, format: .markdown, text: "# \(heading)\n\n\(body).\n"))
            }
        }
        analysis = Pipeline(settings: try Settings(typed)).analysis(
            of: ReadResult(documents: documents, skipped: []))
        report = Linter(settings: try LintSettings(typed)).report(on: analysis)
    }

    /// The path of each finding, in the order of the report.
    var paths: [String] {
        report.new.map { analysis.documents[analysis.sections[$0.place.section].document].path }
    }

    /// Text of signs that mean something in one format or another, and of controls, emoji, ideographs and combining marks.
    static func oddText(_ generator: inout SeededGenerator, breaksLines: Bool) -> String {
        let parts = signs + (breaksLines ? ["\n", "\r", "\r\n"] : [])
        return (0..<Int.random(in: 1...12, using: &generator)).map { _ in
            parts[Int.random(in: 0..<parts.count, using: &generator)]
        }.joined()
    }

    private static let signs = [
        " ", ",", "%", ":", "::", "=", ";", "%25", "%0A", "%3A", "##[error]", "::stop-commands::", "\"", "'",
        "&", "&amp;",
        "&#x1F;", "<", ">", "]]>", "<![CDATA[", "<!--", "\\", "|", "`", "@octocat", "#12", "\t", "\u{1}",
        "\u{7}", "\u{8}",
        "\u{B}", "\u{C}", "\u{1B}[31m", "\u{1F}", "\u{7F}", "\u{85}", "\u{9B}", "\u{A0}", "\u{200B}",
        "\u{2028}", "\u{202E}",
        "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{1FFFE}", "\u{10FFFF}", "中文", "“”",
        "é", "e\u{301}",
        "\u{301}", "\u{600}", "[", "*", "_", "+", "-", "##vso[", "##teamcity[", "section_start:", "👩‍💻", "a",
        "Z", "9", ".", "/",
    ]

    private static func word(_ generator: inout SeededGenerator) -> String {
        String(
            (0..<Int.random(in: 3...9, using: &generator)).map { _ in
                Character(Unicode.Scalar(UInt8.random(in: 97...122, using: &generator)))
            })
    }
}
