internal import Splitting
internal import Vectorizing

/// A block of a section that is put into a topic, with its place in the section's structure.
struct MemberBlock: Sendable {
    /// The block.
    let block: Block
    /// Its text verbatim.
    let text: String
    /// The part of the section that it stands in, as written, if any.
    let role: String?
    /// `role` as roles are compared; empty for none.
    let roleKey: String
    /// Its label as labels are compared; empty for none.
    let labelKey: String
    /// Where it stands.
    let source: PointSource

    /// The blocks of `section`, in order.
    static func blocks(of section: Section, index: Int) -> [MemberBlock] {
        let texts = VerbatimText.texts(of: section)
        return zip(section.blocks.indices, SectionParts.roles(of: section.blocks)).map { place, role in
            let block = section.blocks[place]
            return MemberBlock(
                block: block, text: texts[place], role: role, roleKey: role.map(key) ?? "",
                labelKey: block.label.map(key) ?? "",
                source: PointSource(section: index, startLine: block.startLine, endLine: block.endLine))
        }
    }

    private static func key(_ text: String) -> String {
        TextNormalization.unicode.normalized(text)
    }
}

/// Names the parts of a section: what a sub-heading, a bold lead-in ("**Steps:**", "**举例：**") or a line that ends in
/// a colon introduces.
enum SectionParts {
    /// A longer line that ends in a colon is a sentence, not the name of what follows.
    private static let longestLeadIn = 60

    /// For each of `blocks` the name of its part; nil before the first. What opens a part belongs to it; a labelled
    /// paragraph that says something itself ("**Question:** why?") is a part of its own.
    static func roles(of blocks: [Block]) -> [String?] {
        var current: String?
        return blocks.map { block in
            switch block.kind {
            case .heading: current = block.text.isEmpty ? nil : block.text
            case .paragraph:
                guard let name = leadIn(block) else { return block.label ?? current }
                current = name
            default: break
            }
            return current
        }
    }

    /// The words of a paragraph that only introduces what follows, without the colon.
    private static func leadIn(_ block: Block) -> String? {
        let words = block.text.dropLastScalars { $0 == ":" || $0 == "：" || $0.isSpace }
        let isOnlyLabel = block.label.map { $0 == words } ?? false
        let endsInColon = words.endIndex < block.text.endIndex && words.count <= longestLeadIn
        return !words.isEmpty && (isOnlyLabel || endsInColon) ? String(words) : nil
    }
}
