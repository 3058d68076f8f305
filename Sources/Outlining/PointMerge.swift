internal import Splitting
internal import Vectorizing

/// Merges the blocks of sections one after the other: a block that stands already gets one more source, a new one is
/// inserted behind the block that precedes it in its own section; without one it stands before the first that follows it
/// there, and at the end where none does.
struct PointMerge {
    private var drafts: [Draft] = []
    /// The drafts in the order of the topic, by their index.
    private var order: [Int] = []
    private var draftsByIdentity: [Identity: [Int]] = [:]

    private struct Draft {
        let kind: Block.Kind
        let text: String
        var sources: [PointSource]
    }

    /// Two blocks are one point if they are of one form and say the same.
    private struct Identity: Hashable {
        let form: String
        let text: String
    }

    /// The points so far.
    var points: [Point] {
        order.map { Point(kind: drafts[$0].kind, text: drafts[$0].text, sources: drafts[$0].sources) }
    }

    /// Adds the blocks of a section. A block that its own section repeats stays twice: a lead-in such as "Example:"
    /// introduces what follows it each time.
    mutating func add(_ section: Section, index: Int) {
        let blocks = section.blocks.filter { $0.kind != .thematicBreak }.map { block in
            (block: block, text: VerbatimText.of(block))
        }
        let identities = blocks.map { Self.identity(of: $0.block, text: $0.text) }
        var cursor = firstPosition(of: identities, notIn: index) ?? order.count
        for ((block, text), identity) in zip(blocks, identities) {
            let source = PointSource(section: index, startLine: block.startLine, endLine: block.endLine)
            if let position = position(of: identity, from: cursor, notIn: index) {
                drafts[order[position]].sources.append(source)
                cursor = position + 1
            } else {
                draftsByIdentity[identity, default: []].append(drafts.count)
                order.insert(drafts.count, at: cursor)
                drafts.append(Draft(kind: block.kind, text: text, sources: [source]))
                cursor += 1
            }
        }
    }

    /// Where the first block that stands already stands.
    private func firstPosition(of identities: [Identity], notIn section: Int) -> Int? {
        for identity in identities {
            if let position = position(of: identity, from: 0, notIn: section) { return position }
        }
        return nil
    }

    /// Where a point of this identity stands that section `section` is not yet a source of: the next one from
    /// `cursor` on, else the first.
    private func position(of identity: Identity, from cursor: Int, notIn section: Int) -> Int? {
        let candidates = Set(
            draftsByIdentity[identity, default: []].filter { drafts[$0].sources.last?.section != section })
        guard !candidates.isEmpty else { return nil }
        return order[cursor...].firstIndex(where: candidates.contains)
            ?? order.firstIndex(where: candidates.contains)
    }

    /// Text is compared after Unicode normalization with its mark-up, so that two links to different places differ;
    /// code is compared as it stands.
    private static func identity(of block: Block, text: String) -> Identity {
        switch block.kind {
        case .listItem: Identity(form: "item", text: TextNormalization.unicode.normalized(text))
        case .code, .frontMatter: Identity(form: "code", text: text)
        default: Identity(form: "text", text: TextNormalization.unicode.normalized(text))
        }
    }
}
