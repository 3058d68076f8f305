internal import Linting
internal import Refrain

/// Findings as GitLab's Code Quality reads them: a list of issues as Code Climate's engines write them (Code Climate Engine
/// Specification).
///
/// GitLab takes the description, check, fingerprint, severity and place; it keeps one issue of those with the same fingerprint.
/// Others, Jenkins among them, refuse an issue without categories.
enum LintCodeClimate {
    static func report(on report: LintReport, of analysis: Analysis) -> String {
        let findings = report.new
        let issues = zip(findings, FindingNumbers.numbered(findings)).map { finding, fingerprint in
            issue(finding, fingerprint, in: analysis).line
        }
        return issues.isEmpty ? "[]\n" : "[\n  " + issues.joined(separator: ",\n  ") + "\n]\n"
    }

    private static func issue(_ finding: Finding, _ fingerprint: String, in analysis: Analysis) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("type", .string("issue")), ("check_name", .string(finding.rule)),
            ("description", .string(LintWording.message(finding, in: analysis))),
            ("content", .object([("body", .string(LintWording.remedy(finding)))])),
            ("categories", .array(categories(of: finding.evidence).map { .string($0) })),
            ("fingerprint", .string(fingerprint)), ("severity", .string(severity(finding.severity))),
            ("location", location(finding.place, in: analysis)),
        ]
        if !finding.related.isEmpty {
            members.append(("other_locations", .array(finding.related.map { location($0, in: analysis) })))
        }
        return .object(members)
    }

    private static func location(_ place: FindingPlace, in analysis: Analysis) -> JSONValue {
        .object([
            ("path", .string(analysis.path(of: place.section))),
            (
                "lines",
                .object([("begin", .integer(place.startLine)), ("end", .integer(place.endLine))])
            ),
        ])
    }

    /// Of the eight that the specification has.
    private static func categories(of evidence: Evidence) -> [String] {
        switch evidence {
        case .identical, .nearDuplicate, .contained, .template, .pageTemplate, .entries: ["Duplication"]
        case .drifted: ["Bug Risk", "Duplication"]
        case .sameHeading, .repeatedPhrase, .empty: ["Clarity"]
        case .unusedSuppression, .unexplainedSuppression, .unpairedSuppression: ["Style"]
        }
    }

    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "major"
        case .warning: "minor"
        case .note: "info"
        }
    }
}
