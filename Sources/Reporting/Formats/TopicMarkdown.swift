internal import Outlining
internal import Refrain
internal import Splitting

/// A topic of the outline as lines of Markdown: its heading, what there is to know about it, then its points with their
/// variants.
struct TopicMarkdown {
    let topic: Topic
    /// The level of its heading.
    let level: Int
    /// Its heading's words.
    let title: String
    /// What it shares with others, a line each.
    let remarks: [String]
    let display: OutlineDisplay
    let names: LabelNames
    let markers: ListMarkers
    let analysis: Analysis

    /// The lines, with a blank one before.
    func lines(references: inout SourceReferences, labels: inout DefinedLabels) -> [String] {
        var lines = ["", "\(String(repeating: "#", count: level)) \(title)"]
        let about =
            (display.sources == .none ? [] : [references.line(for: topic.sections)]) + remarks
            + contradictions(references)
        for line in about { lines += ["", line] }
        lines += otherHeadings(&references)
        var items = ListItems()
        for point in topic.points where Self.isShown(point) {
            let separator = items.separator(before: point, own: markers.marker(of: point)?.plain)
            let text = names.text(of: point)
            let redefinesLabel = point.definesLabels && labels.redefines(text)
            // What is shown without effect is shown as it stands in its document.
            let shown =
                redefinesLabel ? point : Point(kind: point.kind, text: text, sources: point.sources)
            let markdown = PointMarkdown(
                point: shown, reference: reference(to: point, &references), marker: items.marker,
                redefinesLabel: redefinesLabel, topicLevel: level)
            lines += separator + markdown.lines
            lines += variants(of: point, marker: items.marker, references: &references)
        }
        return lines
    }

    /// A definition shows nothing that a footnote could hang on.
    private func reference(to point: Point, _ references: inout SourceReferences) -> String {
        point.kind == .definition && display.sources == .footnotes
            ? "" : references.reference(to: point.sources)
    }

    /// Whether an outline for people has the point among others: front matter stands at the end, rules nowhere.
    static func isShown(_ point: Point) -> Bool {
        point.kind != .frontMatter && point.kind != .thematicBreak
    }

    /// The variants that are to be shown.
    private func shown(_ variants: [Variant]) -> [Variant] {
        switch display.variants {
        case .all: variants
        case .flagged: variants.filter(\.isFlagged)
        case .none: []
        }
    }

    /// Where copies disagree, before all else: "24 hours / 12 hours".
    private func contradictions(_ references: SourceReferences) -> [String] {
        guard display.variants != .none else { return [] }
        let parts = Disagreement.all(in: topic, references: references).map { disagreement in
            let (own, other) = (
                disagreement.own.joined(separator: " "), disagreement.other.joined(separator: " ")
            )
            return MarkdownText.escaped(disagreement.text) + (own.isEmpty ? "" : " `[\(own) / \(other)]`")
                + disagreement.times
        }
        return parts.isEmpty ? [] : ["**Copies disagree:** \(parts.joined(separator: "; "))"]
    }

    private func otherHeadings(_ references: inout SourceReferences) -> [String] {
        let others = shown(topic.heading.variants)
        guard !others.isEmpty else { return [] }
        let titles = others.map { variant in
            let words = ControlCharacters.escaped(PointMarkdown.title(ofHeading: variant.text))
            return "“\(MarkdownText.escaped(words))”" + references.reference(to: variant.sources)
        }
        return ["", "Other headings: \(titles.joined(separator: ", "))"]
    }

    /// The other wordings in quotes below their point, each with what differs.
    private func variants(of point: Point, marker: String, references: inout SourceReferences) -> [String] {
        var lines: [String] = []
        let indentation: String =
            if case .listItem = point.kind { String(repeating: " ", count: marker.count + 1) } else { "" }
        for variant in shown(point.variants) {
            let wording = Point(kind: variant.kind, text: variant.text, sources: variant.sources)
            let shown = Point(kind: variant.kind, text: names.text(of: wording), sources: variant.sources)
            let quoted: [String] =
                if case .listItem = variant.kind {
                    shown.text.lines.map(String.init)
                } else {
                    PointMarkdown(
                        point: shown, reference: "", marker: "-", redefinesLabel: false, topicLevel: level
                    ).lines
                }
            let remark = VariantWording.remark(on: variant, among: topic.points)
            let quote =
                quoted + ["", "— *\(remark)*" + references.reference(to: variant.sources)]
            lines += ["", ""].dropLast() + quote.map { indentation + ($0.isEmpty ? ">" : "> \($0)") }
        }
        return lines
    }
}

extension Point {
    /// Whether the text gives labels a meaning for the whole document.
    var definesLabels: Bool { kind == .definition || kind == .footnote }
}
