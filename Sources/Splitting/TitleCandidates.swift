/// Collects the lines of a plain text that may be titles, by their numbering. O(text).
struct TitleCandidates {
    /// The candidates of each numbering, in the order of their lines.
    private(set) var byNumbering: [TitleCandidate.Numbering: [TitleCandidate]] = [:]
    /// What stands above each line, 1-based, and last in the whole text.
    private var above = [Count()]

    /// What stands on some lines.
    private struct Count {
        /// Lines that are not blank and do not go on with a title.
        var lines = 0
        /// Those of them that are not indented.
        var linesAtMargin = 0
        /// Lines that begin an answer, or an option to choose.
        var answers = 0
    }

    /// The line above, as far as titles depend on it.
    private enum LineAbove {
        /// Nothing, or a rule.
        case nothing
        /// A blank line.
        case blank
        /// Text.
        case text
        /// A candidate of this numbering, or a line that goes on with it; whether it may go on below.
        case title(TitleCandidate.Numbering, isOpen: Bool)
    }

    init(of source: SourceText) {
        var (count, lineAbove) = (Count(), LineAbove.nothing)
        for line in 1..<source.lineCount + 1 {
            above.append(count)
            lineAbove = read(line, source.line(line), below: lineAbove, into: &count)
        }
        above.append(count)
        judge()
    }

    /// How many lines are not blank.
    var lineCount: Int { above[above.count - 1].lines }

    /// How many lines above this one are not blank.
    func lineCount(above line: Int) -> Int { above[line].lines }

    private mutating func read(
        _ line: Int, _ text: Substring, below lineAbove: LineAbove, into count: inout Count
    ) -> LineAbove {
        guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else {
            return .blank
        }
        if case .title(_, isOpen: true) = lineAbove, first.properties.isLowercase { return lineAbove }
        count.lines += 1
        if text.unicodeScalars.first == first { count.linesAtMargin += 1 }
        if var candidate = TitleCandidate(line: line, text: text) {
            candidate.form.standsFree =
                switch lineAbove {
                case .nothing: nil
                case .blank: true
                case .text: false
                case .title(let numbering, _): numbering == candidate.numbering ? false : nil
                }
            byNumbering[candidate.numbering, default: []].append(candidate)
            return .title(candidate.numbering, isOpen: candidate.mayGoOn)
        }
        if TitleWords.beginsAnswer(text) { count.answers += 1 }
        return TitleWords.isRule(text) ? .nothing : .text
    }

    /// Notes what stands under each candidate. O(n) in the candidates, times the numberings.
    private mutating func judge() {
        // A numbering that begins first encloses the others.
        let order = byNumbering.sorted { $0.value[0].line < $1.value[0].line }.map(\.key)
        var next = order.map { byNumbering[$0, default: []].count }
        let end = above.count - 1
        /// For each numbering where its next candidate stands, and that of all that enclose it.
        var nextLines = [Int](repeating: end, count: order.count)
        while let last = order.indices.filter({ next[$0] > 0 }).max(by: { line($0, next) < line($1, next) }) {
            next[last] -= 1
            let numbering = order[last]
            guard let candidate = byNumbering[numbering]?[next[last]] else { return }
            let spanEnd = nextLines[...last].min() ?? end
            let judgedCandidate = judged(
                candidate, before: spanEnd, answersBefore: nextLines.min() ?? end,
                next: nextLines[last] == spanEnd ? following(numbering, next[last]) : nil)
            byNumbering[numbering]?[next[last]] = judgedCandidate
            nextLines[last] = candidate.line
        }

        func line(_ index: Int, _ next: [Int]) -> Int {
            byNumbering[order[index]]?[next[index] - 1].line ?? 0
        }
    }

    private func following(_ numbering: TitleCandidate.Numbering, _ index: Int) -> TitleCandidate? {
        guard let candidates = byNumbering[numbering], index + 1 < candidates.count else { return nil }
        return candidates[index + 1]
    }

    /// The candidate with what stands under it: lines before `end`, answers before the next candidate of any numbering, and
    /// the next of its own where nothing that encloses it stands between.
    private func judged(
        _ candidate: TitleCandidate, before end: Int, answersBefore answersEnd: Int, next: TitleCandidate?
    ) -> TitleCandidate {
        var candidate = candidate
        let (first, last) = (above[candidate.line], above[end])
        candidate.bodyLineCount = last.lines - first.lines - 1
        if above[answersEnd].answers > first.answers { candidate.form.asks = true }
        // A list inside begins again at 1, or has other marks; behind a blank line it may as well be what a table of contents
        // names.
        let holdsList =
            next.map {
                $0.line == candidate.line + 1
                    && ($0.value <= 1 && candidate.value > 1 || $0.form.delimiter != candidate.form.delimiter)
            } ?? false
        candidate.form.hasBody =
            holdsList || last.linesAtMargin - first.linesAtMargin > 1
            || candidate.form.asks && candidate.bodyLineCount > 0
        return candidate
    }
}
