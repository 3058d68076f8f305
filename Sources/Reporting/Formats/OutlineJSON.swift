internal import Outlining
internal import Refrain
internal import Splitting
internal import Vectorizing

/// The outline for programs.
enum OutlineJSON {
    static func report(on outline: Outline, of analysis: Analysis) -> String {
        let markers = ListMarkers(analysis)
        return JSONValue.object([
            ("schemaVersion", JSONParts.schemaVersion), ("tool", JSONParts.tool),
            ("settings", JSONParts.settings(analysis.settings, ofOutline: true)),
            ("documents", JSONParts.documents(analysis)), ("skipped", JSONParts.skipped(analysis)),
            ("sections", JSONParts.sections(analysis)),
            ("decisions", JSONParts.decisions(analysis)),
            ("topics", .array(outline.topics.map { topic($0, in: analysis, markers) })),
            ("themes", .array(outline.themes.map(theme))),
            ("containments", .array(outline.containments.map(containment))),
            ("ledger", .array(outline.ledger.entries.map(entry))),
            ("coverage", coverage(outline.ledger.coverage)),
            ("summary", summary(OutlineSummary(outline))),
            (
                "statistics",
                .object(
                    [
                        ("sectionCount", .integer(analysis.sections.count)),
                        ("topicCount", .integer(outline.topics.count)),
                        ("themeCount", .integer(outline.themes.count)),
                        ("pointCount", .integer(outline.topics.reduce(0) { $0 + $1.points.count })),
                        ("formulaCount", .integer(outline.limits.formulaCount)),
                        ("unalignedBlockCount", .integer(outline.limits.unalignedBlockCount)),
                    ]
                        + (outline.limits.lowestThemeThreshold.map {
                            [("lowestThemeThreshold", .decimal($0))]
                        } ?? [])
                        + (outline.themeThreshold.map { [("themeThreshold", .decimal($0))] } ?? []))
            ),
        ]).document
    }

    private static func topic(_ topic: Topic, in analysis: Analysis, _ markers: ListMarkers) -> JSONValue {
        let section = analysis.sections[topic.canonical]
        let members = topic.sections.map { analysis.fingerprints[$0] }
        var fields: [(String, JSONValue)] = [("id", .string(Fingerprint(ofGroup: members).description))]
        if let number = section.number { fields.append(("number", .string(number))) }
        return .object(
            fields + [
                ("heading", .string(section.heading)), ("canonical", .integer(topic.canonical)),
                ("sections", .array(topic.sections.map(JSONValue.integer))),
                ("headings", .array(headings(topic.heading))),
                ("points", .array(topic.points.map { point($0, markers) })),
                ("seeAlso", .array(topic.seeAlso.map(seeAlso))),
            ])
    }

    /// The wordings of a topic's heading, the canonical one first.
    private static func headings(_ heading: Point) -> [JSONValue] {
        let own = Variant(kind: heading.kind, text: heading.text, sources: heading.sources, differences: [])
        return ([own] + heading.variants).map { wording in
            .object([
                ("text", .string(wording.text)), ("sources", .array(wording.sources.map(source))),
                ("differences", .array(wording.differences.map(difference))),
            ])
        }
    }

    private static func point(_ point: Point, _ markers: ListMarkers) -> JSONValue {
        .object(
            [("kind", .string(name(of: point.kind))), ("text", .string(point.text))]
                + marker(point.kind, point.sources, markers)
                + (point.role.map { [("role", .string($0))] } ?? [])
                + [
                    ("sources", .array(point.sources.map(source))),
                    ("variants", .array(point.variants.map { variant($0, markers) })),
                ])
    }

    /// The number and sign that an item is written with; nothing for what has none.
    private static func marker(
        _ kind: Block.Kind, _ sources: [PointSource], _ markers: ListMarkers
    ) -> [(String, JSONValue)] {
        guard let marker = markers.marker(kind: kind, sources: sources), marker.isNumbered else { return [] }
        return [("marker", .string(marker.text))]
    }

    private static func variant(_ variant: Variant, _ markers: ListMarkers) -> JSONValue {
        .object(
            [("kind", .string(name(of: variant.kind))), ("text", .string(variant.text))]
                + marker(variant.kind, variant.sources, markers)
                + [("extent", .string(variant.extent.rawValue))]
                + (variant.extent == .joined
                    ? [("joins", .array(variant.others.map(JSONValue.integer)))] : [])
                + [
                    ("sources", .array(variant.sources.map(source))),
                    ("differences", .array(variant.differences.map(difference))),
                ])
    }

    private static func difference(_ difference: Difference) -> JSONValue {
        .object([
            ("kind", .string(difference.kind.rawValue)), ("canonical", .string(difference.canonical)),
            ("variant", .string(difference.variant)),
        ])
    }

    private static func source(_ source: PointSource) -> JSONValue {
        .object([
            ("section", .integer(source.section)), ("startLine", .integer(source.startLine)),
            ("endLine", .integer(source.endLine)),
        ])
    }

    private static func seeAlso(_ reference: SeeAlso) -> JSONValue {
        .object([
            ("topic", .integer(reference.topic)),
            (
                "points",
                .array(
                    reference.points.map {
                        .object([("point", .integer($0.point)), ("other", .integer($0.other))])
                    })
            ),
        ])
    }

    private static func theme(_ theme: Theme) -> JSONValue {
        .object([
            ("title", .string(theme.title)), ("topics", .array(theme.topics.map(JSONValue.integer))),
        ])
    }

    private static func containment(_ containment: Containment) -> JSONValue {
        .object([
            ("topic", .integer(containment.topic)), ("container", .integer(containment.container)),
            ("share", .decimal(containment.share)),
        ])
    }

    private static func entry(_ entry: LedgerEntry) -> JSONValue {
        .object(
            [
                ("section", .integer(entry.section)), ("startLine", .integer(entry.startLine)),
                ("endLine", .integer(entry.endLine)), ("fate", .string(entry.fate.rawValue)),
                ("topic", .integer(entry.topic)),
            ] + (entry.point.map { [("point", .integer($0))] } ?? []))
    }

    private static func coverage(_ coverage: Coverage) -> JSONValue {
        .object([
            ("blocks", .integer(coverage.blocks)), ("accounted", .integer(coverage.accounted)),
            ("kept", .integer(coverage.kept)), ("merged", .integer(coverage.merged)),
            ("variants", .integer(coverage.variants)), ("characters", .integer(coverage.characters)),
            ("mergedCharacters", .integer(coverage.mergedCharacters)),
        ])
    }

    private static func summary(_ summary: OutlineSummary) -> JSONValue {
        .object([
            ("sections", .integer(summary.sections)), ("topics", .integer(summary.topics)),
            ("characters", .integer(summary.characters)),
            ("savedCharacters", .integer(summary.savedCharacters)),
            (
                "mergeFirst",
                .array(
                    summary.candidates.map {
                        .object([
                            ("topic", .integer($0.topic)), ("savedCharacters", .integer($0.savedCharacters)),
                            ("flaggedCount", .integer($0.flaggedCount)),
                        ])
                    })
            ),
        ])
    }

    private static func name(of kind: Block.Kind) -> String {
        switch kind {
        case .heading: "heading"
        case .paragraph: "paragraph"
        case .listItem: "listItem"
        case .code: "code"
        case .table: "table"
        case .quote: "quote"
        case .html: "html"
        case .footnote: "footnote"
        case .thematicBreak: "thematicBreak"
        case .definition: "definition"
        case .frontMatter: "frontMatter"
        }
    }
}
