/// A line of a plain text that may be a title: it begins with a number, or with "Q:" or the like.
struct TitleCandidate: Sendable, Equatable {
    /// What numbers that count on from one another have in common.
    struct Numbering: Hashable, Sendable {
        /// The way of numbering; nil for a word without a number ("Q:", "问：").
        let style: HeadingNumber.Style?
        /// The word, the unit or the number of parts: see `HeadingNumber.series`.
        let series: String
    }

    /// The line, 1-based.
    let line: Int
    /// Its way of numbering.
    let numbering: Numbering
    /// Its number; 0 where there is none.
    let value: Int
    /// What the line has in common with other titles.
    var form: Form
    /// Whether the title ends as a sentence or a clause does.
    let endsSentence: Bool
    /// Whether its sentence may go on below: it is as long as lines are that are wrapped, and does not end.
    let mayGoOn: Bool
    /// The lines under it, down to the next candidate of its numbering, that are not blank.
    var bodyLineCount = 0
    /// Whether its words name a question.
    let namesQuestion: Bool

    /// What titles of one document have in common.
    struct Form: Sendable, Equatable {
        /// The punctuation after the number, nil for none.
        let delimiter: Unicode.Scalar?
        /// Whether a blank line stands above; nil below a rule, a title of another numbering or nothing.
        var standsFree: Bool?
        /// Whether it asks: it has a question mark, or an answer or options to choose from stand below.
        var asks: Bool
        /// Whether something stands below that does not only go on with the title: lines at the margin, or any under what
        /// asks.
        var hasBody = false
    }

    /// Titles are short: a longer line is a paragraph that begins with a number.
    private static let longestTitleBytes = 400
    /// Nobody wraps lines that are shorter.
    private static let shortestWrappedBytes = 30

    /// The candidate on a line of this text; nil where it is none. Looks at the first byte before anything else.
    init?(line: Int, text: Substring) {
        guard text.utf8.count <= Self.longestTitleBytes, let first = text.utf8.first,
            TitleWords.mayBeginNumbering(first)
        else { return nil }
        let delimiter: Unicode.Scalar?
        if let number = HeadingNumber(of: String(text), isInRun: true) {
            numbering = Numbering(style: number.style, series: number.series)
            (value, delimiter) = (number.value, number.delimiter)
            namesQuestion = TitleWords.questionSeries.contains(number.series)
        } else if let word = TitleWords.questionWord(of: text) {
            numbering = Numbering(style: nil, series: word)
            (value, delimiter, namesQuestion) = (0, ":", true)
        } else {
            return nil
        }
        self.line = line
        endsSentence = TitleWords.endsSentence(text)
        mayGoOn =
            text.utf8.count >= Self.shortestWrappedBytes && !endsSentence && !TitleWords.hasQuestionMark(text)
        form = Form(delimiter: delimiter, asks: TitleWords.hasQuestionMark(text))
    }
}
