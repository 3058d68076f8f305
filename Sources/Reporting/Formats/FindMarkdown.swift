internal import Clustering
internal import Refrain
internal import SimilarityJoin
internal import Splitting

/// `find` as a Markdown document: a heading and a table for each cluster, then the pairs that no cluster holds.
struct FindMarkdown {
    let analysis: Analysis

    var report: String {
        var lines = ["# Repeated sections", "", Wording.summary(of: analysis) + "."]
        for (number, cluster) in analysis.clusters.enumerated() {
            let heading = MarkdownText.escaped(analysis.name(of: cluster.canonical))
            lines += [
                "", "## \(number + 1). \(heading)", "",
                "Cohesion \(SixDecimals.shortText(cluster.cohesion)).", "",
            ]
            lines += table(of: cluster)
        }
        return (lines + pairsApart).joined(separator: "\n") + "\n"
    }

    /// A row for each member: the canonical one first, then by reading order. The column for the headings' own numbers
    /// is left out where there are none.
    private func table(of cluster: Cluster) -> [String] {
        let members = zip(cluster.members, cluster.similarities).filter { $0.0 != cluster.canonical }
        let hasNumbers = cluster.members.contains { analysis.sections[$0].number != nil }
        let header =
            hasNumbers
            ? ["| similarity | number | heading | place |", "| --- | --- | --- | --- |"]
            : ["| similarity | heading | place |", "| --- | --- | --- |"]
        return header
            + [row("canonical", cluster.canonical, hasNumbers)]
            + members.map { row(SixDecimals.shortText($0.1), $0.0, hasNumbers) }
    }

    private func row(_ similarity: String, _ section: Int, _ hasNumbers: Bool) -> String {
        let number = hasNumbers ? [MarkdownText.escaped(analysis.sections[section].number ?? "")] : []
        let name = MarkdownText.escaped(analysis.name(of: section))
        return Self.row([similarity] + number + [name, MarkdownText.escaped(analysis.place(of: section))])
    }

    private static func row(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }

    private var pairsApart: [String] {
        let apart = PairsApart(analysis)
        guard !apart.pairs.isEmpty else { return [] }
        var lines = ["", "## Alike, though in no common cluster", "", "| similarity | place | place |"]
        lines.append("| --- | --- | --- |")
        lines += apart.listed.map { pair in
            Self.row(
                [SixDecimals.shortText(pair.similarity)]
                    + [pair.a, pair.b].map { MarkdownText.escaped(analysis.place(of: $0)) })
        }
        return lines + (apart.rest.map { ["", "And \($0)."] } ?? [])
    }
}
