internal import Linting
internal import Refrain

/// Findings as JUnit writes test results, for CI that shows these: a case a finding, one that passes where there is none. What
/// does not fail the run is a case that passes with a remark.
///
/// The class is the rule: Jenkins takes what stands before a class name's last dot for its package, and would cut a path there.
/// The name is the document and the heading, without a line, so that a case is the same one after text above it grew. The text of
/// a failure says all, since GitLab shows that and not the message.
enum LintJUnit {
    static func report(on report: LintReport, of analysis: Analysis) -> String {
        let findings = report.new
        let failing = findings.count { fails($0, report) }
        let counts = [("tests", "\(max(1, findings.count))"), ("failures", "\(failing)"), ("errors", "0")]
        var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#]
        lines.append("<testsuites \(XMLText.attributes(counts))>")
        lines.append("  <testsuite \(XMLText.attributes([("name", "refrain lint")] + counts))>")
        for (finding, name) in zip(findings, distinctNames(of: findings, in: analysis)) {
            lines += testCase("refrain.\(finding.rule)", name, body(finding, report, analysis))
        }
        if findings.isEmpty {
            let total = LintWording.total(report, sections: analysis.sections.count)
            lines += testCase("refrain.lint", "no findings", remark(total))
        }
        return (lines + ["  </testsuite>", "</testsuites>"]).joined(separator: "\n") + "\n"
    }

    private static func fails(_ finding: Finding, _ report: LintReport) -> Bool {
        report.settings.failOn.map { finding.severity >= $0 } ?? false
    }

    private static func testCase(_ className: String, _ name: String, _ body: String) -> [String] {
        let attributes = XMLText.attributes([("classname", className), ("name", name)])
        return ["    <testcase \(attributes)>", "      \(body)", "    </testcase>"]
    }

    private static func body(_ finding: Finding, _ report: LintReport, _ analysis: Analysis) -> String {
        let text = LintWording.placedMessage(finding, in: analysis)
        guard fails(finding, report) else { return remark("\(finding.severity.rawValue): \(text)") }
        let attributes = [("type", finding.rule), ("message", LintWording.message(finding, in: analysis))]
        return "<failure \(XMLText.attributes(attributes))>\(XMLText.escaped(text))</failure>"
    }

    private static func remark(_ text: String) -> String {
        "<system-out>\(XMLText.escaped(text))</system-out>"
    }

    /// Document and heading of each; of those that are the same the second has " (2)", and so on: GitLab leaves out a case whose
    /// names another one has.
    private static func distinctNames(of findings: [Finding], in analysis: Analysis) -> [String] {
        var numbers: [String: Int] = [:]
        var taken: Set<String> = []
        return findings.map { finding in
            let path = ControlCharacters.escaped(analysis.path(of: finding.place.section))
            let heading = DisplayWidth.shortened(analysis.name(of: finding.place.section), to: 60)
            let name = "\(path): \(heading)"
            var number = numbers[name, default: 0] + 1
            while !taken.insert(numbered(name, number)).inserted { number += 1 }
            numbers[name] = number
            return numbered(name, number)
        }
    }

    private static func numbered(_ name: String, _ number: Int) -> String {
        number == 1 ? name : "\(name) (\(number))"
    }
}
