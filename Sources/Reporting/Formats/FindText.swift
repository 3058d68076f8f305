internal import Clustering
internal import Refrain
internal import SimilarityJoin
internal import Splitting

/// `find` for a person: a summary line, then each cluster with its canonical section first.
struct FindText {
    let analysis: Analysis

    /// Headings wider than this are shortened, so that places stay on the line of an ordinary terminal.
    private static let widestHeading = 56

    var report: String {
        var lines = [Wording.summary(of: analysis)]
        for (number, cluster) in analysis.clusters.enumerated() {
            let size = Wording.count(cluster.members.count, "section")
            lines += [
                "", "Cluster \(number + 1): \(size), cohesion \(SixDecimals.shortText(cluster.cohesion))",
            ]
            lines += rows(of: cluster)
        }
        lines += pairsApart
        return lines.joined(separator: "\n") + "\n"
    }

    /// A line for each member: the canonical one first, then by reading order.
    private func rows(of cluster: Cluster) -> [String] {
        let members = zip(cluster.members, cluster.similarities).filter { $0.0 != cluster.canonical }
        let table =
            [("canonical", cluster.canonical)] + members.map { (SixDecimals.shortText($0.1), $0.0) }
        let names = table.map { DisplayWidth.shortened(analysis.name(of: $0.1), to: Self.widestHeading) }
        let numbers = table.map { analysis.sections[$0.1].number ?? "" }
        let nameWidth = names.map(DisplayWidth.of).max() ?? 0
        let numberWidth = numbers.map(DisplayWidth.of).max() ?? 0
        return table.indices.map { row in
            let score = String(repeating: " ", count: 9 - table[row].0.count) + table[row].0
            let number = numberWidth == 0 ? "" : "  " + DisplayWidth.padded(numbers[row], to: numberWidth)
            let name = DisplayWidth.padded(names[row], to: nameWidth)
            return "  \(score)\(number)  \(name)  \(analysis.place(of: table[row].1))"
        }
    }

    private var pairsApart: [String] {
        let apart = PairsApart(analysis)
        guard !apart.pairs.isEmpty else { return [] }
        let count = Wording.count(apart.pairs.count, "pair")
        let lines = apart.listed.map { pair in
            let score = SixDecimals.shortText(pair.similarity)
            return "       \(score)  \(analysis.place(of: pair.a))  \(analysis.place(of: pair.b))"
        }
        return ["", "Also alike, though in no common cluster: \(count)"] + lines
            + (apart.rest.map { ["             and \($0)"] } ?? [])
    }
}
