/// Finds the titles of a plain text without headings: numbered lines, or lines that begin with "Q:" or the like, that form a run
/// (`TitleRun`).
///
/// Of several numberings the one that begins first in the text gives the titles. Where those are no questions (chapters, parts),
/// the longest run of questions below them gives titles of the second level; other numberings inside are lists.
struct NumberedTitles {
    /// A title.
    struct Title: Equatable {
        /// Its line, 1-based.
        let line: Int
        /// Its level, 1 or 2.
        let level: Int
    }

    /// The titles, in the order of their lines; empty where no numbering forms a run.
    let titles: [Title]
    /// The lines that begin like titles, have text under them, and are none; in order.
    let linesLikeTitles: [Int]

    init(of source: SourceText) {
        let candidates = TitleCandidates(of: source)
        guard !candidates.byNumbering.isEmpty else {
            (titles, linesLikeTitles) = ([], [])
            return
        }
        let runs = candidates.byNumbering.values.compactMap { TitleRun($0, in: candidates)?.titles }
            .sorted { $0[0].line < $1[0].line }
        titles = Self.titles(of: runs)
        let taken = Set(titles.map(\.line))
        linesLikeTitles = candidates.byNumbering.values.joined()
            .filter { $0.form.hasBody && !taken.contains($0.line) }.map(\.line).sorted()
    }

    private static func titles(of runs: [[TitleCandidate]]) -> [Title] {
        guard let outer = runs.first else { return [] }
        var titles = outer.map { Title(line: $0.line, level: 1) }
        if !TitleRun.asks(outer),
            let questions = runs.dropFirst().filter(TitleRun.asks).max(by: { $0.count < $1.count })
        {
            titles += questions.map { Title(line: $0.line, level: 2) }
            titles.sort { $0.line < $1.line }
        }
        return titles
    }
}
