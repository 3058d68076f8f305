internal import Refrain
internal import Scheduling
internal import SimilarityJoin

/// `find` for a person: a summary line, then each cluster with its canonical section first.
struct FindText {
    let analysis: Analysis
    let selection: PairSelection
    /// The threads that make the clusters' lines.
    let workers: Workers

    /// So many clusters' lines are made before they are written: the report takes no memory to speak of.
    private static let clustersAtOnce = 1024

    func write(to buffer: inout ReportBuffer) throws(ReportError) {
        try buffer.append(Wording.summary(of: analysis) + "\n")
        try writeClusters(to: &buffer)
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

    /// Adds whole lines that hold what documents say.
    private func append(_ lines: String, to buffer: inout ReportBuffer) throws(ReportError) {
        try buffer.append(LogCommands.writtenOut(lines))
    }

    private func writeClusters(to buffer: inout ReportBuffer) throws(ReportError) {
        let (lines, count) = (ClusterLines(analysis), analysis.clusters.count)
        for first in stride(from: 0, to: count, by: Self.clustersAtOnce) {
            let texts = workers.map(min(Self.clustersAtOnce, count - first)) {
                lines.text(of: first + $0)
            }
            for text in texts { try append(text, to: &buffer) }
        }
    }

    private func writeBoilerplate(to buffer: inout ReportBuffer) throws(ReportError) {
        guard !analysis.boilerplate.isEmpty else { return }
        let count = Wording.count(analysis.boilerplate.count, "line is", "lines are")
        try buffer.append("\n\(count) boilerplate\n")
        for line in analysis.boilerplate {
            let text = WideText(ControlCharacters.escaped(line.text), shortenedTo: ClusterLines.widestHeading)
                .text
            try append("       in \(Wording.count(line.sectionCount, "section"))  \(text)\n", to: &buffer)
        }
    }

    private func writeContainedSections(to buffer: inout ReportBuffer) throws(ReportError) {
        guard !analysis.containedSections.isEmpty else { return }
        let count = Wording.count(analysis.containedSections.count, "section stands", "sections stand")
        try buffer.append("\n\(count) in another\n")
        for pair in analysis.containedSections {
            let score = SixDecimals.shortText(pair.containment)
            let (part, whole) = (analysis.place(of: pair.part), analysis.place(of: pair.whole))
            try append("       \(score)  \(part)  in  \(whole)\n", to: &buffer)
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
            try append("       \(score)  \(places)  (\(listed.first) / \(listed.second))\n", to: &buffer)
        }
        if let rest = differing.rest { try append("             and \(rest)\n", to: &buffer) }
    }

    private func writePairsApart(to buffer: inout ReportBuffer) throws(ReportError) {
        let apart = PairsApart(analysis, selection: selection)
        guard apart.count > 0 else { return }
        let count = Wording.count(apart.count, "pair")
        try buffer.append("\nAlso alike, though in no common cluster: \(count)\n")
        for (pair, remark) in zip(apart.listed, apart.remarks) {
            let score = analysis.score(pair.similarity)
            let places = "\(analysis.place(of: pair.a))  \(analysis.place(of: pair.b))"
            try append("       \(score)  \(places)\(remark.isEmpty ? "" : "  " + remark)\n", to: &buffer)
        }
        if let rest = apart.rest {
            try append("             \(apart.listed.isEmpty ? "" : "and ")\(rest)\n", to: &buffer)
        }
    }
}
