internal import Linting
internal import Refrain

/// Findings in reviewdog's diagnostic format, as one JSON document (rdjson).
///
/// Columns count bytes of UTF-8 there and Unicode scalars here, which is the same at the start of a line, where every finding
/// stands. A range has no end: reviewdog puts a remark under the last line, and about the whole file where one line of the range
/// is not in the diff.
enum LintReviewdog {
    static func report(on report: LintReport, of analysis: Analysis) -> String {
        JSONValue.object([
            ("source", .object([("name", .string("refrain"))])),
            ("diagnostics", .array(report.new.map { diagnostic($0, in: analysis) })),
        ]).document
    }

    private static func diagnostic(_ finding: Finding, in analysis: Analysis) -> JSONValue {
        .object([
            (
                "message",
                .string("\(LintWording.message(finding, in: analysis))\n\(LintWording.remedy(finding))")
            ),
            ("location", location(finding.place, in: analysis)),
            ("severity", .string(severity(finding.severity))),
            ("code", .object([("value", .string(finding.rule))])),
            (
                "related_locations",
                .array(
                    finding.related.map { place in
                        .object([
                            ("message", .string("“\(analysis.name(of: place.section))”")),
                            ("location", location(place, in: analysis)),
                        ])
                    })
            ),
        ])
    }

    private static func location(_ place: FindingPlace, in analysis: Analysis) -> JSONValue {
        .object([
            ("path", .string(analysis.path(of: place.section))),
            (
                "range",
                .object([
                    (
                        "start",
                        .object([("line", .integer(place.startLine)), ("column", .integer(place.column))])
                    )
                ])
            ),
        ])
    }

    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "ERROR"
        case .warning: "WARNING"
        case .note: "INFO"
        }
    }
}
