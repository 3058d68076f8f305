internal import Outlining
internal import Refrain
internal import Splitting

/// A topic of the outline as HTML: its heading, what there is to know about it, then its points with their variants.
struct TopicHTML {
    let topic: Topic
    let anchor: String
    let title: String
    /// The level of its heading.
    let level: Int
    /// What it shares with others, as mark-up, a paragraph each.
    let remarks: [String]
    let display: OutlineDisplay
    private let references: SourceReferences
    private let markers: ListMarkers
    private let analysis: Analysis

    init(
        topic: Topic, anchor: String, title: String, level: Int, remarks: [String], display: OutlineDisplay,
        markers: ListMarkers, analysis: Analysis
    ) {
        self.topic = topic
        self.anchor = anchor
        self.title = title
        self.level = level
        self.remarks = remarks
        self.display = display
        self.markers = markers
        self.analysis = analysis
        references = SourceReferences(
            topic: topic, display: display.sources == .none ? .none : .inline,
            labels: FootnoteLabels(stem: ""), footnoteCount: 0, analysis: analysis)
    }

    var lines: [String] {
        ["<article id=\"\(anchor)\">", "<h\(level)>\(HTMLMarkup.escaped(title))</h\(level)>"]
            + sources + remarks.map { HTMLMarkup.element("p", class: "about", html: $0) } + contradictions
            + otherHeadings + points + ["</article>"]
    }

    private var sources: [String] {
        guard display.sources != .none else { return [] }
        let places = topic.sections.map { section in
            let letter = references.names(of: [PointSource(section: section, startLine: 1, endLine: 1)])
            return (letter.first.map { HTMLMarkup.element("span", class: "ref", $0) + " " } ?? "")
                + HTMLMarkup.escaped(analysis.place(of: section))
        }
        return [HTMLMarkup.element("p", class: "about", html: places.joined(separator: " · "))]
    }

    private func isShown(_ variant: Variant) -> Bool {
        display.variants == .all || display.variants == .flagged && variant.isFlagged
    }

    /// Where copies disagree, before all else.
    private var contradictions: [String] {
        guard display.variants != .none else { return [] }
        let items = Disagreement.all(in: topic, references: references).map { disagreement in
            "<li>\(HTMLMarkup.escaped(disagreement.text))" + reference(disagreement.own)
                + reference(disagreement.other) + disagreement.times + "</li>"
        }
        guard !items.isEmpty else { return [] }
        return [
            "<div class=\"disagree\">", HTMLMarkup.element("strong", "Copies disagree"),
            "<ul class=\"plain\">",
        ]
            + items + ["</ul>", "</div>"]
    }

    private var otherHeadings: [String] {
        let others = topic.heading.variants.filter(isShown).map { variant in
            let title = PointMarkdown.title(ofHeading: variant.text)
            return "“\(HTMLMarkup.escaped(title, marking: variant.differences.map(\.variant)))”"
                + reference(to: variant.sources)
        }
        guard !others.isEmpty else { return [] }
        return [
            HTMLMarkup.element("p", class: "about", html: "Other headings: " + others.joined(separator: ", "))
        ]
    }

    private func reference(to sources: [PointSource]) -> String { reference(references.names(of: sources)) }

    private func reference(_ names: [String]) -> String {
        names.isEmpty ? "" : " " + HTMLMarkup.element("span", class: "ref", names.joined(separator: " "))
    }

    /// The points, items of one list together.
    private var points: [String] {
        var lines: [String] = []
        var items = ListItems()
        var list: HTMLList?
        for point in topic.points where TopicMarkdown.isShown(point) {
            _ = items.separator(before: point, own: markers.marker(of: point))
            let own = HTMLList(of: point, sign: items.marker.last)
            if list != own {
                if let list { lines.append(list.end) }
                if let own { lines.append(own.start) }
                list = own
            }
            let item = items.number.map { "<li value=\"\($0)\">" } ?? "<li>"
            lines += own == nil ? self.lines(of: point) : [item] + self.lines(of: point) + ["</li>"]
        }
        return lines + (list.map { [$0.end] } ?? [])
    }

    private func lines(of point: Point) -> [String] {
        Self.text(HTMLMarkup.escaped(point.text), of: point.kind, reference: reference(to: point.sources))
            + point.variants.filter(isShown).flatMap { variant in
                ["<div class=\"variant\(variant.isFlagged ? " flagged" : "")\">"]
                    + Self.text(
                        HTMLMarkup.escaped(variant.text, marking: variant.differences.map(\.variant)),
                        of: variant.kind, reference: "")
                    + [
                        HTMLMarkup.element(
                            "span", class: "remark",
                            VariantWording.plainRemark(on: variant, among: topic.points))
                            + reference(to: variant.sources), "</div>",
                    ]
            }
    }

    /// Text of a point as it is written, with its sources behind it: what depends on its columns in a fixed pitch, and the
    /// sources below.
    private static func text(_ html: String, of kind: Block.Kind, reference: String) -> [String] {
        switch kind {
        case .code, .table, .html, .frontMatter, .definition:
            ["<pre>\n\(html)</pre>"] + (reference.isEmpty ? [] : [String(reference.dropFirst())])
        case .heading: [HTMLMarkup.element("h4", class: "text", html: html + reference)]
        default: [HTMLMarkup.element("div", class: "text", html: html + reference)]
        }
    }
}

/// A list of HTML that items stand in.
private enum HTMLList {
    case bullets, numbers, numbersInParentheses

    /// The list that `point` stands in, whose marker ends in `sign`; nil for what is no item.
    init?(of point: Point, sign: Character?) {
        guard case .listItem(let isNumbered) = point.kind else { return nil }
        self = isNumbered ? sign == ")" ? .numbersInParentheses : .numbers : .bullets
    }

    var start: String {
        switch self {
        case .bullets: "<ul>"
        case .numbers: "<ol>"
        case .numbersInParentheses: "<ol class=\"parenthesis\">"
        }
    }

    var end: String { self == .bullets ? "</ul>" : "</ol>" }
}
