internal import Outlining
internal import Splitting

/// What an outline for people leaves out of its themes: the documents' front matter, which is no part of what they say and
/// stands at the end.
extension Outline {
    /// The themes with their topics, but for topics that are front matter and no more.
    var shownThemes: [Theme] {
        themes.compactMap { theme in
            let topics = theme.topics.filter { index in
                let points = self.topics[index].points
                return points.isEmpty || points.contains { $0.kind != .frontMatter }
            }
            return topics.isEmpty ? nil : Theme(title: theme.title, topics: topics)
        }
    }

    /// The front matter of all documents, in the order of topics.
    var frontMatter: [Point] { topics.flatMap(\.points).filter { $0.kind == .frontMatter } }

    /// How much the shown themes hold: "30 sections in 23 topics, 14 themes; the front matter of 2 documents stands at the
    /// end".
    func extent(of themes: [Theme]) -> String {
        let topics = themes.flatMap(\.topics)
        let sections = topics.reduce(0) { $0 + self.topics[$1].sections.count }
        let documents = frontMatter.reduce(0) { $0 + $1.sources.count }
        return "\(Wording.count(sections, "section")) in \(Wording.count(topics.count, "topic"))"
            + (themes.count < topics.count ? ", \(Wording.count(themes.count, "theme"))" : "")
            + (documents == 0
                ? "" : "; the front matter of \(Wording.count(documents, "document")) stands at the end")
    }
}
