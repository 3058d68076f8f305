internal import Outlining
internal import Refrain
internal import Splitting

/// The outline as a document: what it adds up to, a table of contents, then a heading for each theme and topic, with its
/// sources and points; the documents' front matter, which is no part of what they say, stands at the end. Labels of links
/// and footnotes that documents define differently get names of their own (`LabelNames`).
struct OutlineMarkdown {
    let outline: Outline
    let analysis: Analysis
    let display: OutlineDisplay

    /// A heading of the document.
    private struct Entry {
        let title: String
        let anchor: String
    }

    var report: String {
        let (names, markers) = (LabelNames(analysis), ListMarkers(analysis))
        let themes = outline.shownThemes
        let contents = contents(themes, names: names)
        var lines = ["# Outline", ""] + summary(themes)
        lines += mergeFirst(contents.topics)
        lines += table(themes, contents)
        let footnoteLabels = FootnoteLabels(analysis)
        var labels = DefinedLabels()
        var footnoteCount = 0
        for (theme, heading) in zip(themes, contents.themes) {
            if let heading { lines += ["", "## \(heading.title)"] }
            for topic in theme.topics {
                var references = SourceReferences(
                    topic: outline.topics[topic], display: display.sources, labels: footnoteLabels,
                    footnoteCount: footnoteCount, analysis: analysis)
                let markdown = TopicMarkdown(
                    topic: outline.topics[topic], level: heading == nil ? 2 : 3,
                    title: contents.topics[topic]?.title ?? "", remarks: remarks(on: topic, contents.topics),
                    display: display, names: names, markers: markers, analysis: analysis)
                lines += markdown.lines(references: &references, labels: &labels)
                footnoteCount += references.footnotes.count
                if !references.footnotes.isEmpty { lines += [""] + references.footnotes }
            }
        }
        return (lines + frontMatter).joined(separator: "\n") + "\n"
    }

    // MARK: Headings

    /// The headings of themes, nil where one stands alone, and of topics, with the anchors that they will have.
    private func contents(
        _ themes: [Theme], names: LabelNames
    ) -> (themes: [Entry?], topics: [Int: Entry]) {
        var anchors = HeadingAnchors()
        _ = ["Outline", "Worth merging first", "Contents"].map { anchors.next(HeadingTitle(text: $0)) }
        var headings: [Entry?] = []
        var topics: [Int: Entry] = [:]
        for theme in themes {
            if theme.topics.count > 1 {
                let title = MarkdownText.escaped(ControlCharacters.escaped(theme.title))
                headings.append(Entry(title: title, anchor: anchors.next(HeadingTitle(text: theme.title))))
            } else {
                headings.append(nil)
            }
            for topic in theme.topics {
                let title = heading(of: outline.topics[topic].canonical, names: names)
                topics[topic] = Entry(title: title, anchor: anchors.next(markdown: title))
                for point in outline.topics[topic].points {
                    guard case .heading = point.kind else { continue }
                    let lines = point.text.lines.map(String.init)
                    _ = anchors.next(markdown: PointMarkdown.title(ofHeading: lines))
                }
            }
        }
        return (headings, topics)
    }

    /// A section's heading as it stands, numbering and mark-up included, with control characters but tabs written out;
    /// one that is no Markdown is written as text.
    private func heading(of index: Int, names: LabelNames) -> String {
        let section = analysis.sections[index]
        let written = WrittenHeading(section)
        guard !section.heading.isEmpty, written.form != .none else {
            return MarkdownText.escaped(analysis.name(of: index))
        }
        let heading = HeadingWords.of(names.title(written.title, of: index))
        return ControlCharacters.escaped(heading, keeping: ["\t"])
    }

    /// A reference to a topic's heading.
    private func link(_ topic: Int, _ topics: [Int: Entry]) -> String {
        guard let entry = topics[topic] else {
            return MarkdownText.escaped(analysis.name(of: outline.topics[topic].canonical))
        }
        // A link inside a link is none, so a title that holds mark-up is written as text.
        let section = outline.topics[topic].canonical
        let number = analysis.sections[section].number.map { "\($0) " } ?? ""
        return "[\(MarkdownText.escaped(number + analysis.name(of: section)))](#\(entry.anchor))"
    }

    // MARK: What stands before the topics

    private func summary(_ themes: [Theme]) -> [String] {
        [
            outline.extent(of: themes) + ".",
            "", Wording.coverage(outline.ledger.coverage) + ".",
        ] + Wording.limits(of: outline).flatMap { ["", MarkdownText.escaped($0) + "."] }
    }

    private func mergeFirst(_ topics: [Int: Entry]) -> [String] {
        let candidates = OutlineSummary(outline).candidates
        guard !candidates.isEmpty else { return [] }
        let shown = candidates.prefix(Self.mostCandidates).map { candidate in
            "1. \(link(candidate.topic, topics)): " + Wording.candidate(candidate, in: outline)
        }
        let rest = candidates.count - shown.count
        return ["", "## Worth merging first", ""] + shown
            + (rest > 0 ? ["", "\(rest) more: --format json lists all"] : [])
    }

    /// Nobody reads more before beginning.
    private static let mostCandidates = 10

    private func table(
        _ themes: [Theme], _ contents: (themes: [Entry?], topics: [Int: Entry])
    ) -> [String] {
        guard !themes.isEmpty else { return [] }
        var lines = ["", "## Contents", ""]
        for (theme, heading) in zip(themes, contents.themes) {
            if let heading { lines.append("- [\(heading.title)](#\(heading.anchor))") }
            lines += theme.topics.map { (heading == nil ? "" : "  ") + "- \(link($0, contents.topics))" }
        }
        return lines
    }

    /// What others hold of a topic, and what it shares with them.
    private func remarks(on topic: Int, _ topics: [Int: Entry]) -> [String] {
        let containments = outline.containments(of: topic).map { containment in
            "\(Wording.percent(containment.share)) of this stands in \(link(containment.container, topics)) too."
        }
        let references = outline.topics[topic].seeAlso.map { reference in
            "\(link(reference.topic, topics)) (\(Wording.count(reference.points.count, "point")))"
        }
        return containments + (references.isEmpty ? [] : ["See also: \(references.joined(separator: ", "))"])
    }

    // MARK: Front matter

    private var frontMatter: [String] {
        guard !outline.frontMatter.isEmpty else { return [] }
        return ["", "## Front matter"]
            + outline.frontMatter.flatMap { point in
                let places = point.sources.map { MarkdownText.escaped(analysis.place(of: $0.section)) }
                return [
                    "", (places.count == 1 ? "Source: " : "Sources: ") + places.joined(separator: ", "), "",
                ]
                    + PointMarkdown(point: point, reference: "", marker: "", redefinesLabel: false).lines
            }
    }
}
