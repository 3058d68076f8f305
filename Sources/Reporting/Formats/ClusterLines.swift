internal import Clustering
internal import Reading
internal import Refrain
internal import Splitting

/// Clusters as lines for a person: what one is, then a line for each member, the canonical one first, then by reading order.
///
/// A class with a few parts of the analysis: threads that copied the whole for each cluster would mostly wait for each other to
/// count its references.
final class ClusterLines: Sendable {
    private let clusters: [Cluster]
    private let sections: [Section]
    /// The documents' paths, for people.
    private let paths: [String]
    private let calibration: Calibration?

    /// Headings wider than this are shortened, so that places stay on the line of an ordinary terminal.
    static let widestHeading = 56

    /// As wide as "canonical".
    private static let scoreWidth = 9

    /// Those of the clusters of `analysis`.
    init(_ analysis: Analysis) {
        clusters = analysis.clusters
        sections = analysis.sections
        paths = analysis.documents.map { ControlCharacters.escaped($0.path) }
        calibration = analysis.settings.calibration
    }

    /// An empty line and the lines of the cluster with this index, each with its end.
    func text(of number: Int) -> String {
        let cluster = clusters[number]
        let size = Wording.count(cluster.members.count, "section")
        var text =
            "\nCluster \(number + 1): \(size), cohesion \(SixDecimals.shortText(cluster.cohesion))\n"
        let rows = rows(of: cluster)
        let nameWidth = rows.map(\.name.width).max() ?? 0
        let numberWidth = rows.map(\.number.width).max() ?? 0
        for row in rows { row.append(to: &text, nameWidth: nameWidth, numberWidth: numberWidth) }
        return text
    }

    private func rows(of cluster: Cluster) -> [Row] {
        var rows: [Row] = []
        rows.reserveCapacity(cluster.members.count)
        rows.append(row(cluster.canonical, score: "canonical"))
        for (member, similarity) in zip(cluster.members, cluster.similarities)
        where member != cluster.canonical {
            rows.append(row(member, score: Score.text(similarity, calibration)))
        }
        return rows
    }

    private func row(_ index: Int, score: String) -> Row {
        Row(
            score: score, number: WideText(sections[index].number ?? ""),
            name: WideText(sections[index].shownName, shortenedTo: Self.widestHeading),
            place: "\(paths[sections[index].document]):\(sections[index].startLine)")
    }

    /// A member's line in parts.
    private struct Row {
        let score: String
        let number: WideText
        let name: WideText
        let place: String

        /// Adds the line; without a column of numbers where its width is 0.
        func append(to text: inout String, nameWidth: Int, numberWidth: Int) {
            text.append(spaces: 2 + ClusterLines.scoreWidth - score.utf8.count)
            text += score
            if numberWidth > 0 {
                text += "  "
                number.append(to: &text, paddedTo: numberWidth)
            }
            text += "  "
            name.append(to: &text, paddedTo: nameWidth)
            text += "  "
            text += place
            text += "\n"
        }
    }
}
