public import Splitting

/// One block of text in a topic, all places that it stands in, and the other wordings of it.
public struct Point: Sendable, Equatable {
    /// What the block is.
    public let kind: Block.Kind
    /// The text verbatim, as in the first of `sources`: a list item without its marker and the indentation that
    /// goes with it, any other block as it stands.
    public let text: String
    /// What the part of the section is called that the point stands in, as written: the sub-heading or lead-in above
    /// it ("Steps", "举例"), or its own label where it is a labelled paragraph; nil where it stands in none.
    public let role: String?
    /// Where the text stands, the canonical section first, then by section and line; never empty.
    public let sources: [PointSource]
    /// The other wordings, in the order in which they were met.
    public let variants: [Variant]

    /// Makes a point.
    public init(
        kind: Block.Kind, text: String, role: String? = nil, sources: [PointSource], variants: [Variant] = []
    ) {
        self.kind = kind
        self.text = text
        self.role = role
        self.sources = sources
        self.variants = variants
    }

    /// Whether the wordings contradict each other.
    public var isFlagged: Bool { variants.contains(where: \.isFlagged) }
}

/// A place that a point stands in.
public struct PointSource: Sendable, Equatable {
    /// The index of the section.
    public let section: Int
    /// The first line, 1-based.
    public let startLine: Int
    /// The last line, 1-based and inclusive.
    public let endLine: Int

    /// Makes a source.
    public init(section: Int, startLine: Int, endLine: Int) {
        self.section = section
        self.startLine = startLine
        self.endLine = endLine
    }
}

/// Another wording of a point.
public struct Variant: Sendable, Equatable {
    /// How much of the point a wording says.
    public enum Extent: String, Sendable, CaseIterable {
        /// The whole point.
        case whole
        /// A part of it: its section splits what the point joins.
        case part
        /// The point and more that stands in other points: its section joins what they split.
        case joined
    }

    /// What the block is: a part of a point, or what joins points, can be a paragraph where they are list items.
    public let kind: Block.Kind
    /// The text verbatim, as in the first of `sources`; a list item as a point's.
    public let text: String
    /// How much of the point it says.
    public let extent: Extent
    /// Where it joins points, the indexes of the topic's other points that it says, rising; else empty.
    public let others: [Int]
    /// Where it stands, by section and line; never empty.
    public let sources: [PointSource]
    /// What differs from what the points say, in the order of their text; empty where a part says it word for word.
    public let differences: [Difference]

    /// Makes a variant.
    public init(
        kind: Block.Kind, text: String, extent: Extent = .whole, others: [Int] = [], sources: [PointSource],
        differences: [Difference]
    ) {
        self.kind = kind
        self.text = text
        self.extent = extent
        self.others = others
        self.sources = sources
        self.differences = differences
    }

    /// Whether it contradicts the point.
    public var isFlagged: Bool { differences.contains(where: \.isFlagged) }
}

/// A stretch of a point's text that a variant says in another way.
public struct Difference: Sendable, Equatable {
    /// What differs.
    public enum Kind: String, Sendable, CaseIterable {
        /// The address of a link.
        case url
        /// A day, month or year.
        case date
        /// A version number.
        case version
        /// A number or an amount.
        case number
        /// The unit of an amount.
        case unit
        /// Whether something is or is not.
        case negation
        /// Other words.
        case wording
    }

    /// What differs.
    public let kind: Kind
    /// What the point says there, verbatim; empty where the variant adds something.
    public let canonical: String
    /// What the variant says there, verbatim; empty where it leaves something out.
    public let variant: String

    /// Makes a difference.
    public init(kind: Kind, canonical: String, variant: String) {
        self.kind = kind
        self.canonical = canonical
        self.variant = variant
    }

    /// Whether the two contradict each other, rather than say the same in other words.
    public var isFlagged: Bool { kind != .wording }
}
