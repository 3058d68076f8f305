/// What sections have in common, word for word and in order, and the slots between.
public struct SectionTemplate: Sendable {
    /// The share of the first section's text that stands in all, 0…1.
    public let commonShare: Double
    /// Per slot, what each section has in it, verbatim; a slot is a stretch of the first section's text in which some of the
    /// others differ.
    public let slots: [[String]]

    /// Aligns `texts`, at least one, each with the first. O(tokens · edits) a text.
    public init(of texts: [String]) {
        precondition(!texts.isEmpty, "a template is one of texts")
        var numbering = TokenNumbering()
        let first = TokenizedText(texts[0], numbering: &numbering)
        var isCommon = [Bool](repeating: true, count: first.tokens.count)
        var alignments: [(text: TokenizedText, partner: [Int: Int])] = []
        for text in texts.dropFirst() {
            let other = TokenizedText(text, numbering: &numbering)
            let matches = TokenAlignment(first.numbers, other.numbers, weights: first.weights).matches
            let partner = Dictionary(uniqueKeysWithValues: matches.map { ($0.0, $0.1) })
            for token in isCommon.indices where partner[token] == nil { isCommon[token] = false }
            alignments.append((other, partner))
        }
        let common = isCommon.indices.reduce(0) { $0 + (isCommon[$1] ? Int(first.weights[$1]) : 0) }
        commonShare = first.weight == 0 ? 0 : Double(common) / Double(first.weight)
        slots = Self.slots(isCommon).map { slot in
            [first.words(slot)] + alignments.map { $0.text.words(Self.range(of: slot, $0.partner, $0.text)) }
        }
    }

    /// The stretches between common tokens.
    private static func slots(_ isCommon: [Bool]) -> [Range<Int>] {
        var (slots, start): ([Range<Int>], Int?) = ([], nil)
        for (token, common) in (isCommon + [true]).enumerated() {
            if common {
                if let first = start { slots.append(first..<token) }
                start = nil
            } else if start == nil {
                start = token
            }
        }
        return slots
    }

    /// The tokens of another text that stand where `slot` stands in the first.
    private static func range(of slot: Range<Int>, _ partner: [Int: Int], _ text: TokenizedText) -> Range<Int>
    {
        let before = slot.lowerBound == 0 ? -1 : partner[slot.lowerBound - 1] ?? -1
        let behind = partner[slot.upperBound] ?? text.tokens.count
        return before + 1..<max(before + 1, behind)
    }
}
