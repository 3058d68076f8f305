internal import Outlining
internal import Refrain
internal import Splitting
internal import Vectorizing

/// The outline for programs.
enum OutlineJSON {
    static func report(on outline: Outline, of analysis: Analysis) -> String {
        JSONValue.object([
            ("schemaVersion", JSONParts.schemaVersion), ("tool", JSONParts.tool),
            ("settings", JSONParts.settings(analysis.settings)),
            ("documents", JSONParts.documents(analysis)), ("skipped", JSONParts.skipped(analysis)),
            ("sections", JSONParts.sections(analysis)),
            ("topics", .array(outline.topics.map { topic($0, in: analysis) })),
            (
                "statistics",
                .object([
                    ("sectionCount", .integer(analysis.sections.count)),
                    ("topicCount", .integer(outline.topics.count)),
                    ("pointCount", .integer(outline.topics.reduce(0) { $0 + $1.points.count })),
                ])
            ),
        ]).document
    }

    private static func topic(_ topic: Topic, in analysis: Analysis) -> JSONValue {
        let section = analysis.sections[topic.canonical]
        let members = topic.sections.map { analysis.fingerprints[$0] }
        var fields: [(String, JSONValue)] = [("id", .string(Fingerprint(ofGroup: members).description))]
        if let number = section.number { fields.append(("number", .string(number))) }
        return .object(
            fields + [
                ("heading", .string(section.heading)), ("canonical", .integer(topic.canonical)),
                ("sections", .array(topic.sections.map(JSONValue.integer))),
                ("points", .array(topic.points.map(point))),
            ])
    }

    private static func point(_ point: Point) -> JSONValue {
        .object([
            ("kind", .string(name(of: point.kind))), ("text", .string(point.text)),
            (
                "sources",
                .array(
                    point.sources.map { source in
                        .object([
                            ("section", .integer(source.section)), ("startLine", .integer(source.startLine)),
                            ("endLine", .integer(source.endLine)),
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
