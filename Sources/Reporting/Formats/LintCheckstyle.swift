internal import Linting
internal import Refrain

/// Findings as Checkstyle writes them: a file at a time, in reading order.
enum LintCheckstyle {
    static func report(on report: LintReport, of analysis: Analysis) -> String {
        var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#, #"<checkstyle version="8.0">"#]
        var path: String?
        for finding in report.new {
            let own = analysis.path(of: finding.place.section)
            if own != path {
                if path != nil { lines.append("  </file>") }
                lines.append("  <file \(XMLText.attributes([("name", own)]))>")
                path = own
            }
            let attributes = XMLText.attributes([
                ("line", "\(finding.place.startLine)"), ("column", "\(finding.place.column)"),
                ("severity", finding.severity == .note ? "info" : finding.severity.rawValue),
                ("message", LintWording.sentences(finding, in: analysis)),
                ("source", "refrain.\(finding.rule)"),
            ])
            lines.append("    <error \(attributes)/>")
        }
        if path != nil { lines.append("  </file>") }
        return (lines + ["</checkstyle>"]).joined(separator: "\n") + "\n"
    }
}
