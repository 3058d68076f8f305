internal import Outlining
internal import Refrain
internal import Splitting

/// The outline for outliners: OPML 2.0 (http://opml.org/spec2.opml), an element a theme, topic, point and variant.
///
/// `text` is Markdown; `_sources` names the places, "path:line" each, separated by a space; `_differences` says how a variant
/// differs from its point.
struct OutlineOPML {
    let outline: Outline
    let analysis: Analysis
    let display: OutlineDisplay
    private let markers: ListMarkers

    init(outline: Outline, analysis: Analysis, display: OutlineDisplay) {
        (self.outline, self.analysis, self.display) = (outline, analysis, display)
        markers = ListMarkers(analysis)
    }

    var report: String {
        let elements = outline.themes.flatMap { theme in
            theme.topics.count > 1
                ? element([("text", theme.title)], theme.topics.flatMap(topic)) : topic(theme.topics[0])
        }
        return
            ([
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<opml version=\"2.0\">", "  <head>",
                "    <title>Outline</title>", "  </head>", "  <body>",
            ] + elements.map { "    " + $0 } + ["  </body>", "</opml>"]).joined(separator: "\n") + "\n"
    }

    private func topic(_ index: Int) -> [String] {
        let topic = outline.topics[index]
        let number = analysis.sections[topic.canonical].number.map { "\($0) " } ?? ""
        return element(
            [("text", number + analysis.name(of: topic.canonical))]
                + sources(topic.heading.sources + topic.heading.variants.flatMap(\.sources)),
            topic.points.filter(TopicMarkdown.isShown).flatMap { point($0, of: topic) })
    }

    private func point(_ point: Point, of topic: Topic) -> [String] {
        let variants = point.variants.filter {
            display.variants == .all || display.variants == .flagged && $0.isFlagged
        }
        return element(
            [("text", number(point.kind, point.sources) + point.text)] + sources(point.sources),
            variants.flatMap { variant in
                element(
                    [("text", number(variant.kind, variant.sources) + variant.text)]
                        + sources(variant.sources) + [
                            ("_differences", VariantWording.plainRemark(on: variant, among: topic.points))
                        ], [])
            })
    }

    /// An item's number as it is written, and a space; empty for what has none.
    private func number(_ kind: Block.Kind, _ sources: [PointSource]) -> String {
        guard let marker = markers.marker(kind: kind, sources: sources), marker.isNumbered else { return "" }
        return marker.text + " "
    }

    private func sources(_ sources: [PointSource]) -> [(String, String)] {
        guard display.sources != .none else { return [] }
        let places = sources.map { "\(analysis.path(of: $0.section)):\($0.startLine)" }
        return [("_sources", places.joined(separator: " "))]
    }

    private func element(_ attributes: [(name: String, value: String)], _ children: [String]) -> [String] {
        let start = attributes.isEmpty ? "" : " " + XMLText.attributes(attributes)
        guard !children.isEmpty else { return ["<outline\(start)/>"] }
        return ["<outline\(start)>"] + children.map { "  " + $0 } + ["</outline>"]
    }
}
