internal import Scheduling
internal import Splitting

/// Writes down where every block of the topics went, and has it checked.
enum LedgerWriter {
    /// The ledger of `topics`, which were made from `sections`.
    static func ledger(of topics: [Topic], sections: [Section], workers: Workers) -> Ledger {
        var entries: [LedgerEntry] = []
        for (index, topic) in topics.enumerated() {
            for (entry, section) in headingEntries(of: topic, index: index)
            where LedgerCheck.accountsForHeading(sections[section]) {
                entries.append(entry)
            }
            for (number, point) in topic.points.enumerated() {
                entries += Self.entries(of: point, topic: index, point: number)
            }
        }
        entries.sort { ($0.section, $0.startLine) < ($1.section, $1.startLine) }
        return LedgerCheck(sections: sections, topics: topics, workers: workers).ledger(of: entries)
    }

    private static func headingEntries(of topic: Topic, index: Int) -> [(LedgerEntry, section: Int)] {
        entries(of: topic.heading, topic: index, point: nil).map { ($0, section: $0.section) }
    }

    private static func entries(of point: Point, topic: Int, point number: Int?) -> [LedgerEntry] {
        let wordings =
            [(point.sources, LedgerEntry.Fate.kept)] + point.variants.map { ($0.sources, .variant) }
        return wordings.flatMap { sources, fate in
            sources.enumerated().map { place, source in
                LedgerEntry(
                    section: source.section, startLine: source.startLine, endLine: source.endLine,
                    fate: place == 0 ? fate : .merged, topic: topic, point: number)
            }
        }
    }
}
