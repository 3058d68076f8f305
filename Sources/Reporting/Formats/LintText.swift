internal import Linting
internal import Refrain

/// Findings as compilers write them: `path:line:column: severity: message [rule]`, a line that says what to do, and at the end
/// lines that count them. The gravest come first. Several findings of a rule about the same section or the same two documents are
/// one line, in long reports all about documents that repeat one another; there what to do stands at the end, once a rule.
struct LintText {
    /// Whether escape sequences for colours are written.
    let isColoured: Bool
    /// Whether several findings can be one line.
    let isGrouped: Bool

    func report(on report: LintReport, of analysis: Analysis) -> String {
        let list = FindingList(report, of: analysis, isGrouped: isGrouped)
        var lines = list.groups.flatMap { group in
            let first = group.findings[0]
            let line =
                "\(bold("\(list.place(of: group)):")) \(severity(first.severity)) "
                + "\(list.message(of: group)) \(dim("[\(first.rule)]"))"
            return list.isLong ? [line] : [line, dim("    help: \(LintWording.remedy(first))")]
        }
        lines.append(LintWording.total(report, sections: analysis.sections.count))
        if list.isLong { lines += LintWording.remedies(report).map { dim("    \($0)") } }
        if list.isLong, !list.isFolded { lines.append(LintWording.busiestDocuments(report, of: analysis)) }
        if let unmatched = LintWording.unmatched(report) { lines.append(unmatched) }
        if let note = list.note { lines.append(note) }
        return LogCommands.writtenOut(lines.joined(separator: "\n") + "\n")
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
