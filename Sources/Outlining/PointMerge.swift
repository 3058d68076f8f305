internal import Splitting
internal import Vectorizing

/// Merges the blocks of sections one after the other: a block that stands already gets one more source, a new one is
/// inserted behind the block that precedes it in its own section.
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
        var cursor = 0
        for block in section.blocks where block.kind != .thematicBreak {
            let text = VerbatimText.of(block)
            let source = PointSource(section: index, startLine: block.startLine, endLine: block.endLine)
            let identity = Self.identity(of: block, text: text)
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
