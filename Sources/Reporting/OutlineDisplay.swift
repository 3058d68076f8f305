/// What a written outline shows of sources and variants.
public struct OutlineDisplay: Sendable, Equatable {
    /// How the places that a point stands in are named.
    public enum Sources: String, Sendable, CaseIterable {
        /// As letters behind the point, explained above the topic.
        case inline
        /// As footnotes with path and line.
        case footnotes
        /// Not at all.
        case none
    }

    /// Which other wordings are shown.
    public enum Variants: String, Sendable, CaseIterable {
        /// All of them.
        case all
        /// Those that contradict the point.
        case flagged
        /// None; what is left holds less than the input.
        case none
    }

    /// How places are named.
    public let sources: Sources
    /// Which other wordings are shown.
    public let variants: Variants

    /// Makes a choice.
    public init(sources: Sources = .inline, variants: Variants = .all) {
        self.sources = sources
        self.variants = variants
    }
}
