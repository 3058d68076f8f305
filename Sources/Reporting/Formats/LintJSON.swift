internal import Linting
internal import Refrain
internal import Splitting
internal import Vectorizing

/// Findings for programs.
enum LintJSON {
    static func report(on findings: [Finding], of analysis: Analysis) -> String {
        JSONValue.object([
            ("schemaVersion", JSONParts.schemaVersion), ("tool", JSONParts.tool),
            ("settings", JSONParts.settings(analysis.settings)),
            ("documents", JSONParts.documents(analysis)), ("skipped", JSONParts.skipped(analysis)),
            ("decisions", JSONParts.decisions(analysis)),
            ("findings", .array(findings.map { finding($0, in: analysis) })),
            (
                "statistics",
                .object([
                    ("sectionCount", .integer(analysis.sections.count)),
                    ("findingCount", .integer(findings.count)),
                ])
            ),
        ]).document
    }

    private static func finding(_ finding: Finding, in analysis: Analysis) -> JSONValue {
        .object(
            [
                ("rule", .string(finding.rule)), ("severity", .string(finding.severity.rawValue)),
                ("message", .string(LintText.message(finding, in: analysis))),
            ] + place(finding.section, in: analysis) + [
                ("similarity", .decimal(finding.similarity)),
                ("related", .object(place(finding.related, in: analysis))),
            ])
    }

    private static func place(_ index: Int, in analysis: Analysis) -> [(String, JSONValue)] {
        let section = analysis.sections[index]
        return [
            ("section", .integer(index)), ("path", .string(analysis.path(of: index))),
            ("startLine", .integer(section.startLine)), ("endLine", .integer(section.endLine)),
            ("heading", .string(section.heading)),
            ("fingerprint", .string(analysis.fingerprints[index].description)),
        ]
    }
}
