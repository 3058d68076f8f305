internal import Clustering
internal import Outlining
internal import Refrain
internal import Splitting

/// The outline as a document: a heading for each topic, its sources, then its points; the documents' front matter, which
/// is no part of what they say, stands at the end. Labels of links and footnotes that documents define differently get
/// names of their own (`LabelNames`).
struct OutlineMarkdown {
    let outline: Outline
    let analysis: Analysis

    var report: String {
        let topics = outline.topics.filter { topic in
            topic.points.isEmpty || topic.points.contains { $0.kind != .frontMatter }
        }
        var lines = ["# Outline", "", summary(topics)]
        let names = LabelNames(analysis)
        var labels = DefinedLabels()
        for topic in topics { lines += text(of: topic, names: names, labels: &labels) }
        return (lines + frontMatter).joined(separator: "\n") + "\n"
    }

    private var frontMatterPoints: [Point] {
        outline.topics.flatMap(\.points).filter { $0.kind == .frontMatter }
    }

    private func summary(_ topics: [Topic]) -> String {
        let sections = Wording.count(topics.reduce(0) { $0 + $1.sections.count }, "section")
        let documents = frontMatterPoints.reduce(0) { $0 + $1.sources.count }
        return "\(sections) in \(Wording.count(topics.count, "topic"))"
            + (documents == 0
                ? "." : "; the front matter of \(Wording.count(documents, "document")) stands at the end.")
    }

    private func text(of topic: Topic, names: LabelNames, labels: inout DefinedLabels) -> [String] {
        let letters = sourceLetters(of: topic)
        var lines = [
            "", "## \(heading(of: topic.canonical, names: names))", "",
            sources(topic.sections, letters: letters),
        ]
        var items = ListItems()
        for point in topic.points where point.kind != .frontMatter {
            let separator = items.separator(before: point)
            let text = names.text(of: point)
            let redefinesLabel = point.definesLabels && labels.redefines(text)
            // What is shown without effect is shown as it stands in its document.
            let shown =
                redefinesLabel ? point : Point(kind: point.kind, text: text, sources: point.sources)
            let markdown = PointMarkdown(
                point: shown, reference: reference(point, letters: letters), marker: items.marker,
                redefinesLabel: redefinesLabel)
            lines += separator + markdown.lines
        }
        return lines
    }

    /// A section's heading as it stands, numbering and mark-up included, with control characters but tabs written out;
    /// one that is no Markdown is written as text.
    private func heading(of index: Int, names: LabelNames) -> String {
        let section = analysis.sections[index]
        let lines = section.source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let own = Array(lines.prefix(section.headingEndLine - section.startLine + 1))
        guard !section.heading.isEmpty, let first = own.first else {
            return MarkdownText.escaped(analysis.name(of: index))
        }
        let isMarkdown = own.count > 1 || first.drop { $0 == " " }.hasPrefix("#")
        let heading =
            isMarkdown
            ? names.title(PointMarkdown.title(ofHeading: own), of: index) : MarkdownText.escaped(first)
        return ControlCharacters.escaped(heading, keeping: ["\t"])
    }

    private var frontMatter: [String] {
        guard !frontMatterPoints.isEmpty else { return [] }
        return ["", "## Front matter"]
            + frontMatterPoints.flatMap { point in
                ["", sources(point.sources.map(\.section), letters: [:]), ""]
                    + PointMarkdown(point: point, reference: "", marker: "", redefinesLabel: false).lines
            }
    }

    private func sources(_ sections: [Int], letters: [Int: String]) -> String {
        let places = sections.map { section in
            (letters[section].map { "\($0) " } ?? "") + MarkdownText.escaped(analysis.place(of: section))
        }
        return (places.count == 1 ? "Source: " : "Sources: ") + places.joined(separator: ", ")
    }

    /// A, B, C … for the sections of a topic that has several, in reading order.
    private func sourceLetters(of topic: Topic) -> [Int: String] {
        guard topic.sections.count > 1 else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: topic.sections.enumerated().map { ($0.element, Self.letters($0.offset)) })
    }

    /// A … Z, AA, AB …
    private static func letters(_ number: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(0x41 + number % 26)))
        return number < 26 ? letter : letters(number / 26 - 1) + letter
    }

    private func reference(_ point: Point, letters: [Int: String]) -> String {
        let sources = point.sources.compactMap { letters[$0.section] }.sorted {
            ($0.count, $0) < ($1.count, $1)
        }
        return sources.isEmpty ? "" : " `[\(sources.joined(separator: " "))]`"
    }
}

/// Which points follow each other as items of one list.
private struct ListItems {
    private var isNumbered: Bool?
    private var count = 0

    /// The marker of the item that `separator` was last asked about.
    var marker: String { isNumbered == true ? "\(count)." : "-" }

    /// The lines between the point before and `point`: none between items of one list, else a blank one.
    mutating func separator(before point: Point) -> [String] {
        guard case .listItem(let isNumbered) = point.kind else {
            let followsItem = self.isNumbered != nil
            (self.isNumbered, count) = (nil, 0)
            // Indented lines would belong to the item before them; a comment stands between the two.
            let isIndented = point.text.first == " " || point.text.first == "\t"
            return followsItem && isIndented ? ["", "<!-- -->", ""] : [""]
        }
        if self.isNumbered == isNumbered {
            count += 1
            return []
        }
        (self.isNumbered, count) = (isNumbered, 1)
        return [""]
    }
}

extension Point {
    /// Whether the text gives labels a meaning for the whole document.
    fileprivate var definesLabels: Bool { kind == .definition || kind == .footnote }
}
