/// What a reader of a block can reach from it, or sees beside its words.
///
/// Two blocks of the same words that lead to different places say different things.
public struct Target: Sendable, Hashable {
    /// What is reached.
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// What a link leads to.
        case link
        /// Where an image is.
        case image
        /// What a link or an image shows when it is pointed at.
        case title
        /// What a footnote says.
        case note
        /// The language that a code block is said to be in, in lower case.
        case language
        /// Whether the task of a list's item is done: "[x]" or "[ ]".
        case task
    }

    /// What is reached.
    public let kind: Kind
    /// The words that lead there: those of a link, the description of an image; empty for others and for raw HTML.
    public let label: String
    /// The address as the author wrote it, references resolved; what a title, a note or the name of a language says.
    public let value: String

    /// Makes a target.
    public init(kind: Kind, label: String = "", value: String) {
        (self.kind, self.label, self.value) = (kind, label, value)
    }
}

extension Block {
    /// What can be reached from the block and from all blocks inside, in reading order; nothing from what is not shown.
    public var allTargets: [Target] {
        guard isShown else { return [] }
        return children.isEmpty ? targets : targets + children.flatMap(\.allTargets)
    }

    /// Whether anything can be reached from the block or a block inside. O(blocks).
    fileprivate var hasTargets: Bool {
        isShown && (!targets.isEmpty || children.contains(where: \.hasTargets))
    }

    /// Raw HTML without words can be an image.
    private var isShown: Bool { isContent || kind == .html }
}

extension Section {
    /// What can be reached from the heading and the blocks, in reading order. Without any: O(blocks), and no memory.
    public var targets: [Target] {
        guard blocks.contains(where: \.hasTargets) else { return headingTargets }
        return headingTargets + blocks.flatMap(\.allTargets)
    }
}
