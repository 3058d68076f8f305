internal import Linting
internal import Refrain

/// Findings as compilers write them: `path:line:column: severity: message [rule]`, a line that says what to do, and at the end
/// lines that count them. The gravest come first. Several findings of a rule about the same section or the same two documents are
/// one line; in long reports what to do stands at the end, once a rule.
struct LintText {
    /// Whether escape sequences for colours are written.
    let isColoured: Bool

    /// A reader looks through so many lines one by one.
    private static let longReport = 20

    func report(on report: LintReport, of analysis: Analysis) -> String {
        let groups = FindingGroup.groups(of: report.new, in: analysis)
        let isLong = groups.count > Self.longReport
        var lines = groups.flatMap { group in
            let first = group.findings[0]
            let line =
                "\(bold(place(of: first, in: analysis))) \(severity(first.severity)) "
                + "\(group.message(in: analysis)) \(dim("[\(first.rule)]"))"
            return isLong ? [line] : [line, dim("    help: \(LintWording.remedy(first))")]
        }
        lines.append(LintWording.total(report, sections: analysis.sections.count))
        if isLong {
            lines += LintWording.distribution(report, of: analysis)
            lines += LintWording.remedies(report).map { dim("    \($0)") }
        }
        if let unmatched = LintWording.unmatched(report) { lines.append(unmatched) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func place(of finding: Finding, in analysis: Analysis) -> String {
        let path = ControlCharacters.escaped(analysis.path(of: finding.place.section))
        return "\(path):\(finding.place.startLine):\(finding.place.column):"
    }

    private func bold(_ text: String) -> String { styled(text, "1") }

    private func dim(_ text: String) -> String { styled(text, "2") }

    private func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: styled("error:", "1;31")
        case .warning: styled("warning:", "1;33")
        case .note: styled("note:", "1;36")
        }
    }

    private func styled(_ text: String, _ codes: String) -> String {
        isColoured ? "\u{1B}[\(codes)m\(text)\u{1B}[0m" : text
    }
}
