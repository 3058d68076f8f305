/// Makes headings of the blocks of Markdown that open sections although they are none: questions in list items, in bold and in
/// `<summary>`.
///
/// `<h1>` to `<h6>` are headings, and so are headings in numbered list items where there are two or more. Between two headings
/// the questions in bold, or those in `<summary>`, open sections a level deeper, if they form a run (`QuestionRun`).
struct OpenedSections {
    private let source: SourceText
    private let rule: SplitRule
    private let splitLevel: Int
    private let blocks: [Block]
    /// What each block may open; nil for nothing.
    private let openings: [SectionOpening?]
    /// Whether headings in list items open sections.
    private let opensListed: Bool

    init(_ blocks: [Block], source: SourceText, rule: SplitRule, splitLevel: Int) {
        (self.blocks, self.source, self.rule, self.splitLevel) = (blocks, source, rule, splitLevel)
        let finder = SectionOpenings(source: source, rule: rule)
        openings = blocks.map(finder.opening)
        let listed = openings.count {
            if case .listedHeading(_, isNumbered: true) = $0?.form { true } else { false }
        }
        opensListed = listed >= 2
    }

    /// A block, and whether it may open a section: a heading inside a list item whose own heading does is a block of its section.
    typealias Part = (block: Block, mayOpen: Bool)

    /// The blocks, with a heading and what is left in the place of each that opens a section. O(text).
    func withHeadings() -> [Part] {
        guard openings.contains(where: { $0 != nil }) else { return blocks.map { ($0, true) } }
        var levels = blocks.indices.map(ownLevel)
        let headingCount = levels.count { $0 != nil }
        var (start, level) = (0, 0)
        for index in 0...blocks.count where index == blocks.count || levels[index] != nil {
            // What opens deeper than sections may is a block of its section; below level 6 there is none.
            let deeper = min(6, level + 1)
            if deeper <= splitLevel {
                for opening in softOpenings(start..<index, headingCount: headingCount) {
                    levels[opening] = deeper
                }
            }
            guard index < blocks.count, let own = levels[index] else { break }
            (start, level) = (index + 1, own)
        }
        return assembled(levels)
    }

    /// The level of a block that opens a section wherever it stands; nil for any other.
    private func ownLevel(_ index: Int) -> Int? {
        let level: Int
        switch (openings[index]?.form, blocks[index].kind) {
        case (.tag(let own), _): level = own
        case (.listedHeading(let own, let isNumbered), _):
            guard rule == .list || opensListed && isNumbered else { return nil }
            level = own
        case (_, .heading(let own)): level = own
        default: return nil
        }
        return level <= splitLevel ? level : nil
    }

    /// Which blocks between two headings open sections there.
    private func softOpenings(_ range: Range<Int>, headingCount: Int) -> [Int] {
        switch rule {
        case .bold: return range.filter { openings[$0]?.form == .bold }
        case .list: return range.filter { openings[$0]?.form == .listItem }
        case .pattern: return range.filter { openings[$0]?.form == .line }
        case .summary: return outermostSummaries(range)
        case .auto: break
        }
        let runs = [
            QuestionRun(
                range.filter { openings[$0]?.form == .bold }, before: range.upperBound, openings: openings,
                blocks: blocks,
                mayOnlyCount: headingCount <= 1),
            QuestionRun(
                outermostSummaries(range), before: range.upperBound, openings: openings, blocks: blocks,
                areSiblings: true),
        ]
        return runs.compactMap { $0?.indexes }.min { $0[0] < $1[0] } ?? []
    }

    /// The `<summary>`s that stand in no other `<details>`; all where the tags do not match.
    private func outermostSummaries(_ range: Range<Int>) -> [Int] {
        let summaries = range.filter { openings[$0]?.form == .summary }
        guard !summaries.isEmpty else { return [] }
        var (depth, outermost): (Int, [Int]) = (0, [])
        for index in range {
            let opensAbove = depth == 1 && index > range.lowerBound && isOnlyOpeningTag(blocks[index - 1])
            let above = openings[index]?.above.reduce(0) { $0 + Self.balance(of: $1.source) } ?? 0
            if openings[index]?.form == .summary, depth + above == 0 || opensAbove {
                outermost.append(index)
            }
            guard blocks[index].kind != .code else { continue }
            depth += Self.balance(of: blocks[index].source)
        }
        return depth == 0 ? outermost : summaries
    }

    /// How many more `<details>` a text opens than it closes.
    private static func balance(of text: Substring) -> Int {
        let bytes = Array(text.utf8)
        let (opening, closing) = (Array("<details".utf8), Array("</details".utf8))
        var balance = 0
        for index in bytes.indices where bytes[index] == UInt8(ascii: "<") {
            if bytes[index...].starts(with: opening) { balance += 1 }
            if bytes[index...].starts(with: closing) { balance -= 1 }
        }
        return balance
    }

