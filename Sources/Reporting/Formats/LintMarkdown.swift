internal import Linting
internal import Refrain

/// Findings as a comment on a pull request: what counts in a line, then a table, the gravest first.
enum LintMarkdown {
    /// A comment of GitHub takes 65,536 characters: so many rows stay below.
    private static let mostRows = 100

    static func report(on report: LintReport, of analysis: Analysis) -> String {
        let findings = report.new.enumerated().sorted {
            ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
        }.map(\.element)
        var text =
            "### Refrain\n\n\(MarkdownText.escaped(LintWording.total(report, sections: analysis.sections.count)))\n"
        guard !findings.isEmpty else { return text }
        text += "\n| | where | what | rule |\n| --- | --- | --- | --- |\n"
        for finding in findings.prefix(mostRows) {
            let path = analysis.path(of: finding.place.section)
            let cells = [
                finding.severity.rawValue, "\(path):\(finding.place.startLine)",
                LintWording.message(finding, in: analysis), finding.rule,
            ]
            text += "| \(cells.map(cell).joined(separator: " | ")) |\n"
        }
        if findings.count > mostRows { text += "\nand \(findings.count - mostRows) more\n" }
        let remedies = Linter.allRules.filter { rule in findings.contains { $0.rule == rule.id } }
        text += "\n" + remedies.map { "- **\($0.id)**: \(MarkdownText.escaped($0.manual.remedy))\n" }.joined()
        return text
    }

    private static func cell(_ text: String) -> String {
        MarkdownText.escaped(ControlCharacters.escaped(text))
    }
}
