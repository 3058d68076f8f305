internal import Splitting

/// A block's text as it is aligned with others.
struct AlignedText: Sendable {
    /// The block.
    let member: MemberBlock
    /// Its text in tokens.
    let text: TokenizedText
    /// The first token behind its label, which says what it is about and seldom comes along when it is split or joined.
    let bodyStart: Int

    /// Cuts the text of `member` into tokens.
    init(_ member: MemberBlock, numbering: inout TokenNumbering) {
        self.member = member
        text = TokenizedText(member.text, numbering: &numbering)
        bodyStart = member.block.label == nil ? 0 : Self.bodyStart(text.tokens)
    }

    /// The weight of the text behind the label.
    var bodyWeight: Int { text.weights[bodyStart...].reduce(0) { $0 + Int($1) } }

    /// What kind of text it is.
    var form: BlockIdentity.Form { BlockIdentity.form(of: member.block.kind) }

    /// Whether it consists of words, in a list or not: these can be split into or joined to one another.
    var isProse: Bool { form == .item || form == .text }

    /// Whether the block says things in words that others can stand for: definitions and the like have an effect each.
    var canVary: Bool {
        switch member.block.kind {
        case .definition, .footnote, .frontMatter, .thematicBreak, .html: false
        default: true
        }
    }

    /// Behind the first colon and the signs that close the bold type around it.
    private static func bodyStart(_ tokens: [Token]) -> Int {
        guard let colon = tokens.firstIndex(where: { $0.kind == .punctuation && $0.key == ":" }) else {
            return 0
        }
        return tokens[colon...].firstIndex { $0.kind != .punctuation } ?? 0
    }
}
