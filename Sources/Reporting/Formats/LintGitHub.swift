internal import Linting
internal import Refrain

/// Findings as workflow commands, which GitHub shows beside the lines of a pull request, and a line that counts them for the
/// log.
///
/// A command has the first line only: GitHub puts a remark under the last one, which is far from the heading. The message
/// begins with the place, since the log shows a command's message and none of its properties.
enum LintGitHub {
    /// The runner passes so many remarks of a level on to the page, and writes the others to the log only
    /// (`_maxCountPerIssueType` of actions/runner, 2026).
    private static let mostOfEachSeverity = 10

    static func report(on report: LintReport, of analysis: Analysis) -> String {
        let commands = report.new.map { finding in
            let path = ControlCharacters.escaped(property(analysis.path(of: finding.place.section)))
            return "::\(level(finding.severity)) file=\(path),line=\(finding.place.startLine),"
                + "col=\(finding.place.column),title=\(property(finding.rule))::\(data(LintWording.placedMessage(finding, in: analysis)))"
        }
        let notes = [
            LintWording.total(report, sections: analysis.sections.count),
            LintWording.unshown(report, ofEachSeverity: mostOfEachSeverity),
        ].compactMap(\.self)
        return (commands + notes.map(data)).joined(separator: "\n") + "\n"
    }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }

    /// A message as the runner reads it back (`escapeData` of @actions/core).
    private static func data(_ text: String) -> String {
        escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
    }

    /// A property's value as the runner reads it back (`escapeProperty` of @actions/core).
    private static func property(_ text: String) -> String {
        escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
    }

    private static func escaped(_ text: String, _ codes: [Unicode.Scalar: String]) -> String {
        text.unicodeScalars.map { codes[$0] ?? String($0) }.joined()
    }
}
