internal import Linting
internal import Refrain

/// Findings as GitLab's Code Quality reads them: a list of issues in the form of Code Climate.
enum LintCodeClimate {
    static func report(on report: LintReport, of analysis: Analysis) -> String {
        let findings = report.new
        let issues = zip(findings, FindingNumbers.numbered(findings)).map { finding, fingerprint in
            JSONValue.object([
                ("description", .string(LintWording.message(finding, in: analysis))),
                ("check_name", .string(finding.rule)), ("fingerprint", .string(fingerprint)),
                ("severity", .string(severity(finding.severity))),
                (
                    "location",
                    .object([
                        ("path", .string(analysis.path(of: finding.place.section))),
                        (
                            "lines",
                            .object([
                                ("begin", .integer(finding.place.startLine)),
                                ("end", .integer(finding.place.endLine)),
                            ])
                        ),
                    ])
                ),
            ]).line
        }
        return issues.isEmpty ? "[]\n" : "[\n  " + issues.joined(separator: ",\n  ") + "\n]\n"
    }

    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "major"
        case .warning: "minor"
        case .note: "info"
        }
    }
}