    /// Whether a block is `<details>` and nothing else.
    private func isOnlyOpeningTag(_ block: Block) -> Bool {
        guard block.kind == .html, block.text.isEmpty else { return false }
        return block.source.utf8.drop { $0 == 0x20 }.starts(with: "<details".utf8)
            && block.source.utf8.count { $0 == UInt8(ascii: "<") } == 1
    }

    private func assembled(_ levels: [Int?]) -> [Part] {
        var result: [Part] = []
        for (index, block) in blocks.enumerated() {
            guard let opening = openings[index], let level = levels[index] else {
                result.append((block, true))
                continue
            }
            var heading = opening.heading(level: level, in: source)
            if opening.form == .summary, let last = result.last?.block, isOnlyOpeningTag(last) {
                result.removeLast()
                heading = Block(
                    kind: heading.kind, startLine: last.startLine, endLine: heading.endLine,
                    text: heading.text,
                    source: source.lines(last.startLine, heading.endLine))
            }
            result += opening.above.map { ($0, false) }
            result.append((heading, true))
            result += opening.rest.map { ($0, false) }
        }
        return result
    }
}

/// Openings between two headings that are questions, one after the other.
struct QuestionRun {
    /// The indexes of their blocks.
    let indexes: [Int]

    /// The run that `candidates` form; nil where they form none.
    ///
    /// Where two or more are numbered, these alone are the questions; else those that ask. At least half must ask or have an
    /// answer below, and four in five have text below: two wordings of one question, one under the other, are no run. Four in
    /// five say what no other says.
    ///
    /// - Parameters:
    ///   - candidates: indexes of blocks that may open a section, in order.
    ///   - end: the index behind the last block of the section.
    ///   - mayOnlyCount: whether three or more that are numbered from 1 on need not ask.
    ///   - areSiblings: whether their form says that they are titles: no text need stand below, half of them may say what others say,
    ///     and where half of them ask, the others
    ///     ("List five ports.") are questions, too, but for those that say what others say or begin an answer.
    init?(
        _ candidates: [Int], before end: Int, openings: [SectionOpening?], blocks: [Block],
        mayOnlyCount: Bool = false, areSiblings: Bool = false
    ) {
        guard candidates.count >= 2 else { return nil }
        let texts = candidates.map { openings[$0]?.text ?? "" }
        let chosen = Self.chosen(candidates, texts, openings: openings, areSiblings: areSiblings)
        let indexes = chosen.map { candidates[$0] }
        // "What does this print?" may be asked of several pieces of code.
        let distinct = Double(Set(chosen.map { texts[$0] }).count) / Double(max(1, chosen.count))
        guard indexes.count >= 2, distinct >= (areSiblings ? 0.5 : 0.8) else { return nil }
        var (asking, answered) = (0, 0)
        for (place, index) in indexes.enumerated() {
            let next = place + 1 < indexes.count ? indexes[place + 1] : end
            let body = (openings[index]?.rest ?? []) + blocks[(index + 1)..<min(next, index + 3)]
            if body.contains(where: \.isContent) { answered += 1 }
            let isAnswered = body.contains { TitleWords.beginsAnswer($0.source) }
            if isAnswered || TitleWords.asks(texts[chosen[place]][...]) { asking += 1 }
        }
        let numbers = chosen.compactMap { HeadingNumber(of: texts[$0])?.value }
        let counts =
            mayOnlyCount && numbers.count == indexes.count && numbers.count >= 3
            && numbers == Array(1...numbers.count) && answered >= numbers.count - 1
        guard areSiblings || answered * 5 >= indexes.count * 4, asking * 2 >= indexes.count || counts
        else {
            return nil
        }
        self.indexes = indexes
    }

    /// Which of the candidates are questions: places in `candidates`.
    private static func chosen(
        _ candidates: [Int], _ texts: [String], openings: [SectionOpening?], areSiblings: Bool
    ) -> [Int] {
        let numbered = candidates.indices.filter { openings[candidates[$0]]?.isNumbered ?? false }
        if !areSiblings, numbered.count >= 2 { return numbered }
        let asking = candidates.indices.filter { TitleWords.asks(texts[$0][...]) }
        guard areSiblings, max(asking.count, numbered.count) * 2 >= candidates.count else {
            return numbered.count >= 2 ? numbered : asking
        }
        let counts = Dictionary(texts.map { ($0, 1) }, uniquingKeysWith: +)
        return candidates.indices.filter { place in
            TitleWords.asks(texts[place][...])
                || counts[texts[place]] == 1 && !TitleWords.beginsAnswer(texts[place][...])
        }
    }
}
