internal import Linting
internal import Reading
internal import Refrain
internal import Splitting
internal import Vectorizing

/// Findings as SARIF 2.1.0 (OASIS, 2020), for code scanning: all of them, with what keeps some from counting, or those that
/// count, and how many are left out.
///
/// A region is the first line, where a person looks, and the whole place its context: GitHub shows an alert in a pull request only
/// where all lines of its region are in the diff. Columns count Unicode code points. A result's fingerprint is that of the finding's identity, with its place among
/// equal ones, so that moving text makes no new alert.
struct LintSARIF {
    private let report: LintReport
    private let analysis: Analysis
    private let rules: [any Rule]
    private let selection: FindingSelection

    static func report(
        on report: LintReport, of analysis: Analysis, findings: FindingSelection
    ) -> String {
        LintSARIF(report: report, analysis: analysis, rules: report.settings.rules, selection: findings).log
            .document
    }

    private var log: JSONValue {
        .object([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
            ("version", .string("2.1.0")),
            (
                "runs",
                .array([
                    .object(
                        [
                            ("tool", .object([("driver", driver)])),
                            ("columnKind", .string("unicodeCodePoints")), ("results", .array(results)),
                        ] + leftOut)
                ])
            ),
        ])
    }

    /// How many findings don't count and are no results (a property bag, section 3.8).
    private var leftOut: [(String, JSONValue)] {
        guard selection == .new else { return [] }
        return [
            (
                "properties",
                .object([
                    ("baselinedCount", .integer(report.baselinedCount)),
                    ("suppressedCount", .integer(report.suppressedCount)),
                ])
            )
        ]
    }

    private var driver: JSONValue {
        .object([
            ("name", .string("refrain")), ("version", .string(Version.current)),
            ("semanticVersion", .string(Version.current)), ("rules", .array(rules.map(Self.rule))),
        ])
    }

    private static func rule(_ rule: any Rule) -> JSONValue {
        .object([
            ("id", .string(rule.id)), ("shortDescription", text("Finds \(rule.summary).")),
            ("fullDescription", text(rule.manual.finds)),
            (
                "help",
                .object([
                    ("text", .string(rule.manual.remedy)), ("markdown", .string(RulePage.markdown(of: rule))),
                ])
            ),
            ("defaultConfiguration", .object([("level", .string(rule.severity.rawValue))])),
        ])
    }

    private var results: [JSONValue] {
        let order = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
        // Numbered among all: an alert is the same one whichever findings are written.
        let numbered = zip(report.findings, FindingNumbers.numbered(report.findings))
        let written = selection == .all ? Array(numbered) : numbered.filter { $0.0.state == .new }
        return written.map { finding, fingerprint in
            var members: [(String, JSONValue)] = [
                ("ruleId", .string(finding.rule)), ("ruleIndex", .integer(order[finding.rule] ?? -1)),
                ("level", .string(finding.severity.rawValue)),
                ("message", Self.text(LintWording.sentences(finding, in: analysis, link: Self.firstRelated))),
                ("locations", .array([location(finding.place)])),
                ("partialFingerprints", .object([("refrainIdentity/v1", .string(fingerprint))])),
            ]
            if !finding.related.isEmpty {
                members.append(("relatedLocations", .array(finding.related.enumerated().map(related))))
            }
            if !analysis.settings.typed[.baseline].values.isEmpty {
                let isKnown = finding.state == .baselined
                members.append(("baselineState", .string(isKnown ? "unchanged" : "new")))
            }
            // An empty list says that the tool knows of suppressions and there is none.
            members.append(("suppressions", .array(Self.suppressions(finding.state))))
            return .object(members)
        }
    }

    /// A link to the first related location (section 3.11.6): GitHub shows only those that a message links to.
    private static func firstRelated(_ place: String) -> String {
        let text = place.unicodeScalars.map { ("[]\\".unicodeScalars.contains($0) ? "\\" : "") + String($0) }
        return "[\(text.joined())](1)"
    }

    /// A baseline is a suppression outside the source: readers that know suppressions but no `baselineState` leave known
    /// findings out, too.
    private static func suppressions(_ state: FindingState) -> [JSONValue] {
        switch state {
        case .new: []
        case .baselined: [suppression("external", justification: "in the baseline")]
        case .suppressed(let reason): [suppression("inSource", justification: reason)]
        }
    }

    private static func suppression(_ kind: String, justification: String?) -> JSONValue {
        .object(
            [("kind", .string(kind))] + (justification.map { [("justification", .string($0))] } ?? []))
    }

    private func related(_ index: Int, _ place: FindingPlace) -> JSONValue {
        guard case .object(let members) = location(place) else { return location(place) }
        return .object(
            [("id", .integer(index + 1))] + members
                + [("message", Self.text("“\(analysis.name(of: place.section))”"))])
    }

    private func location(_ place: FindingPlace) -> JSONValue {
        .object([
            (
                "physicalLocation",
                .object([
                    (
                        "artifactLocation",
                        .object([("uri", .string(Self.uri(ofPath: analysis.path(of: place.section))))])
                    ),
                    ("region", firstLine(of: place)),
                    (
                        "contextRegion",
                        .object([
                            ("startLine", .integer(place.startLine)), ("endLine", .integer(place.endLine)),
                        ])
                    ),
                ])
            )
        ])
    }

    private func firstLine(of place: FindingPlace) -> JSONValue {
        .object(
            [
                ("startLine", .integer(place.startLine)), ("startColumn", .integer(place.column)),
                ("endLine", .integer(place.startLine)),
            ] + (endColumn(of: place).map { [("endColumn", .integer($0))] } ?? []))
    }

    /// The column behind the first line; nil where the section's text does not hold that line, as a record's does not.
    private func endColumn(of place: FindingPlace) -> Int? {
        let section = analysis.sections[place.section]
        let offset = place.startLine - section.startLine
        guard offset >= 0, analysis.documents[section.document].records == nil else { return nil }
        let lines = section.source.unicodeScalars.split(
            separator: "\n", maxSplits: offset + 1, omittingEmptySubsequences: false)
        return offset < lines.count ? lines[offset].count + 1 : nil
    }

    private static func text(_ text: String) -> JSONValue { .object([("text", .string(text))]) }

    /// A path as a URI reference (RFC 3986): bytes that are no part of one are written %XX, the colon of a first component too,
    /// which would make it a scheme.
    private static func uri(ofPath path: String) -> String {
        var uri = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            let scalar = Unicode.Scalar(byte)
            let isPlain =
                byte < 0x80 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || "-._~/!$&'()*+,;=@".unicodeScalars.contains(scalar)
            let digits = String(byte, radix: 16, uppercase: true)
            uri += isPlain ? String(scalar) : "%" + (digits.count < 2 ? "0" : "") + digits
        }
        return uri
    }
}
