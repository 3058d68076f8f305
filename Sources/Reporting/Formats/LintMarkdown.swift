internal import Linting
internal import Refrain

/// Findings as a comment on a pull request: what counts in a line, then a table with the rows of the text report, the gravest first.
///
/// Nobody is notified and no issue is linked by what documents say: GitHub and GitLab read `@name` and `#12` in a comment even
/// behind a backslash, so a space of no width stands between the sign and what follows.
enum LintMarkdown {
    /// So many rows a person may look through.
    private static let mostRows = 100

    /// A comment of GitHub takes 65,536 characters, and who posts it may add some.
    private static let mostScalars = 60_000

    static func report(on report: LintReport, of analysis: Analysis, isGrouped: Bool) -> String {
        let list = FindingList(report, of: analysis, isGrouped: isGrouped)
        let total = LintWording.total(report, sections: analysis.sections.count)
        let head = "### Refrain\n\n\(MarkdownText.escaped(total))\n"
        guard !list.groups.isEmpty else { return head }
        let foot = remedies(of: report.new) + (list.note.map { "\n\(MarkdownText.escaped($0))\n" } ?? "")
        return head + table(of: list, room: mostScalars - length(head) - length(foot), analysis) + foot
    }

    /// As many rows as there is room for, and how many findings were left out.
    private static func table(of list: FindingList, room: Int, _ analysis: Analysis) -> String {
        var text = "\n| | where | what | rule |\n| --- | --- | --- | --- |\n"
        var (rows, room) = (0, room - 200)
        for group in list.groups.prefix(mostRows) {
            let row = row(group, of: list, analysis)
            room -= length(row)
            guard room >= 0 else { break }
            text += row
            rows += 1
        }
        return text + rest(list.groups.dropFirst(rows))
    }

    /// How many findings were left out, and in how many rows where these are fewer.
    private static func rest(_ groups: ArraySlice<FindingGroup>) -> String {
        let count = groups.reduce(0) { $0 + $1.findings.count }
        if count == 0 { return "" }
        return
            "\nand \(count) more\(count > groups.count ? " in \(Wording.count(groups.count, "row"))" : "")\n"
    }

    private static func row(_ group: FindingGroup, of list: FindingList, _ analysis: Analysis) -> String {
        let finding = group.findings[0]
        let path = analysis.path(of: finding.place.section)
        let cells = [
            finding.severity.rawValue, "\(path):\(finding.place.startLine)",
            list.message(of: group), finding.rule,
        ]
        return "| \(cells.map(cell).joined(separator: " | ")) |\n"
    }

    /// What to do, once a rule.
    private static func remedies(of findings: [Finding]) -> String {
        let found = Set(findings.map(\.rule))
        return "\n"
            + Linter.allRules.filter { found.contains($0.id) }.map {
                "- **\($0.id)**: \(MarkdownText.escaped($0.manual.remedy))\n"
            }.joined()
    }

    private static func cell(_ text: String) -> String {
        unlinked(MarkdownText.escaped(ControlCharacters.escaped(text)))
    }

    private static func unlinked(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            result.append(scalar)
            guard index + 1 < scalars.count else { break }
            let next = scalars[index + 1]
            let isLink = scalar == "@" && isWord(next) || scalar == "#" && ("0"..."9").contains(next)
            if isLink { result.append(contentsOf: "&#8203;".unicodeScalars) }
        }
        return String(result)
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func length(_ text: String) -> Int { text.unicodeScalars.count }
}
