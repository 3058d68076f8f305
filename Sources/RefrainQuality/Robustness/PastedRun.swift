import Reading
import Refrain
import SimilarityJoin

/// What is found of sections that were pasted into larger ones, by how much of the larger one they make.
struct PastedRun {
    /// What was found where the pasted section makes about a share of the larger.
    struct Point: Sendable {
        let language: String
        let share: Double
        /// How many sections were pasted, how many of them were found contained, how many as similar pairs.
        let count, containedCount, similarCount: Int
        /// How many others were said to be contained.
        let wrongCount: Int
    }

    let pairs: [FixturePairs.Pair]
    let variation: Variation
    let threads: Int

    /// The containment that is measured: the rest leaves room for n-grams across the seams.
    static let containment = 0.8
    /// The shares that are measured.
    static let shares = [0.1, 0.2, 0.3, 0.5, 0.7, 0.9]

    /// The points, by language and share.
    func points() throws(QualityFailure) -> [Point] {
        var points: [Point] = []
        for language in ["en", "zh"] {
            for share in Self.shares { points.append(try point(language, share)) }
        }
        return points
    }

    private func point(_ language: String, _ share: Double) throws(QualityFailure) -> Point {
        let sections = RobustnessRun.sections(of: pairs, language)
        let hosts = sections.indices.map { host(of: $0, share: share, in: sections) }
        let documents = (sections.map { ($0.heading, $0.text) } + hosts).enumerated().map { index, text in
            Document(path: "\(index).md", format: .markdown, text: "# \(text.0)\n\n\(text.1)\n")
        }
        let changes = variation.changes + [(key: SettingKey.containment, value: "\(Self.containment)")]
        let settings = try Variation(name: "", changes: changes).settings()
        let analysis = Pipeline(settings: settings, threads: threads).analysis(
            of: ReadResult(documents: documents, skipped: []))
        // Host i holds section i; the sections that fill it up belong to it by halves at most.
        let count = sections.count
        let contained = analysis.containedSections.map { [$0.part, $0.whole] }
        let similar = Set(analysis.pairs.map { [$0.a, $0.b] })
        let found = contained.count { $0[1] == $0[0] + count }
        return Point(
            language: language, share: share, count: count, containedCount: found,
            similarCount: (0..<count).count { similar.contains([$0, $0 + count]) },
            wrongCount: contained.count - found)
    }

    /// A section that holds section `index` in its middle, filled up with halves of others.
    private func host(of index: Int, share: Double, in sections: [FixturePairs.Side]) -> (String, String) {
        let own = sections[index].text
        let wanted = Int(Double(own.count) * (1 - share) / share)
        var (filling, next) = ("", index)
        while filling.count < wanted {
            next = (next + 7) % sections.count
            if next == index { next = (next + 1) % sections.count }
            let text = sections[next].text
            filling += text.prefix(min(text.count / 2, wanted - filling.count))
        }
        let middle = filling.index(filling.startIndex, offsetBy: filling.count / 2)
        return ("Collection \(index)", "\(filling[..<middle])\n\n\(own)\n\n\(filling[middle...])")
    }
}

/// The part of a report about pasted sections.
struct PastedTable {
    let points: [PastedRun.Point]

    var text: String {
        guard !points.isEmpty else { return "" }
        return """
            ## Pasted sections

            Fixture sections, each pasted into a larger one of which it makes about this share; the rest are halves of other \
            sections. Found with `--containment \(PastedRun.containment)`, and as similar pairs, which are not listed as contained too.


            """
                + Figure.table(
                    head: [
                        "language, share", "pasted", "found contained", "found similar",
                        "others said to be contained",
                    ],
                    rows: points.map {
                        [
                            "\($0.language), \(Int(($0.share * 100).rounded())) %", "\($0.count)",
                            "\($0.containedCount)", "\($0.similarCount)", "\($0.wrongCount)",
                        ]
                    })
    }
}
