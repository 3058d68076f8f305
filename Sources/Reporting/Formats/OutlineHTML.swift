internal import Outlining
internal import Refrain
internal import Splitting

/// The outline as one page for a browser: nothing has to be fetched, and no script runs. Texts stand as they are written.
struct OutlineHTML {
    let outline: Outline
    let analysis: Analysis
    let display: OutlineDisplay
    private let markers: ListMarkers
    private let themes: [Theme]
    private let shownTopics: Set<Int>

    init(outline: Outline, analysis: Analysis, display: OutlineDisplay) {
        (self.outline, self.analysis, self.display) = (outline, analysis, display)
        markers = ListMarkers(analysis)
        themes = outline.shownThemes
        shownTopics = Set(themes.flatMap(\.topics))
    }

    var report: String {
        let lines =
            [
                "<!DOCTYPE html>", "<html>", "<head>", "<meta charset=\"utf-8\">",
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
                "<meta name=\"viewport\" content=\"width=device-width\">", "<title>Outline</title>",
                "<style>\n\(OutlineStyle.css)\n</style>", "</head>", "<body>",
            ] + header + mergeFirst + contents + ["<main>"]
            + themes.enumerated().flatMap { theme($1, number: $0) }
            + frontMatter
        return (lines + ["</main>", "</body>", "</html>"]).joined(separator: "\n") + "\n"
    }

    private var header: [String] {
        let remarks =
            [outline.extent(of: themes), Wording.coverage(outline.ledger.coverage)]
            + Wording.limits(of: outline)
        return [HTMLMarkup.element("h1", "Outline")]
            + remarks.map { HTMLMarkup.element("p", class: "about", $0 + ".") }
    }

    /// Nobody reads more before beginning.
    private static let mostCandidates = 10

    private var mergeFirst: [String] {
        let candidates = OutlineSummary(outline).candidates
        guard !candidates.isEmpty else { return [] }
        let shown = candidates.prefix(Self.mostCandidates).map { candidate in
            "<li>\(link(candidate.topic)): " + HTMLMarkup.escaped(Wording.candidate(candidate, in: outline))
                + "</li>"
        }
        let rest = candidates.count - shown.count
        return [HTMLMarkup.element("h2", "Worth merging first"), "<ol class=\"plain\">"] + shown + ["</ol>"]
            + (rest > 0
                ? [HTMLMarkup.element("p", class: "about", "\(rest) more: --format json lists all")] : [])
    }

    private var contents: [String] {
        guard !themes.isEmpty else { return [] }
        let items = themes.enumerated().map { index, theme in
            let topics = theme.topics.map { "<li>\(link($0))</li>" }.joined()
            guard theme.topics.count > 1 else { return topics }
            let title = "<a href=\"#theme-\(index)\">\(HTMLMarkup.escaped(theme.title))</a>"
            return "<li>\(title)<ul class=\"plain\">\(topics)</ul></li>"
        }
        return ["<nav>", HTMLMarkup.element("h2", "Contents"), "<ul class=\"plain\">"] + items + [
            "</ul>", "</nav>",
        ]
    }

    private func link(_ topic: Int) -> String {
        let title = HTMLMarkup.escaped(title(of: topic))
        return shownTopics.contains(topic) ? "<a href=\"#topic-\(topic)\">\(title)</a>" : title
    }

    private func title(of topic: Int) -> String {
        let section = outline.topics[topic].canonical
        return (analysis.sections[section].number.map { "\($0) " } ?? "") + analysis.name(of: section)
    }

    private func theme(_ theme: Theme, number: Int) -> [String] {
        let isShared = theme.topics.count > 1
        let heading = isShared ? ["<h2 id=\"theme-\(number)\">\(HTMLMarkup.escaped(theme.title))</h2>"] : []
        return heading
            + theme.topics.flatMap { topic in
                TopicHTML(
                    topic: outline.topics[topic], anchor: "topic-\(topic)", title: title(of: topic),
                    level: isShared ? 3 : 2, remarks: remarks(on: topic), display: display, markers: markers,
                    analysis: analysis
                ).lines
            }
    }

    /// What others hold of a topic, and what it shares with them, as mark-up.
    private func remarks(on topic: Int) -> [String] {
        let containments = outline.containments(of: topic).map { containment in
            "\(Wording.percent(containment.share)) of this stands in \(link(containment.container)) too."
        }
        let references = outline.topics[topic].seeAlso.map { reference in
            "\(link(reference.topic)) (\(Wording.count(reference.points.count, "point")))"
        }
        return containments + (references.isEmpty ? [] : ["See also: \(references.joined(separator: ", "))"])
    }

    /// What stands before the text of the documents, with their paths.
    private var frontMatter: [String] {
        guard !outline.frontMatter.isEmpty else { return [] }
        return [HTMLMarkup.element("h2", "Front matter")]
            + outline.frontMatter.flatMap { point in
                let places = point.sources.map { analysis.place(of: $0.section) }.joined(separator: " · ")
                return [
                    HTMLMarkup.element("p", class: "about", places),
                    "<pre>\n\(HTMLMarkup.escaped(point.text))</pre>",
                ]
            }
    }
}
