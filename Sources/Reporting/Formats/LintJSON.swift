internal import Linting
internal import Outlining
internal import Refrain
internal import Splitting
internal import Vectorizing

/// Findings for programs: all of them, with whether they count, or those that do.
enum LintJSON {
    static func report(
        on report: LintReport, of analysis: Analysis, findings: FindingSelection
    ) -> String {
        let written = findings == .all ? report.findings : report.new
        return JSONValue.object([
            ("schemaVersion", JSONParts.schemaVersion), ("tool", JSONParts.tool),
            ("settings", JSONParts.settings(analysis.settings, ofLint: true)),
            ("documents", JSONParts.documents(analysis)), ("skipped", JSONParts.skipped(analysis)),
            ("decisions", JSONParts.decisions(analysis)),
            ("findings", .array(written.map { finding($0, in: analysis) })),
            ("statistics", statistics(report, sections: analysis.sections.count)),
        ]).document
    }

    private static func statistics(_ report: LintReport, sections: Int) -> JSONValue {
        .object([
            ("sectionCount", .integer(sections)), ("findingCount", .integer(report.new.count)),
            ("baselinedCount", .integer(report.baselinedCount)),
            ("suppressedCount", .integer(report.suppressedCount)),
            ("inOtherTreesCount", .integer(report.inOtherTreesCount)),
            ("untouchedCount", .integer(report.untouchedCount)),
            (
                "goneFromBaselineCount",
                .integer(report.unmatchedBaseline.reduce(0) { $0 + $1.count })
            ),
        ])
    }

    private static func finding(_ finding: Finding, in analysis: Analysis) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("rule", .string(finding.rule)), ("severity", .string(finding.severity.rawValue)),
            ("message", .string(LintWording.message(finding, in: analysis))),
            ("help", .string(LintWording.remedy(finding))),
        ]
        members += state(finding.state)
        members += place(finding.place, in: analysis)
        members.append(("identity", .array(finding.identity.map { .string($0.description) })))
        if let similarity = finding.evidence.similarity {
            members.append(("similarity", .decimal(similarity)))
        }
        if case .contained(let share) = finding.evidence { members.append(("share", .decimal(share))) }
        if case .drifted(_, let contradictions) = finding.evidence {
            members.append(("contradictions", .array(contradictions.map(contradiction))))
        }
        members.append(("related", .array(finding.related.map { .object(place($0, in: analysis)) })))
        return .object(members)
    }

    private static func state(_ state: FindingState) -> [(String, JSONValue)] {
        switch state {
        case .new: return [("state", .string("new"))]
        case .baselined: return [("state", .string("baselined"))]
        case .suppressed(let reason):
            return [("state", .string("suppressed"))] + (reason.map { [("reason", .string($0))] } ?? [])
        }
    }

    private static func contradiction(_ contradiction: Contradiction) -> JSONValue {
        .object([
            ("kind", .string(contradiction.isInCode ? "code" : contradiction.kind.rawValue)),
            ("here", .string(contradiction.first)), ("line", .integer(contradiction.firstLine)),
            ("there", .string(contradiction.second)), ("relatedLine", .integer(contradiction.secondLine)),
        ])
    }

    private static func place(_ place: FindingPlace, in analysis: Analysis) -> [(String, JSONValue)] {
        [
            ("section", .integer(place.section)), ("path", .string(analysis.path(of: place.section))),
            ("startLine", .integer(place.startLine)), ("endLine", .integer(place.endLine)),
            ("column", .integer(place.column)),
            ("heading", .string(analysis.sections[place.section].heading)),
            ("fingerprint", .string(analysis.fingerprint(of: place.section))),
        ]
    }
}
