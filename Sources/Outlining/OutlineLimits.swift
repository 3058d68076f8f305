/// What an outline was not looked through for, to keep its cost in what it holds.
public struct OutlineLimits: Sendable, Equatable {
    /// The lowest similarity at which themes were looked for, where there were so many topics that it had to be raised; nil
    /// where it was not.
    public let lowestThemeThreshold: Double?
    /// How many texts stand in so many topics (a licence, a warning) that they say nothing about any two of them: "see also"
    /// and containments leave them out.
    public let formulaCount: Int
    /// How many blocks were compared with only some of the points that they share words with, and became points of their own.
    public let unalignedBlockCount: Int

    /// A text that stands in more topics is a formula.
    public static let mostTopics = 16
    /// The points that a word leads to: a topic of a thousand points holds few words in more of them.
    public static let mostPostings = 512

    /// Makes limits; without any, nothing was left out.
    public init(lowestThemeThreshold: Double? = nil, formulaCount: Int = 0, unalignedBlockCount: Int = 0) {
        self.lowestThemeThreshold = lowestThemeThreshold
        self.formulaCount = formulaCount
        self.unalignedBlockCount = unalignedBlockCount
    }
}
