/// What one consolidated text would hold: everything once, with its sources.
public struct Outline: Sendable, Equatable {
    /// A topic for each cluster and each lone section, in the order of their first sections.
    public let topics: [Topic]
    /// The subjects that the topics fall into, by their first topic; every topic is in exactly one.
    public let themes: [Theme]
    /// The similarity at which the themes were cut, 0…1; nil where there was nothing to cut.
    public let themeThreshold: Double?
    /// Topics that other, larger ones hold nearly whole, by topic.
    public let containments: [Containment]
    /// What was not looked for.
    public let limits: OutlineLimits
    /// Where every block of the input went.
    public let ledger: Ledger

    /// Makes an outline.
    public init(
        topics: [Topic], themes: [Theme], themeThreshold: Double?, containments: [Containment],
        limits: OutlineLimits = OutlineLimits(), ledger: Ledger
    ) {
        self.topics = topics
        self.themes = themes
        self.themeThreshold = themeThreshold
        self.containments = containments
        self.limits = limits
        self.ledger = ledger
    }

    /// The topic's own containment, if it has one. O(log containments).
    public func containments(of topic: Int) -> ArraySlice<Containment> {
        var (low, high) = (0, containments.count)
        while low < high {
            let middle = (low + high) / 2
            if containments[middle].topic < topic { low = middle + 1 } else { high = middle }
        }
        return containments[low...].prefix { $0.topic == topic }
    }
}

/// What the sections of one cluster say, or one lone section.
public struct Topic: Sendable, Equatable {
    /// The index of the section that gives the heading.
    public let canonical: Int
    /// The indexes of the sections that the topic holds, rising.
    public let sections: [Int]
    /// The canonical section's heading with its lines verbatim, those of the others as sources and variants. The text
    /// is empty where there is no heading; a record's title stands for its heading.
    public let heading: Point
    /// What the sections say, every point once.
    public let points: [Point]
    /// Other topics that share points with this one, the more shared text first, then by topic.
    public let seeAlso: [SeeAlso]

    /// Makes a topic.
    public init(canonical: Int, sections: [Int], heading: Point, points: [Point], seeAlso: [SeeAlso] = []) {
        self.canonical = canonical
        self.sections = sections
        self.heading = heading
        self.points = points
        self.seeAlso = seeAlso
    }

    /// The points, the heading among them, whose wordings contradict each other.
    public var flaggedCount: Int { points.count(where: \.isFlagged) + (heading.isFlagged ? 1 : 0) }
}

/// Topics that treat one subject.
public struct Theme: Sendable, Equatable {
    /// What the headings of its topics share and others' do not; never empty, and no other theme's.
    public let title: String
    /// The indexes of its topics, rising.
    public let topics: [Int]

    /// Makes a theme.
    public init(title: String, topics: [Int]) {
        self.title = title
        self.topics = topics
    }
}

/// Another topic that shares points with one.
public struct SeeAlso: Sendable, Equatable {
    /// The index of the other topic.
    public let topic: Int
    /// The points that both hold, by the first's point.
    public let points: [SharedPoint]

    /// Makes a reference.
    public init(topic: Int, points: [SharedPoint]) {
        self.topic = topic
        self.points = points
    }
}

/// A point that two topics hold.
public struct SharedPoint: Sendable, Equatable {
    /// The index of the point in the one topic.
    public let point: Int
    /// The index of the point in the other topic.
    public let other: Int

    /// Makes a pair.
    public init(point: Int, other: Int) {
        self.point = point
        self.other = other
    }
}

/// A topic that a larger one holds nearly whole.
public struct Containment: Sendable, Equatable {
    /// The index of the topic that is contained.
    public let topic: Int
    /// The index of the larger one.
    public let container: Int
    /// The share of the contained topic's text, by characters, that stands in the larger one, 0…1.
    public let share: Double

    /// Makes a containment.
    public init(topic: Int, container: Int, share: Double) {
        self.topic = topic
        self.container = container
        self.share = share
    }
}
