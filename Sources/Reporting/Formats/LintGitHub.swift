internal import Linting
internal import Refrain

/// Findings as workflow commands, which GitHub shows beside the lines of a pull request, and a line that counts them for the
/// log.
///
/// A command has the first line only: GitHub puts a remark under the last one, which is far from the heading. GitHub shows
/// ten remarks a level and step; the log has them all.
enum LintGitHub {
    static func report(on report: LintReport, of analysis: Analysis) -> String {
        let commands = report.new.map { finding in
            let path = property(analysis.path(of: finding.place.section))
            let message = "\(LintWording.message(finding, in: analysis))\n\(LintWording.remedy(finding))"
            return "::\(level(finding.severity)) file=\(path),line=\(finding.place.startLine),"
                + "col=\(finding.place.column),title=\(property(finding.rule))::\(data(message))"
        }
        let lines = commands + [data(LintWording.total(report, sections: analysis.sections.count))]
        return lines.joined(separator: "\n") + "\n"
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
