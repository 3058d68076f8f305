internal import Splitting
internal import Vectorizing

/// Holds a ledger against the sections: every block and heading once, and its text where the ledger says it is.
///
/// It goes from the sections, not from the topics, so that it does not inherit their mistakes.
struct LedgerCheck {
    let sections: [Section]
    let topics: [Topic]

    /// Whether a heading has an entry of its own: where it has lines of its own, or nothing else stands in the section.
    static func accountsForHeading(_ section: Section) -> Bool {
        section.headingEndLine >= section.startLine || section.blocks.isEmpty
    }

    /// `entries`, by section and line, with what they add up to and what they miss. O(text).
    func ledger(of entries: [LedgerEntry]) -> Ledger {
        var faults: [LedgerFault] = []
        var tally = Tally(topicCount: topics.count)
        var next = 0
        for (index, section) in sections.enumerated() {
            for (startLine, endLine, block) in accounts(of: section) {
                while next < entries.count, stands(entries[next], before: index, startLine) {
                    faults.append(fault(.noBlock, entries[next].section, entries[next].startLine))
                    next += 1
                }
                let first = next
                while next < entries.count, entries[next].section == index,
                    entries[next].startLine == startLine
                {
                    next += 1
                }
                let fault: LedgerFault.Kind? =
                    switch next - first {
                    case 0: .missing
                    case 1: holds(entries[first], section, block, endLine: endLine) ? nil : .textLost
                    default: .repeated
                    }
                if let fault { faults.append(self.fault(fault, index, startLine)) }
                tally.add(
                    fault == nil ? entries[first] : nil,
                    characters: CharacterCount.of(
                        block.map { $0.source } ?? TopicHeading.text(of: section)[...]))
            }
        }
        faults += entries[next...].map { fault(.noBlock, $0.section, $0.startLine) }
        return Ledger(
            entries: entries, coverage: tally.coverage, savedCharacters: tally.savedCharacters, faults: faults
        )
    }

    /// What of a section has to be accounted for, in order; no block: the heading.
    private func accounts(of section: Section) -> [(startLine: Int, endLine: Int, block: Block?)] {
        let heading: [(startLine: Int, endLine: Int, block: Block?)] =
            Self.accountsForHeading(section)
            ? [(section.startLine, max(section.startLine, section.headingEndLine), nil)] : []
        return heading + section.blocks.map { ($0.startLine, $0.endLine, $0) }
    }

    private func stands(_ entry: LedgerEntry, before section: Int, _ line: Int) -> Bool {
        (entry.section, entry.startLine) < (section, line)
    }

    private func fault(_ kind: LedgerFault.Kind, _ section: Int, _ line: Int) -> LedgerFault {
        LedgerFault(kind: kind, section: section, startLine: line)
    }

    /// Whether the point that an entry names has the block's text, as its own or as a variant's.
    private func holds(_ entry: LedgerEntry, _ section: Section, _ block: Block?, endLine: Int) -> Bool {
        guard entry.endLine == endLine, topics.indices.contains(entry.topic) else { return false }
        let topic = topics[entry.topic]
        guard let number = entry.point else {
            return block == nil && holds(heading: entry, section, topic.heading)
        }
        guard let block, topic.points.indices.contains(number) else { return false }
        let point = topic.points[number]
        let text = VerbatimText.of(block)
        switch entry.fate {
        case .kept: return point.text == text
        case .variant: return point.variants.contains { $0.text == text }
        case .merged:
            let identity = BlockIdentity(kind: block.kind, text: text)
            return ([point.text] + point.variants.map(\.text)).contains {
                BlockIdentity(kind: point.kind, text: $0) == identity
            }
        }
    }

    private func holds(heading entry: LedgerEntry, _ section: Section, _ heading: Point) -> Bool {
        let text = TopicHeading.text(of: section)
        switch entry.fate {
        case .kept: return heading.text == text
        case .variant: return heading.variants.contains { $0.text == text }
        case .merged:
            let wordings = [heading.sources] + heading.variants.map(\.sources)
            let key = TextNormalization.unicode.normalized(section.heading)
            return wordings.compactMap(\.first).contains {
                TextNormalization.unicode.normalized(sections[$0.section].heading) == key
            }
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
