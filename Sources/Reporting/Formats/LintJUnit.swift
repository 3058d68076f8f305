internal import Linting
internal import Refrain

/// Findings as JUnit writes test results, for CI that shows these: a case a finding, one that passes where there is none. What
/// does not fail the run is a case that passes with a remark.
enum LintJUnit {
    static func report(on report: LintReport, of analysis: Analysis) -> String {
        let findings = report.new
        let failing = findings.count { fails($0, report) }
        let counts = [("tests", "\(max(1, findings.count))"), ("failures", "\(failing)"), ("errors", "0")]
        var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#]
        lines.append("<testsuites \(XMLText.attributes(counts))>")
        lines.append("  <testsuite \(XMLText.attributes([("name", "refrain lint")] + counts))>")
        for finding in findings { lines += Self.lines(of: finding, report, analysis) }
        if findings.isEmpty {
            let name = LintWording.total(report, sections: analysis.sections.count)
            lines.append("    <testcase \(XMLText.attributes([("classname", "refrain"), ("name", name)]))/>")
        }
        return (lines + ["  </testsuite>", "</testsuites>"]).joined(separator: "\n") + "\n"
    }

    private static func fails(_ finding: Finding, _ report: LintReport) -> Bool {
        report.settings.failOn.map { finding.severity >= $0 } ?? false
    }

    private static func lines(of finding: Finding, _ report: LintReport, _ analysis: Analysis) -> [String] {
        let path = analysis.path(of: finding.place.section)
        let message = LintWording.message(finding, in: analysis)
        let names = [("classname", path), ("name", "\(finding.rule) at line \(finding.place.startLine)")]
        let body =
            fails(finding, report)
            ? "<failure \(XMLText.attributes([("type", finding.rule), ("message", message)]))>"
                + "\(XMLText.escaped(LintWording.remedy(finding)))</failure>"
            : "<system-out>\(XMLText.escaped("\(finding.severity.rawValue): \(message)"))</system-out>"
        return ["    <testcase \(XMLText.attributes(names))>", "      \(body)", "    </testcase>"]
    }
}
