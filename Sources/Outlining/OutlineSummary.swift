/// What an editor needs for the decision whether and where to merge.
public struct OutlineSummary: Sendable, Equatable {
    /// A topic of several sections.
    public struct Candidate: Sendable, Equatable {
        /// The index of the topic.
        public let topic: Int
        /// The characters, white space aside, that merging its sections saves without loss.
        public let savedCharacters: Int
        /// How many of its points have wordings that contradict each other.
        public let flaggedCount: Int

        /// Makes a candidate.
        public init(topic: Int, savedCharacters: Int, flaggedCount: Int) {
            self.topic = topic
            self.savedCharacters = savedCharacters
            self.flaggedCount = flaggedCount
        }
    }

    /// How many sections there are.
    public let sections: Int
    /// How many topics they become.
    public let topics: Int
    /// The characters of all sections, white space aside.
    public let characters: Int
    /// The characters that merging saves without loss.
    public let savedCharacters: Int
    /// The topics of several sections, the one that saves most first, then by topic.
    public let candidates: [Candidate]

    /// Sums up `outline`.
    public init(_ outline: Outline) {
        sections = outline.topics.reduce(0) { $0 + $1.sections.count }
        topics = outline.topics.count
        characters = outline.ledger.coverage.characters
        savedCharacters = outline.ledger.coverage.mergedCharacters
        candidates = outline.topics.indices.filter { outline.topics[$0].sections.count > 1 }.map { topic in
            Candidate(
                topic: topic, savedCharacters: outline.ledger.savedCharacters[topic],
                flaggedCount: outline.topics[topic].flaggedCount)
        }.sorted { ($1.savedCharacters, $0.topic) < ($0.savedCharacters, $1.topic) }
    }
}
