internal import Linting
internal import Refrain

/// Findings as compilers write them: `path:line:column: severity: message [rule]`, then a line that counts them.
enum LintText {
    static func report(on findings: [Finding], of analysis: Analysis) -> String {
        var lines = findings.map { finding in
            "\(analysis.place(of: finding.section)):1: \(finding.severity.rawValue): "
                + "\(message(finding, in: analysis)) [\(finding.rule)]"
        }
        let sections = Wording.count(analysis.sections.count, "section")
        let total = findings.isEmpty ? "no findings" : Wording.count(findings.count, "finding")
        lines.append("\(total) in \(sections)")
        return lines.joined(separator: "\n") + "\n"
    }

    /// What is wrong: one clause with the evidence and the other place.
    static func message(_ finding: Finding, in analysis: Analysis) -> String {
        let name = DisplayWidth.shortened(analysis.name(of: finding.section), to: 60)
        let other = "\(analysis.place(of: finding.related))"
        let otherName = DisplayWidth.shortened(analysis.name(of: finding.related), to: 60)
        return finding.rule == "identical-section"
            ? "“\(name)” says word for word what \(other) says"
            : "“\(name)” repeats “\(otherName)” at \(other) (similarity \(SixDecimals.shortText(finding.similarity)))"
    }
}
