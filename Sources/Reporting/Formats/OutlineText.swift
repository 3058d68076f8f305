internal import Outlining
internal import Refrain
internal import Splitting

/// The outline as a tree in plain text, a line a theme, topic and point.
struct OutlineText {
    let outline: Outline
    let analysis: Analysis
    let display: OutlineDisplay
    private let markers: ListMarkers

    init(outline: Outline, analysis: Analysis, display: OutlineDisplay) {
        (self.outline, self.analysis, self.display) = (outline, analysis, display)
        markers = ListMarkers(analysis)
    }

    /// Lines are cut here: the tree shows where things are, not all that they say.
    private static let width = 100

    var report: String {
        var lines =
            [
                [
                    Wording.count(analysis.sections.count, "section"),
                    Wording.count(outline.topics.count, "topic"),
                    Wording.count(outline.themes.count, "theme"),
                ].joined(separator: ", "),
                Wording.coverage(outline.ledger.coverage),
            ] + Wording.limits(of: outline)
        for theme in outline.themes {
            lines.append("")
            if theme.topics.count > 1 {
                lines += Self.tree(Self.line(theme.title), theme.topics.map(topic))
            } else {
                lines += topic(theme.topics[0])
            }
        }
        return LogCommands.writtenOut(lines.joined(separator: "\n") + "\n")
    }

    /// A line with those of its branches below it.
    private static func tree(_ line: String, _ branches: [[String]]) -> [String] {
        [line]
            + branches.enumerated().flatMap { index, branch in
                let isLast = index == branches.count - 1
                return branch.enumerated().map { place, line in
                    (place == 0 ? (isLast ? "└─ " : "├─ ") : (isLast ? "   " : "│  ")) + line
                }
            }
    }

    private func topic(_ index: Int) -> [String] {
        let topic = outline.topics[index]
        let number = analysis.sections[topic.canonical].number.map { "\($0)  " } ?? ""
        let heading = ControlCharacters.escaped(number) + analysis.name(of: topic.canonical)
        let places =
            display.sources == .none ? "" : "  " + topic.sections.map(analysis.place).joined(separator: ", ")
        let references = topic.seeAlso.map { reference in
            [
                "see also: \(analysis.name(of: outline.topics[reference.topic].canonical)) "
                    + "(\(Wording.count(reference.points.count, "point")))"
            ]
        }
        let containments = outline.containments(of: index).map { containment in
            [
                "\(Wording.percent(containment.share)) stands in: "
                    + analysis.name(of: outline.topics[containment.container].canonical)
            ]
        }
        return Self.tree(heading + places, points(of: topic) + containments + references)
    }

    private func points(of topic: Topic) -> [[String]] {
        var items = ListItems()
        return topic.points.filter(TopicMarkdown.isShown).map { point in
            _ = items.separator(before: point, own: markers.marker(of: point))
            return self.point(point, number: items.number.map { _ in items.marker + " " } ?? "", of: topic)
        }
    }

    /// - Parameter number: an item's number and a space; empty for what has none.
    private func point(_ point: Point, number: String, of topic: Topic) -> [String] {
        let copies = point.sources.count > 1 && display.sources != .none ? "  (\(point.sources.count)×)" : ""
        let variants = point.variants.filter {
            display.variants == .all || display.variants == .flagged && $0.isFlagged
        }
        return Self.tree(
            Self.line(number + point.text) + copies,
            variants.map { variant in
                let differences = variant.differences.map {
                    ($0.isFlagged ? "! " : "") + VariantWording.plainContradiction($0)
                }
                let isPlain = variant.extent == .whole && !differences.isEmpty
                let extent = isPlain ? [] : [VariantWording.extent(of: variant, among: topic.points)]
                return [
                    DisplayWidth.shortened(
                        "≈ " + (extent + differences).joined(separator: "; "), to: Self.width)
                ]
            })
    }

    private static func line(_ text: String) -> String {
        let words = text.prefix(4 * width).onOneLine
        return ControlCharacters.escaped(DisplayWidth.shortened(words, to: width))
    }
}
