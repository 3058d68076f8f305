public import Splitting

/// What one consolidated text would hold: everything once, with its sources.
public struct Outline: Sendable, Equatable {
    /// A topic for each cluster and each lone section, in the order of their first sections.
    public let topics: [Topic]

    /// Makes an outline.
    public init(topics: [Topic]) {
        self.topics = topics
    }
}

/// What the sections of one cluster say, or one lone section.
public struct Topic: Sendable, Equatable {
    /// The index of the section that gives the heading: the cluster's canonical section.
    public let canonical: Int
    /// The indexes of the sections that the topic holds, rising.
    public let sections: [Int]
    /// What the sections say, every point once.
    public let points: [Point]

    /// Makes a topic.
    public init(canonical: Int, sections: [Int], points: [Point]) {
        self.canonical = canonical
        self.sections = sections
        self.points = points
    }
}

/// One block of text in a topic, and all places that it stands in.
public struct Point: Sendable, Equatable {
    /// What the block is.
    public let kind: Block.Kind
    /// The text verbatim, as in the first of `sources`: a list item without its marker and the indentation that
    /// goes with it, any other block as it stands.
    public let text: String
    /// Where the text stands, the canonical section first, then by section and line; never empty.
    public let sources: [PointSource]

    /// Makes a point.
    public init(kind: Block.Kind, text: String, sources: [PointSource]) {
        self.kind = kind
        self.text = text
        self.sources = sources
    }
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
