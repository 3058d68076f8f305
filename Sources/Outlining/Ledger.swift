/// Where every block of the input went.
public struct Ledger: Sendable, Equatable {
    /// The account of each block and each heading, by section and line.
    public let entries: [LedgerEntry]
    /// What the entries add up to.
    public let coverage: Coverage
    /// For each topic the characters, white space aside, of the blocks that went into it as merged: what a text that holds
    /// everything once does without.
    public let savedCharacters: [Int]
    /// What does not add up: a bug in Refrain; empty where the outline is lossless.
    public let faults: [LedgerFault]

    /// Makes a ledger.
    public init(entries: [LedgerEntry], coverage: Coverage, savedCharacters: [Int], faults: [LedgerFault]) {
        self.entries = entries
        self.coverage = coverage
        self.savedCharacters = savedCharacters
        self.faults = faults
    }
}

/// What became of a block or heading.
public struct LedgerEntry: Sendable, Equatable {
    /// What can become of a block.
    public enum Fate: String, Sendable, CaseIterable {
        /// Its text is the point's.
        case kept
        /// The point has the same text, or a variant of it has, from another place.
        case merged
        /// It is another wording of the point.
        case variant
    }

    /// The section that the block stands in.
    public let section: Int
    /// The first line, 1-based.
    public let startLine: Int
    /// The last line, 1-based and inclusive.
    public let endLine: Int
    /// What became of it.
    public let fate: Fate
    /// The index of the topic that holds it.
    public let topic: Int
    /// The index of the topic's point that holds it; nil: the topic's heading.
    public let point: Int?

    /// Makes an entry.
    public init(section: Int, startLine: Int, endLine: Int, fate: Fate, topic: Int, point: Int?) {
        self.section = section
        self.startLine = startLine
        self.endLine = endLine
        self.fate = fate
        self.topic = topic
        self.point = point
    }
}

/// How many blocks, headings among them, are accounted for, and how.
public struct Coverage: Sendable, Equatable {
    /// How many the sections hold.
    public let blocks: Int
    /// How many of them the ledger accounts for, each once and with its text.
    public let accounted: Int
    /// How many are a point's text.
    public let kept: Int
    /// How many repeat a text that is kept.
    public let merged: Int
    /// How many are another wording of a point.
    public let variants: Int
    /// The characters of all blocks, white space aside.
    public let characters: Int
    /// The characters of the merged ones.
    public let mergedCharacters: Int

    /// Makes a coverage.
    public init(
        blocks: Int, accounted: Int, kept: Int, merged: Int, variants: Int, characters: Int,
        mergedCharacters: Int
    ) {
        self.blocks = blocks
        self.accounted = accounted
        self.kept = kept
        self.merged = merged
        self.variants = variants
        self.characters = characters
        self.mergedCharacters = mergedCharacters
    }

    /// The share of the text that repeats what is kept, 0…1; 0 where there is no text.
    public var mergedShare: Double { characters == 0 ? 0 : Double(mergedCharacters) / Double(characters) }
}

/// A block that the ledger has lost or counted twice.
public struct LedgerFault: Sendable, Equatable {
    /// What can be wrong.
    public enum Kind: Sendable, Equatable {
        /// No entry names the block.
        case missing
        /// Several entries name it.
        case repeated
        /// The point that it went into does not hold its text.
        case textLost
        /// An entry names lines that are no block.
        case noBlock
    }

    /// What is wrong.
    public let kind: Kind
    /// The section that the block stands in.
    public let section: Int
    /// The block's first line, 1-based.
    public let startLine: Int

    /// Makes a fault.
    public init(kind: Kind, section: Int, startLine: Int) {
        self.kind = kind
        self.section = section
        self.startLine = startLine
    }
}
