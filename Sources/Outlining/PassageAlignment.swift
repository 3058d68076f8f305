/// The stretch of a text that says what a passage from elsewhere says.
///
/// A local alignment (T. Smith, M. Waterman, Identification of common molecular subsequences, 1981): equal tokens count their
/// weight, what the text has between them takes its own away, but for what it has in the place of other tokens of the
/// passage. So words that lie strewn over a long text make no passage of it, as they would in a common subsequence.
struct PassageAlignment {
    /// The pairs of equal tokens, of the text and of the passage, rising in both.
    let matches: [(text: Int, passage: Int)]
    /// The weight of the equal tokens.
    let common: Int
    /// The tokens of the text from the first equal one to the last.
    let stretch: Range<Int>

    /// Where `text` says the tokens of `passage` from `start` on, the first place of several; nil where the two have less
    /// than `least` of these, or of the stretch, in common, or where they are too large to tell. O(n·m), at most
    /// `TokenAlignment.largestTable`.
    init?(of passage: TokenizedText, from start: Int, in text: TokenizedText, atLeast least: Double) {
        let (n, m) = (text.tokens.count, passage.tokens.count - start)
        guard n > 0, m > 0, n * m <= TokenAlignment.largestTable else { return nil }
        matches = Self.matches(text, passage, from: start)
        guard let first = matches.first, let last = matches.last else { return nil }
        stretch = first.text..<last.text + 1
        common = matches.reduce(0) { $0 + Int(text.weights[$1.text]) }
        let weight = passage.weights[start...].reduce(0) { $0 + Int($1) }
        let stretchWeight = text.weights[stretch].reduce(0) { $0 + Int($1) }
        guard common > 0, Double(common) >= least * Double(max(weight, stretchWeight)) else { return nil }
    }

    /// Fills the table from the end, so that walking it from the beginning takes the earliest of equally good matches.
    private static func matches(
        _ text: TokenizedText, _ passage: TokenizedText, from start: Int
    ) -> [(text: Int, passage: Int)] {
        let (n, m) = (text.tokens.count, passage.tokens.count - start)
        var steps = [Step](repeating: .stop, count: n * m)
        var below = [Int32](repeating: 0, count: m + 1)
        var row = below
        var (best, begin): (Int32, Int) = (0, 0)
        for i in (0..<n).reversed() {
            let weight = 4 * text.weights[i]
            for j in (0..<m).reversed() {
                var (value, step) = (Int32(0), Step.stop)
                if row[j + 1] > value { (value, step) = (row[j + 1], .skipPassage) }
                if below[j] - weight > value { (value, step) = (below[j] - weight, .skipText) }
                let replaced = below[j + 1] - max(0, weight - 4 * passage.weights[start + j])
                if replaced > value { (value, step) = (replaced, .replace) }
                // A match counts 1 besides its weight, so that punctuation is matched too.
                if text.numbers[i] == passage.numbers[start + j], below[j + 1] + weight + 1 >= value {
                    (value, step) = (below[j + 1] + weight + 1, .match)
                }
                row[j] = value
                steps[i * m + j] = step
            }
            if row[0] >= best { (best, begin) = (row[0], i) }
            swap(&below, &row)
        }
        return path(steps, from: begin, n, m).map { ($0.0, start + $0.1) }
    }

    private enum Step: UInt8 {
        case stop, match, replace, skipText, skipPassage
    }

    private static func path(_ steps: [Step], from begin: Int, _ n: Int, _ m: Int) -> [(Int, Int)] {
        var (i, j) = (begin, 0)
        var path: [(Int, Int)] = []
        while i < n, j < m {
            switch steps[i * m + j] {
            case .stop: return path
            case .match:
                path.append((i, j))
                (i, j) = (i + 1, j + 1)
            case .replace: (i, j) = (i + 1, j + 1)
            case .skipText: i += 1
            case .skipPassage: j += 1
            }
        }
        return path
    }
}
