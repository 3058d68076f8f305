internal import Scheduling
internal import Splitting
internal import Vectorizing

/// Holds a ledger against the sections: every block and heading once, and its text where the ledger says it is.
///
/// It goes from the sections, not from the topics, so that it does not inherit their mistakes.
struct LedgerCheck {
    let sections: [Section]
    let topics: [Topic]
    var workers = Workers(count: 1)

    /// Whether a heading has an entry of its own: where it has lines of its own, or nothing else stands in the section.
    static func accountsForHeading(_ section: Section) -> Bool {
        section.headingEndLine >= section.startLine || section.blocks.isEmpty
    }

    /// `entries`, by section and line, with what they add up to and what they miss. O(text).
    func ledger(of entries: [LedgerEntry]) -> Ledger {
        let ranges = Self.ranges(of: entries, sectionCount: sections.count)
        let checks = workers.map(sections.count) { check(section: $0, entries[ranges[$0]]) }
        var tally = Tally(topicCount: topics.count)
        for account in checks.flatMap(\.accounts) { tally.add(account.entry, characters: account.characters) }
        let strays = entries[..<(ranges.first?.lowerBound ?? 0)] + entries[(ranges.last?.upperBound ?? 0)...]
        return Ledger(
            entries: entries, coverage: tally.coverage, savedCharacters: tally.savedCharacters,
            faults: checks.flatMap(\.faults) + strays.map { fault(.noBlock, $0.section, $0.startLine) })
    }

    /// For each section where its entries stand.
    private static func ranges(of entries: [LedgerEntry], sectionCount: Int) -> [Range<Int>] {
        var next = entries.firstIndex { $0.section >= 0 } ?? entries.count
        return (0..<sectionCount).map { section in
            let start = next
            while next < entries.count, entries[next].section == section { next += 1 }
            return start..<next
        }
    }

    /// What became of the blocks of a section, nil for one that is not accounted for, and what does not add up.
    private func check(
        section index: Int, _ entries: ArraySlice<LedgerEntry>
    ) -> (accounts: [(entry: LedgerEntry?, characters: Int)], faults: [LedgerFault]) {
        let section = sections[index]
        var (next, faults): (Int, [LedgerFault]) = (entries.startIndex, [])
        let texts = VerbatimText.texts(of: section)
        let headings = Self.accountsForHeading(section) ? 1 : 0
        let accounts = accounts(of: section).enumerated().map { place, account in
            let (startLine, endLine, block) = account
            while next < entries.endIndex, entries[next].startLine < startLine {
                faults.append(fault(.noBlock, index, entries[next].startLine))
                next += 1
            }
            let first = next
            while next < entries.endIndex, entries[next].startLine == startLine { next += 1 }
            let kind: LedgerFault.Kind? =
                switch next - first {
                case 0: .missing
                case 1:
                    holds(
                        entries[first], section, block, block.map { _ in texts[place - headings] } ?? "",
                        endLine: endLine)
                        ? nil : .textLost
                default: .repeated
                }
            if let kind { faults.append(fault(kind, index, startLine)) }
            let text = block.map { $0.source } ?? TopicHeading.text(of: section)[...]
            return (entry: kind == nil ? entries[first] : nil, characters: CharacterCount.of(text))
        }
        faults += entries[next...].map { fault(.noBlock, index, $0.startLine) }
        return (accounts, faults)
    }

    /// What of a section has to be accounted for, in order; no block: the heading.
    private func accounts(of section: Section) -> [(startLine: Int, endLine: Int, block: Block?)] {
        let heading: [(startLine: Int, endLine: Int, block: Block?)] =
            Self.accountsForHeading(section)
            ? [(section.startLine, max(section.startLine, section.headingEndLine), nil)] : []
        return heading + section.blocks.map { ($0.startLine, $0.endLine, $0) }
    }

    private func fault(_ kind: LedgerFault.Kind, _ section: Int, _ line: Int) -> LedgerFault {
        LedgerFault(kind: kind, section: section, startLine: line)
    }

    /// Whether the point that an entry names has the block's text, as its own or as a variant's.
    private func holds(
        _ entry: LedgerEntry, _ section: Section, _ block: Block?, _ text: String, endLine: Int
    ) -> Bool {
        guard entry.endLine == endLine, topics.indices.contains(entry.topic) else { return false }
        let topic = topics[entry.topic]
        guard let number = entry.point else {
            return block == nil && holds(heading: entry, section, topic.heading)
        }
        guard let block, topic.points.indices.contains(number) else { return false }
        let point = topic.points[number]
        switch entry.fate {
        case .kept: return isSame(point.text, text)
        case .variant: return point.variants.contains { isSame($0.text, text) }
        case .merged:
            if BlockIdentity.form(of: point.kind) == BlockIdentity.form(of: block.kind),
                isSame(point.text, text)
            {
                return true
            }
            let identity = BlockIdentity(kind: block.kind, text: text)
            return BlockIdentity(kind: point.kind, text: point.text) == identity
                || point.variants.contains { BlockIdentity(kind: $0.kind, text: $0.text) == identity }
        }
    }

    private func isSame(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

    private func holds(heading entry: LedgerEntry, _ section: Section, _ heading: Point) -> Bool {
        let text = TopicHeading.text(of: section)
        switch entry.fate {
        case .kept: return isSame(heading.text, text)
        case .variant: return heading.variants.contains { isSame($0.text, text) }
        case .merged:
            let wordings = [heading.sources] + heading.variants.map(\.sources)
            let key = TopicHeading.Key(section)
            return wordings.compactMap(\.first).contains { TopicHeading.Key(sections[$0.section]) == key }
        }
    }
}

/// Counts blocks by what became of them.
private struct Tally {
    private var (blocks, kept, merged, variants) = (0, 0, 0, 0)
    private var characters = 0
    private(set) var savedCharacters: [Int]

    init(topicCount: Int) {
        savedCharacters = [Int](repeating: 0, count: topicCount)
    }

    /// Counts a block with its entry; nil: it is not accounted for.
    mutating func add(_ entry: LedgerEntry?, characters: Int) {
        blocks += 1
        self.characters += characters
        guard let entry else { return }
        switch entry.fate {
        case .kept: kept += 1
        case .merged:
            merged += 1
            savedCharacters[entry.topic] += characters
        case .variant: variants += 1
        }
    }

    var coverage: Coverage {
        Coverage(
            blocks: blocks, accounted: kept + merged + variants, kept: kept, merged: merged,
            variants: variants,
            characters: characters, mergedCharacters: savedCharacters.reduce(0, +))
    }
}
