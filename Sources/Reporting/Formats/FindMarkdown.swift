internal import Clustering
internal import Refrain
internal import Splitting

/// `find` as a Markdown document: a heading and a table for each cluster.
struct FindMarkdown {
    let analysis: Analysis

    var report: String {
        var lines = ["# Repeated sections", "", Wording.summary(of: analysis) + "."]
        for (number, cluster) in analysis.clusters.enumerated() {
            let heading = MarkdownText.escaped(analysis.name(of: cluster.canonical))
            lines += [
                "", "## \(number + 1). \(heading)", "",
                "Cohesion \(SixDecimals.shortText(cluster.cohesion)).", "",
                "| similarity | number | heading | place |", "| --- | --- | --- | --- |",
            ]
            let members = zip(cluster.members, cluster.similarities).filter { $0.0 != cluster.canonical }
            lines.append(row("canonical", cluster.canonical))
            lines += members.map { row(SixDecimals.shortText($0.1), $0.0) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func row(_ similarity: String, _ section: Int) -> String {
        let cells = [
            similarity, analysis.sections[section].number ?? "",
            MarkdownText.escaped(analysis.name(of: section)),
            MarkdownText.escaped(analysis.place(of: section)),
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }
}

/// Text put into Markdown as it reads.
enum MarkdownText {
    /// `text` with a backslash before every character that Markdown could take for mark-up, on one line.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if character.isNewline {
                result.append(" ")
            } else {
                if "\\`*_[]<>|#~".contains(character) { result.append("\\") }
                result.append(character)
            }
        }
        return result
    }
}
