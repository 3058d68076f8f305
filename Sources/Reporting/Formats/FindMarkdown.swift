internal import Clustering
internal import Refrain
internal import SimilarityJoin
internal import Splitting

/// `find` as a Markdown document: a heading and a table for each cluster, then the pairs that no cluster holds.
struct FindMarkdown {
    let analysis: Analysis
    let selection: PairSelection

    func write(to buffer: inout ReportBuffer) throws(ReportError) {
        try buffer.append("# Repeated sections\n\n\(Wording.summary(of: analysis)).\n")
        for (number, cluster) in analysis.clusters.enumerated() {
            let heading = MarkdownText.escaped(analysis.name(of: cluster.canonical))
            let cohesion = SixDecimals.shortText(cluster.cohesion)
            try buffer.append("\n## \(number + 1). \(heading)\n\nCohesion \(cohesion).\n\n")
            try writeTable(of: cluster, to: &buffer)
        }
        try writePairsApart(to: &buffer)
        if selection != .none {
            try write(
                analysis.markedPairs, under: "Alike, though they differ in what they are about", to: &buffer)
        }
        try write(
            analysis.demotedPairs, under: "Alike in all but what they are about, so not counted", to: &buffer)
        try writeContainedSections(to: &buffer)
        try writeBoilerplate(to: &buffer)
    }

    private func writeBoilerplate(to buffer: inout ReportBuffer) throws(ReportError) {
        guard !analysis.boilerplate.isEmpty else { return }
        try buffer.append("\n## Boilerplate\n\n| sections | line |\n| --- | --- |\n")
        for line in analysis.boilerplate {
            let text = MarkdownText.escaped(ControlCharacters.escaped(line.text))
            try buffer.append(Self.row(["\(line.sectionCount)", text]))
        }
    }

    private func writeContainedSections(to buffer: inout ReportBuffer) throws(ReportError) {
        guard !analysis.containedSections.isEmpty else { return }
        try buffer.append("\n## Sections that stand in others\n\n")
        try buffer.append("| containment | section | in |\n| --- | --- | --- |\n")
        for pair in analysis.containedSections {
            let places = [pair.part, pair.whole].map { MarkdownText.escaped(analysis.place(of: $0)) }
            try buffer.append(Self.row([SixDecimals.shortText(pair.containment)] + places))
        }
    }

    private func write(
        _ pairs: SimilarPairs, under heading: String, to buffer: inout ReportBuffer
    ) throws(ReportError) {
        let differing = DifferingPairs(pairs, of: analysis)
        guard differing.count > 0 else { return }
        try buffer.append("\n## \(heading)\n\n")
        try buffer.append("| similarity | place | place | what differs |\n| --- | --- | --- | --- |\n")
        for listed in differing.listed {
            let cells = [
                analysis.place(of: listed.pair.a), analysis.place(of: listed.pair.b),
                "\(listed.first) / \(listed.second)",
            ]
            try buffer.append(
                Self.row([SixDecimals.shortText(listed.pair.similarity)] + cells.map(MarkdownText.escaped)))
        }
        if let rest = differing.rest { try buffer.append("\nAnd \(rest).\n") }
    }

    /// A row for each member: the canonical one first, then by reading order. The column for the headings' own numbers
    /// is left out where there are none.
    private func writeTable(of cluster: Cluster, to buffer: inout ReportBuffer) throws(ReportError) {
        let hasNumbers = cluster.members.contains { analysis.sections[$0].number != nil }
        try buffer.append(
            hasNumbers
                ? "| similarity | number | heading | place |\n| --- | --- | --- | --- |\n"
                : "| similarity | heading | place |\n| --- | --- | --- |\n")
        try buffer.append(row("canonical", cluster.canonical, hasNumbers))
        for (member, similarity) in zip(cluster.members, cluster.similarities)
        where member != cluster.canonical {
            try buffer.append(row(analysis.score(similarity), member, hasNumbers))
        }
    }

    private func row(_ similarity: String, _ section: Int, _ hasNumbers: Bool) -> String {
        let number = hasNumbers ? [MarkdownText.escaped(analysis.sections[section].number ?? "")] : []
        let name = MarkdownText.escaped(analysis.name(of: section))
        return Self.row([similarity] + number + [name, MarkdownText.escaped(analysis.place(of: section))])
    }

    private static func row(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |\n"
    }

    private func writePairsApart(to buffer: inout ReportBuffer) throws(ReportError) {
        let apart = PairsApart(analysis, selection: selection)
        guard apart.count > 0 else { return }
        try buffer.append("\n## Alike, though in no common cluster\n\n")
        guard !apart.listed.isEmpty else {
            return try buffer.append("\(Wording.count(apart.count, "pair")); \(apart.rest ?? "").\n")
        }
        try buffer.append("| similarity | place | place |\n| --- | --- | --- |\n")
        for (pair, remark) in zip(apart.listed, apart.remarks) {
            var places = [pair.a, pair.b].map { MarkdownText.escaped(analysis.place(of: $0)) }
            if !remark.isEmpty { places[1] += " (\(remark))" }
            try buffer.append(Self.row([analysis.score(pair.similarity)] + places))
        }
        if let rest = apart.rest { try buffer.append("\nAnd \(rest).\n") }
    }
}
