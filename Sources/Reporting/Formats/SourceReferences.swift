internal import Outlining
internal import Reading
internal import Refrain

/// How the points of one topic name their sources: letters, footnotes or nothing.
struct SourceReferences {
    private let display: OutlineDisplay.Sources
    /// A, B, C … for the sections of a topic that has several, in reading order.
    private let letters: [Int: String]
    private let labels: FootnoteLabels
    private let analysis: Analysis
    private(set) var footnotes: [String] = []
    private var footnoteCount: Int

    /// - Parameter footnoteCount: how many footnotes stand in the document already.
    init(
        topic: Topic, display: OutlineDisplay.Sources, labels: FootnoteLabels, footnoteCount: Int,
        analysis: Analysis
    ) {
        self.display = display
        self.labels = labels
        self.footnoteCount = footnoteCount
        self.analysis = analysis
        letters =
            topic.sections.count < 2 || display != .inline
            ? [:]
            : Dictionary(
                uniqueKeysWithValues: topic.sections.enumerated().map {
                    ($0.element, Self.letters($0.offset))
                })
    }

    /// The line that says which sections a topic holds.
    func line(for sections: [Int]) -> String {
        let places = sections.map { section in
            (letters[section].map { "\($0) " } ?? "") + MarkdownText.escaped(analysis.place(of: section))
        }
        return (places.count == 1 ? "Source: " : "Sources: ") + places.joined(separator: ", ")
    }

    /// What stands behind a text to name its sources, with the space before it; empty where nothing is to be said.
    mutating func reference(to sources: [PointSource]) -> String {
        switch display {
        case .none: return ""
        case .inline:
            let letters = names(of: sources)
            return letters.isEmpty ? "" : " `[\(letters.joined(separator: " "))]`"
        case .footnotes:
            footnoteCount += 1
            let label = labels.label(footnoteCount)
            let places = sources.map { source in
                let path = ControlCharacters.escaped(analysis.path(of: source.section))
                return MarkdownText.escaped("\(path):\(source.startLine)")
            }
            footnotes.append("[\(label)]: \(places.joined(separator: ", "))")
            return " [\(label)]"
        }
    }

    /// The letters of sources, in order, each once.
    func names(of sources: [PointSource]) -> [String] {
        Set(sources.compactMap { letters[$0.section] }).sorted { ($0.count, $0) < ($1.count, $1) }
    }

    /// A … Z, AA, AB …
    private static func letters(_ number: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(0x41 + number % 26)))
        return number < 26 ? letter : letters(number / 26 - 1) + letter
    }
}

/// Labels of footnotes that no document uses.
struct FootnoteLabels {
    private let stem: String

    /// Labels that begin with `stem`.
    init(stem: String) { self.stem = stem }

    init(_ analysis: Analysis) {
        var stem = "^source"
        // Rare enough that going through all text again for each attempt costs nothing.
        while analysis.documents.contains(where: { $0.text.lowercased().contains("[\(stem)-") }) {
            stem += "-outline"
        }
        self.stem = stem
    }

    /// The label of the footnote with this number.
    func label(_ number: Int) -> String { "\(stem)-\(number)" }
}
