public import Splitting
public import Vectorizing

/// What decides an outline besides sections and clusters.
public struct OutlineSettings: Sendable, Equatable {
    /// Which section of a topic is the canonical one.
    public let canonical: CanonicalRule
    /// The similarity at which themes are cut, above 0 and at most 1; nil: where the data says.
    public let themeThreshold: Double?
    /// How texts become rows when topics are compared.
    public let vectorizing: VectorizerSettings

    /// Makes settings.
    public init(
        canonical: CanonicalRule = .medoid, themeThreshold: Double? = nil,
        vectorizing: VectorizerSettings = VectorizerSettings()
    ) {
        self.canonical = canonical
        self.themeThreshold = themeThreshold
        self.vectorizing = vectorizing
    }
}

/// What is known of sections besides their text.
public struct SectionFacts: Sendable {
    /// The fingerprint of each section; decisions go by them.
    public let fingerprints: [Fingerprint]
    /// For a section when its lines were changed last, in seconds since 1970; none where that is not known.
    public let dates: [Int: Double]
    /// For a document its place among the preferred paths, the most preferred 0; none where it is not preferred.
    public let pathRanks: [Int: Int]
    /// The text that stands for a section when topics are compared.
    public let comparedText: @Sendable (Section) -> String

    /// Makes facts; without any decisions find nothing, and all sections are equally old and preferred.
    public init(
        fingerprints: [Fingerprint] = [], dates: [Int: Double] = [:], pathRanks: [Int: Int] = [:],
        comparedText: @escaping @Sendable (Section) -> String = {
            "\($0.heading)\n\($0.text(includingCode: true))"
        }
    ) {
        self.fingerprints = fingerprints
        self.dates = dates
        self.pathRanks = pathRanks
        self.comparedText = comparedText
    }
}
