internal import Clustering
internal import Refrain
internal import SimilarityJoin
internal import Splitting

/// `find` for a person: a summary line, then each cluster with its canonical section first.
struct FindText {
    let analysis: Analysis
    let selection: PairSelection

    /// Headings wider than this are shortened, so that places stay on the line of an ordinary terminal.
    private static let widestHeading = 56

    func write(to buffer: inout ReportBuffer) throws(ReportError) {
        try buffer.append(Wording.summary(of: analysis) + "\n")
        for (number, cluster) in analysis.clusters.enumerated() {
            let size = Wording.count(cluster.members.count, "section")
            let cohesion = SixDecimals.shortText(cluster.cohesion)
            try buffer.append("\nCluster \(number + 1): \(size), cohesion \(cohesion)\n")
            try writeRows(of: cluster, to: &buffer)
        }
        try writePairsApart(to: &buffer)
        if selection != .none {
            try write(
                analysis.markedPairs, as: "Alike, though they differ in what they are about", to: &buffer)
        }
        try write(
            analysis.demotedPairs, as: "Alike in all but what they are about, so not counted", to: &buffer)
        try writeContainedSections(to: &buffer)
        try writeBoilerplate(to: &buffer)
    }

    private func writeBoilerplate(to buffer: inout ReportBuffer) throws(ReportError) {
        guard !analysis.boilerplate.isEmpty else { return }
        let count = Wording.count(analysis.boilerplate.count, "line is", "lines are")
        try buffer.append("\n\(count) boilerplate\n")
        for line in analysis.boilerplate {
            let text = WideText(ControlCharacters.escaped(line.text), shortenedTo: Self.widestHeading).text
            try buffer.append("       in \(Wording.count(line.sectionCount, "section"))  \(text)\n")
        }
    }

    private func writeContainedSections(to buffer: inout ReportBuffer) throws(ReportError) {
        guard !analysis.containedSections.isEmpty else { return }
        let count = Wording.count(analysis.containedSections.count, "section stands", "sections stand")
        try buffer.append("\n\(count) in another\n")
        for pair in analysis.containedSections {
            let score = SixDecimals.shortText(pair.containment)
            let (part, whole) = (analysis.place(of: pair.part), analysis.place(of: pair.whole))
            try buffer.append("       \(score)  \(part)  in  \(whole)\n")
        }
    }

    private func write(
        _ pairs: SimilarPairs, as title: String, to buffer: inout ReportBuffer
    ) throws(ReportError) {
        let differing = DifferingPairs(pairs, of: analysis)
        guard differing.count > 0 else { return }
        try buffer.append("\n\(title): \(Wording.count(differing.count, "pair"))\n")
        for listed in differing.listed {
            let score = analysis.score(listed.pair.similarity)
            let places = "\(analysis.place(of: listed.pair.a))  \(analysis.place(of: listed.pair.b))"
            try buffer.append("       \(score)  \(places)  (\(listed.first) / \(listed.second))\n")
        }
        if let rest = differing.rest { try buffer.append("             and \(rest)\n") }
    }

    /// A line for each member: the canonical one first, then by reading order.
    private func writeRows(of cluster: Cluster, to buffer: inout ReportBuffer) throws(ReportError) {
        let members = zip(cluster.members, cluster.similarities).filter { $0.0 != cluster.canonical }
        let table =
            [("canonical", cluster.canonical)] + members.map { (analysis.score($0.1), $0.0) }
        let names = table.map { WideText(analysis.name(of: $0.1), shortenedTo: Self.widestHeading) }
        let numbers = table.map { WideText(analysis.sections[$0.1].number ?? "") }
        let nameWidth = names.map(\.width).max() ?? 0
        let numberWidth = numbers.map(\.width).max() ?? 0
        for (row, (score, section)) in table.enumerated() {
            var line = "  " + String(repeating: " ", count: max(0, 9 - score.utf8.count)) + score
            if numberWidth > 0 { line += "  " + numbers[row].padded(to: numberWidth) }
            line += "  " + names[row].padded(to: nameWidth)
            line += "  \(analysis.place(of: section))\n"
            try buffer.append(line)
        }
    }

    private func writePairsApart(to buffer: inout ReportBuffer) throws(ReportError) {
        let apart = PairsApart(analysis, selection: selection)
        guard apart.count > 0 else { return }
        let count = Wording.count(apart.count, "pair")
        try buffer.append("\nAlso alike, though in no common cluster: \(count)\n")
        for (pair, remark) in zip(apart.listed, apart.remarks) {
            let score = analysis.score(pair.similarity)
            let places = "\(analysis.place(of: pair.a))  \(analysis.place(of: pair.b))"
            try buffer.append("       \(score)  \(places)\(remark.isEmpty ? "" : "  " + remark)\n")
        }
        if let rest = apart.rest {
            try buffer.append("             \(apart.listed.isEmpty ? "" : "and ")\(rest)\n")
        }
    }
}

/// Text with its width, which takes longer to find than all else that is done with it here.
private struct WideText {
    let text: String
    let width: Int

    init(_ text: String) {
        self.text = text
        width = DisplayWidth.of(text)
    }

    /// `text`, or what of it fits into `limit` columns.
    init(_ text: String, shortenedTo limit: Int) {
        let whole = WideText(text)
        self = whole.width > limit ? WideText(DisplayWidth.shortened(text, to: limit)) : whole
    }

    func padded(to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - self.width))
    }
}
